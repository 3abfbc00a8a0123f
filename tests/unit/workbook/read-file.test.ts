// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Upload, uploadOf } from '#client/features/entry/upload-read.ts';
import { fileKind } from '#client/lib/workbook/file-kind.ts';
import { readBook } from '#client/lib/workbook/read-book.ts';
import { lookOf } from '#client/lib/workbook/read-styles.ts';
import { WorkbookProblem } from '#client/lib/workbook/workbook-problem.ts';
import { planImport } from '#shared/spreadsheet/plan.ts';
import { decodeText, separatorOf } from '#shared/spreadsheet/text-file.ts';
import { makeOfficeFile, makeZip } from '#tests/support/office-file.ts';
import { areas, indicators, reportGrid } from '#tests/support/report-grid.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string) =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));

function problemOf(file: Uint8Array): string {
  try {
    uploadOf(file, reportGrid(), 'id');
    return 'read';
  } catch (error) {
    if (error instanceof WorkbookProblem) return error.code;
    throw error;
  }
}

function foreign(file: Uint8Array): Extract<Upload, { kind: 'foreign' }> {
  const upload = uploadOf(file, reportGrid(), 'id');
  if (upload.kind !== 'foreign') throw new Error(upload.kind);
  return upload;
}

function figures(file: Uint8Array): string[] {
  const target = {
    areas: areas.map((area) => ({ ...area, bpsCode: null })),
    indicators,
    otherAreas: [],
    start: { row: 0, column: 0 },
  };
  return planImport(foreign(file).sheets[0]?.cells ?? [], target).cells.map(({ areaId, indicatorId, reading }) =>
    [areaId, indicatorId, reading.kind === 'number' ? reading.scaled : reading.kind].join(' '),
  );
}

describe('a file that cannot be read says why', () => {
  const package_ = Uint8Array.from(makeOfficeFile('xlsx'));
  it.each([
    ['nothing in it', new Uint8Array(), 'EMPTY'],
    ['more than 5 MB', new Uint8Array(5_000_001), 'TOO_LARGE'],
    ['Excel before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), 'OLD_EXCEL'],
    ['a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, ...wide('EncryptedPackage')]), 'PASSWORD'],
    [
      'LibreOffice’s own',
      Uint8Array.from(makeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })),
      'OPEN_DOCUMENT',
    ],
    [
      'binary Excel',
      Uint8Array.from(makeZip({ 'xl/workbook.bin': 'x', '[Content_Types].xml': '<x/>' })),
      'BINARY_EXCEL',
    ],
    ['a text document', Uint8Array.from(makeOfficeFile('docx')), 'NOT_A_SPREADSHEET'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 'NOT_A_SPREADSHEET'],
    ['a page to print', bytes('%PDF-1.7'), 'NOT_A_SPREADSHEET'],
    ['cut off', package_.slice(0, package_.length - 30), 'DAMAGED'],
    ['no XML', Uint8Array.from(makeZip({ 'xl/workbook.xml': '<workbook><sheets>' })), 'DAMAGED'],
  ])('%s', (_, file, code) => {
    expect(problemOf(file)).toBe(code);
  });

  it('and one without a filled cell', () => {
    expect(uploadOf(bytes(';;;\r\n'), reportGrid(), 'id')).toEqual({ kind: 'problem', code: 'NO_CELLS' });
  });
});

describe('a file of text', () => {
  const table = 'Kode;Kecamatan;Sasaran;Harga\r\n76.04.04;Polewali;16.377;12,5\r\n76.04.06;Binuang;344;1.612,25\r\n';
  const expected = [
    '76.04.04 ST_SASARAN 16377',
    '76.04.04 HARGA 1250',
    '76.04.06 ST_SASARAN 344',
    '76.04.06 HARGA 161225',
  ];
  it.each([
    ['UTF-8', bytes(table)],
    ['UTF-8 with its mark', bytes(`\uFEFF${table}`)],
    ['UTF-16', wide(`\uFEFF${table}`)],
    ['UTF-16 without its mark', wide(table)],
    ['Windows-1252', latin(`${table}\u00e9;;;`)],
    ['tabs', bytes(table.replaceAll(';', '\t'))],
    ['what Excel calls its separator', bytes(`sep=|\r\n${table.replaceAll(';', '|')}`)],
    ['lines of Unix', bytes(table.replaceAll('\r\n', '\n'))],
    ['quotation marks', bytes(table.replace('Polewali', '"Polewali"').replace('16.377', '"16.377"'))],
  ])('in %s', (_, file) => {
    expect(figures(file)).toEqual(expected);
  });

  it('in English, with commas between the cells', () => {
    const english = 'Code,District,Sasaran,Harga\n76.04.04,Polewali,"16,377",12.5\n76.04.06,Binuang,344,"1,612.25"\n';
    expect(figures(bytes(english))).toEqual(expected);
  });

  it('has the separator that cuts its lines alike', () => {
    expect(separatorOf('a;b\n1,5;2,5\n3,5;4,5')).toBe(';');
    expect(separatorOf('a,b,c\n1,2,3')).toBe(',');
    expect(separatorOf('one column\n12')).toBe('\t');
    expect(decodeText(latin('Mam\u00e0'))).toBe('Mamà');
  });
});

describe('a workbook from elsewhere', () => {
  it('as LibreOffice writes it', () => {
    const file = new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../support/files/verval-polman.xlsx')));
    expect(fileKind(file)).toBe('workbook');
    const [sheet] = readBook(file);
    expect(sheet?.cells.flat().some((cell) => cell?.kind === 'number')).toBe(true);
    expect(foreign(file).sheets.length).toBeGreaterThan(0);
  });

  it('with all that spreadsheets do', () => {
    const { sheets, hiddenSheets } = foreign(workbook());
    expect(hiddenSheets).toEqual(['Lama']);
    const [sheet] = sheets;
    expect(sheet).toMatchObject({ name: 'Isian', hiddenRows: 1, hiddenColumns: 1, mergedCells: 1, formulas: 1 });
    expect(sheet?.cells.map((row) => row.map(({ text }) => text))).toEqual([
      ['Kecamatan', 'Sasaran', 'Valid', 'Harga', 'Keluar status'],
      ['Polewali', '612', '588', '2026-05-01', '#REF!'],
      ['Binuang', '1.204,5', '=A1', '35,4%', ''],
    ]);
    expect(sheet?.places).toEqual({ rows: [0, 1, 3], columns: [0, 1, 3, 4, 5] });
    const target = {
      areas: areas.map((area) => ({ ...area, bpsCode: null })),
      indicators,
      otherAreas: [],
      start: { row: 0, column: 0 },
    };
    expect(planImport(sheet?.cells ?? [], target).cells.map(({ reading }) => reading)).toEqual([
      { kind: 'number', scaled: 612, isRounded: false },
      { kind: 'number', scaled: 588, isRounded: false },
      { kind: 'question', questionId: 'date:2' },
      { kind: 'unreadable', code: 'FORMULA' },
      { kind: 'unreadable', code: 'TOO_MANY_DECIMALS' },
      { kind: 'unreadable', code: 'FORMULA' },
      { kind: 'number', scaled: 3540, isRounded: false },
    ]);
  });

  it('that is a table of a web page under the name of Excel', () => {
    const page =
      '<html><body><table><tr><th>Kecamatan</th><th>Sasaran</th></tr><tr><td>Polewali</td><td>612</td></tr></table></body></html>';
    expect(figures(bytes(page))).toEqual(['76.04.04 ST_SASARAN 612']);
  });

  it.each([
    ['#,##0.00', 'number'],
    ['[$-421]d mmm yyyy;@', 'date'],
    ['[h]:mm', 'date'],
    ['0.0%', 'percent'],
    ['#,##0" hari"', 'number'],
    ['[Red]#,##0;General', 'number'],
    ['_-* #,##0_-', 'number'],
  ])('with the format %s', (code, look) => {
    expect(lookOf(code)).toBe(look);
  });
});

/** With a prefix on every element, shared texts in two fonts, a date, a formula with and without a result, an error. */
function workbook(): Uint8Array {
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const text = (address: string, index: number) => `<x:c r="${address}" t="s"><x:v>${index}</x:v></x:c>`;
  return Uint8Array.from(
    makeZip({
      '_rels/.rels': `<Relationships xmlns="r">${relation('a', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="r">${relation('a', 'worksheet', 'worksheets/isian.xml')}${relation('b', 'worksheet', 'worksheets/lama.xml')}${relation('c', 'sharedStrings', 'sharedStrings.xml')}${relation('d', 'styles', 'styles.xml')}</Relationships>`,
      'xl/workbook.xml': `<x:workbook ${main} xmlns:r="${office}"><x:sheets><x:sheet name="Isian" sheetId="1" r:id="a"/><x:sheet name="Lama" sheetId="2" state="hidden" r:id="b"/></x:sheets></x:workbook>`,
      'xl/sharedStrings.xml': `<x:sst ${main}>${['Kecamatan', 'Sasaran', 'Rahasia', 'Valid', 'Harga', 'Keluar status', 'Binuang'].map((each) => `<x:si><x:t>${each}</x:t></x:si>`).join('')}<x:si><x:r><x:t>Pole</x:t></x:r><x:r><x:t>wali</x:t></x:r><x:rPh><x:t>ポ</x:t></x:rPh></x:si></x:sst>`,
      'xl/styles.xml': `<x:styleSheet ${main}><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/><x:xf numFmtId="10"/></x:cellXfs></x:styleSheet>`,
      'xl/worksheets/lama.xml': `<x:worksheet ${main}><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      'xl/worksheets/isian.xml': `<x:worksheet ${main}><x:cols><x:col min="3" max="3" hidden="1"/></x:cols><x:sheetData>
<x:row r="1">${['A', 'B', 'C', 'D', 'E', 'F'].map((column, index) => text(`${column}1`, index)).join('')}</x:row>
<x:row r="2">${text('A2', 7)}<x:c r="B2"><x:v>612</x:v></x:c><x:c r="C2"><x:v>1</x:v></x:c><x:c r="D2"><x:f>500+88</x:f><x:v>588</x:v></x:c><x:c r="E2" s="1"><x:v>46143</x:v></x:c><x:c r="F2" t="e"><x:v>#REF!</x:v></x:c></x:row>
<x:row r="3" hidden="1">${text('A3', 6)}<x:c r="B3"><x:v>99</x:v></x:c></x:row>
<x:row r="4">${text('A4', 6)}<x:c r="B4"><x:v>1204.5</x:v></x:c><x:c r="D4"><x:f>A1</x:f></x:c><x:c r="E4" s="2"><x:v>0.354</x:v></x:c></x:row>
</x:sheetData><x:mergeCells><x:mergeCell ref="E4:F4"/></x:mergeCells></x:worksheet>`,
    }),
  );
}
