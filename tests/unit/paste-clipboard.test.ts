// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isBlock } from '#client/features/entry/paste-block.ts';
import { readClipboard } from '#client/features/entry/paste-clipboard.ts';
import { excelHtml, libreOfficeHtml } from '#tests/support/clipboard.ts';

const read = (html: string, text = 'a\tb') => readClipboard({ html, text });

describe('what Excel copies', () => {
  it('tells real numbers, with the signs that it shows them with, from texts', () => {
    const sheet = read(
      excelHtml(` <tr height=20 style='height:15.0pt'>
  <td height=20 width=64 style='height:15.0pt;width:48pt'>Polewali</td>
  <td class=xl65 align=right width=64 style='width:48pt'>1.612</td>
  <td class=xl66 width=64 style='width:48pt'>1.612</td>
 </tr>`),
    );
    expect(sheet.cells).toEqual([[{ text: 'Polewali' }, { text: '1.612', dialect: 'comma' }, { text: '1.612' }]]);
    const english = read(
      excelHtml(`<tr><td align=right>1,612</td><td align=right>0.5</td></tr>`, { decimal: '.', thousand: ',' }),
    );
    expect(english.cells).toEqual([
      [
        { text: '1,612', dialect: 'point' },
        { text: '0.5', dialect: 'point' },
      ],
    ]);
  });

  it('believes no signs that are the same', () => {
    const sheet = read(excelHtml('<tr><td align=right>1,612</td><td></td></tr>', { decimal: ',', thousand: ',' }));
    expect(sheet.cells).toEqual([[{ text: '1,612' }, { text: '' }]]);
  });

  it('reads a cell of several lines, and spaces that Excel adds', () => {
    const sheet = read(
      excelHtml(
        `<tr><td>Hasil verval:\n  valid<br>\n    anak</td><td class=xl65><span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>- </td></tr>`,
      ),
    );
    expect(sheet.cells).toEqual([[{ text: 'Hasil verval: valid\nanak' }, { text: '-' }]]);
  });

  it('leaves out hidden rows and columns, and says how many', () => {
    const sheet = read(
      excelHtml(
        `<tr><td>Polewali</td><td align=right>1</td><td align=right>2</td></tr>
 <tr height=0 style='display:none'><td>Binuang</td><td align=right>3</td><td align=right>4</td></tr>
 <tr><td>Anreapi</td><td align=right>5</td><td align=right>6</td></tr>`,
        { columns: `<col width=64><col width=0 style='display:none;mso-width-source:userset'><col width=64>` },
      ),
    );
    expect(sheet.cells.map((row) => row.map(({ text }) => text))).toEqual([
      ['Polewali', '2'],
      ['Anreapi', '6'],
    ]);
    expect(sheet).toMatchObject({ hiddenRows: 1, hiddenColumns: 1, mergedCells: 0 });
  });

  it('gives a merged name to every row it covers, and a merged figure to its first', () => {
    const sheet = read(
      excelHtml(`<tr><td rowspan=2>Polewali Mandar</td><td>Polewali</td><td rowspan=2 align=right>12</td></tr>
 <tr><td>Binuang</td></tr>
 <tr><td colspan=2>Jumlah</td><td align=right>12</td></tr>`),
    );
    expect(sheet.cells.map((row) => row.map(({ text }) => text))).toEqual([
      ['Polewali Mandar', 'Polewali', '12'],
      ['Polewali Mandar', 'Binuang', ''],
      ['Jumlah', '', '12'],
    ]);
    expect(sheet.mergedCells).toBe(3);
  });
});

describe('what LibreOffice copies', () => {
  it('has the number behind the text, in the signs of its language', () => {
    const sheet = read(
      libreOfficeHtml(`	<tr>
		<td height="17" align="left">Polewali</td>
		<td align="right" sdval="1612" sdnum="1057;0;#,##0">1.612</td>
		<td align="right" sdval="35,4166666666667" sdnum="1057;0;0,00">35,42</td>
		<td align="right" sdval="0.354" sdnum="1033;0;0.0%">35.4%</td>
		<td align="left"><br></td>
	</tr>`),
    );
    expect(sheet.cells).toEqual([
      [
        { text: 'Polewali' },
        { text: '1.612', value: 1612 },
        { text: '35,42', value: 35.4166666666667 },
        { text: '35.4%', value: 0.354 },
        { text: '' },
      ],
    ]);
  });
});

describe('what else is copied', () => {
  it('is read from Google Sheets with its numbers', () => {
    const html = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml"><tbody><tr><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;Polewali&quot;}">Polewali</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1612}">1.612</td></tr></tbody></table></google-sheets-html-origin>`;
    expect(read(html).cells).toEqual([[{ text: 'Polewali' }, { text: '1.612', value: 1612 }]]);
  });

  it('is read from plain text where there is no table', () => {
    const plain = { text: 'Polewali\t612\r\n"Binuang\nkota"\t344\r\n\t\r\n' };
    const cells = [
      [{ text: 'Polewali' }, { text: '612' }],
      [{ text: 'Binuang\nkota' }, { text: '344' }],
    ];
    expect(readClipboard({ ...plain, html: '' }).cells).toEqual(cells);
    expect(readClipboard({ ...plain, html: '<p>Polewali 612</p>' }).cells).toEqual(cells);
    expect(readClipboard({ html: '', text: '' }).cells).toEqual([]);
  });

  it('runs nothing of what is pasted', () => {
    const html =
      '<table><tr><td><img src=x onerror="window.pasted = true"><script>window.pasted = true</script>12</td></tr></table>';
    expect(read(html).cells).toEqual([[{ text: 'window.pasted = true12' }]]);
    expect('pasted' in window).toBe(false);
  });
});

it('a block is more than one cell', () => {
  expect(['12', '12\r\n', '', '1 612'].map(isBlock)).toEqual([false, false, false, false]);
  expect(['1\t2', '1\n2', '1\r\n2\r\n'].map(isBlock)).toEqual([true, true, true]);
});
