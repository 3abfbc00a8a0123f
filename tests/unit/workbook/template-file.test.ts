// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { uploadOf } from '#client/features/entry/upload-read.ts';
import { formatScaled } from '#shared/number-format.ts';
import type { GridCell, ReportGrid } from '#shared/report.ts';
import { fromScaled } from '#shared/scale.ts';
import { decodeTemplate } from '#shared/spreadsheet/template.ts';
import { noteChanges } from '#shared/spreadsheet/template-diff.ts';
import { elements, packageProblems, partsOf, xmlOf } from '#tests/support/office-package.ts';
import { areas, gridCell, indicators, reportGrid } from '#tests/support/report-grid.ts';
import {
  type CellText,
  readBack,
  rowsOf,
  sheetOf,
  templateFile,
  templateInput,
  withCells,
  withPart,
} from '#tests/support/template-file.ts';

const sheet = 'xl/worksheets/sheet1.xml';

/** Filled in, in part: typed, handed in, verified, not applicable, with a note. */
function startedGrid(overrides: Partial<ReportGrid> = {}): ReportGrid {
  const verified = { value: 588, status: 'verified', verifiedKind: 'number', verifiedValue: 588 } as const;
  return reportGrid({
    cells: [
      gridCell('ST_SASARAN', '76.04.04', { value: 612, note: 'Hasil verval Agustus' }),
      gridCell('ST_VALID', '76.04.04', verified),
      gridCell('ST_SASARAN', '76.04.06', { value: 344, status: 'submitted' }),
      gridCell('ST_INTERVENSI', '76.04.04', { value: 402 }),
      gridCell('ST_KELUAR', '76.04.04', { value: 57 }),
      gridCell('ST_KELUAR', '76.04.13', { kind: 'not_applicable', value: null }),
      gridCell('HARGA', '76.04.04', { value: 1250 }),
    ],
    ...overrides,
  });
}

/** The report after somebody changed cells of it. */
function changed(grid: ReportGrid, ...cells: GridCell[]): ReportGrid {
  const isChanged = (cell: GridCell) =>
    cells.some(({ indicatorId, areaId }) => indicatorId === cell.indicatorId && areaId === cell.areaId);
  return { ...grid, cells: [...grid.cells.filter((cell) => !isChanged(cell)), ...cells] };
}

describe('the workbook of a report', () => {
  it('is a package without faults, that another reader opens', async () => {
    const file = await templateFile(startedGrid());
    const parts = partsOf(file);
    expect(packageProblems(parts)).toEqual([]);
    const sheets = elements(xmlOf(parts, 'xl/workbook.xml'), 'sheet');
    expect(sheets.map((each) => [each.getAttribute('name'), each.getAttribute('state')])).toEqual([
      ['Laporan', null],
      ['Catatan', null],
      ['Petunjuk', null],
      ['_satgas', 'veryHidden'],
    ]);
    const [report] = await readXlsxFile(Buffer.from(file));
    expect(report?.data[0]?.[0]).toBe('Laporan stunting · Agustus 2023');
    expect(report?.data[8]?.slice(0, 8)).toEqual(['76.04.04', 'Polewali', 612, null, 588, null, 402, 367]);
  });

  it('lets only this month be typed, and checks what is', async () => {
    const parts = partsOf(await templateFile(startedGrid()));
    const page = xmlOf(parts, sheet);
    expect(elements(page, 'sheetProtection')[0]?.getAttribute('sheet')).toBe('1');
    const styles = elements(xmlOf(parts, 'xl/styles.xml'), 'xf').filter((each) => each.getAttribute('xfId') === '0');
    const isOpen = (address: string) => {
      const cell = elements(page, 'c').find((each) => each.getAttribute('r') === address);
      const style = styles[Number(cell?.getAttribute('s'))];
      return style !== undefined && elements(style, 'protection')[0]?.getAttribute('locked') === '0';
    };
    const open = elements(page, 'c')
      .map((each) => each.getAttribute('r') ?? '')
      .filter(isOpen);
    // C9 to K11 are this month's figures; E9 is verified, C10 is handed in.
    expect(open).toEqual(['C9', 'G9', 'I9', 'K9', 'E10', 'G10', 'I10', 'K10', 'C11', 'E11', 'G11', 'I11', 'K11']);
    const rules = elements(page, 'dataValidation').filter((each) => each.getAttribute('type') === 'custom');
    expect(rules.map((each) => each.getAttribute('sqref'))).toEqual([
      'C9 C11',
      'E10:E11',
      'G9:G11',
      'I9:I11',
      'K9:K11',
    ]);
    for (const rule of rules) {
      expect(elements(rule, 'formula1')[0]?.textContent?.length).toBeLessThanOrEqual(255);
      expect(rule.getAttribute('error')?.length).toBeLessThanOrEqual(255);
      expect(rule.getAttribute('errorTitle')?.length).toBeLessThanOrEqual(32);
    }
    expect(elements(rules[0] ?? page, 'formula1')[0]?.textContent).toMatch(/^IF\(ISNUMBER\(C9\),AND\(C9>=0,/);
  });

  it('computes what remains and what share was reached, with the result at hand', async () => {
    const page = xmlOf(partsOf(await templateFile(startedGrid())), sheet);
    const formulas = elements(page, 'c').flatMap((cell) => {
      const [formula] = elements(cell, 'f');
      return formula
        ? [`${cell.getAttribute('r')} ${formula.textContent} → ${elements(cell, 'v')[0]?.textContent}`]
        : [];
    });
    expect(formulas).toContain('M9 IF(COUNT(E9,I9)=2,E9-I9,"") → 531');
    expect(formulas).toContain('N9 IF(COUNT(G9,E9)=2,IF(E9>0,G9/E9,""),"") → 0.6836734693877551');
    expect(formulas).toContain('C12 IF(COUNT(C9:C11)=0,"",SUM(C9:C11)) → 956');
    expect(formulas).toContain('N10 IF(COUNT(G10,E10)=2,IF(E10>0,G10/E10,""),"") → ');
  });

  it('holds any text a person may have written, and gives it back', async () => {
    const nasty = `<b>&"'\n\t_x0041_ =SUM(A1) \u0007 ]]> \uD83C\uDF3A é`;
    const grid = startedGrid({ cells: [gridCell('ST_SASARAN', '76.04.04', { value: 1, note: nasty })] });
    const file = await templateFile(grid);
    expect(sheetOf(file, 'Catatan').cells[4]?.[2]?.text).toBe(nasty.replace('\u0007', ''));
    const { upload } = readBack(file, grid);
    expect(
      noteChanges(
        upload.notes,
        () => ({ note: nasty.replace('\u0007', '') }),
        () => null,
      ),
    ).toEqual([]);
  });

  it('takes what was typed and could not be read along, and says that it stays so', async () => {
    const grid = startedGrid();
    const input = { rejected: { 'ST_VALID 76.04.13': '12x' } };
    const file = await templateFile(grid, input);
    expect(sheetOf(file, 'Laporan').cells[10]?.[4]?.text).toBe('12x');
    expect(readBack(file, grid).result.unreadable).toEqual([]);
  });

  it('speaks English with the application', async () => {
    const file = await templateFile(startedGrid(), { locale: 'en' });
    expect(sheetOf(file, 'Report').cells[10]?.[8]?.text).toBe('n/a');
    const back = readBack(file, startedGrid());
    expect([back.changes, back.upload.remarks, back.upload.otherSheets]).toEqual([[], [], []]);
    await templateInput(startedGrid());
  });
});

describe('a file that comes back', () => {
  it('changes nothing where nothing was changed in it', async () => {
    const grid = startedGrid();
    const { changes, result, plan, upload } = readBack(await templateFile(grid), grid);
    expect(changes).toEqual([]);
    expect([
      result.conflicts,
      result.waiting,
      plan.extraRows,
      plan.extraColumns,
      plan.notCollected,
      plan.cleared,
    ]).toEqual([[], [], [], [], [], []]);
    expect([upload.remarks, upload.sheet.formulas, upload.sheet.mergedCells, upload.sheet.hiddenRows]).toEqual([
      [],
      0,
      0,
      0,
    ]);
  });

  it('never takes back what the report got since', async () => {
    const grid = startedGrid();
    const file = await templateFile(grid);
    const since = changed(
      grid,
      gridCell('ST_SASARAN', '76.04.04', { value: 640, version: 2 }),
      gridCell('ST_VALID', '76.04.13', { value: 95 }),
    );
    expect(readBack(file, since).changes).toEqual([]);
    expect(readBack(withCells(file, { G9: 410 }), since).changes).toEqual(['Polewali ST_INTERVENSI 410']);
  });

  it('asks where a cell was changed in it and in the report', async () => {
    const grid = startedGrid();
    const file = withCells(await templateFile(grid), { C9: 620, E11: 96 });
    const since = changed(
      grid,
      gridCell('ST_SASARAN', '76.04.04', { value: 640, version: 2 }),
      gridCell('ST_VALID', '76.04.13', { value: 96 }),
    );
    const { result, changes } = readBack(file, since);
    expect(changes).toEqual([]);
    expect(result.same).toBe(1);
    expect(result.conflicts.map(({ cell, to, written }) => [cell.value, to.value, written.value])).toEqual([
      [640, 620, 612],
    ]);
    expect(readBack(file, since, { 'ST_SASARAN 76.04.04': 'file' }).changes).toEqual(['Polewali ST_SASARAN 620']);
    expect(readBack(file, since, { 'ST_SASARAN 76.04.04': 'now' }).changes).toEqual([]);
  });

  it('reads the words of its instructions', async () => {
    const grid = startedGrid();
    const words = { C9: null, G9: 'belum ada data', I9: 0, K9: 'tb', C11: 't.b.', E11: '-' };
    const { changes, result, plan } = readBack(withCells(await templateFile(grid), words), grid);
    expect(changes).toEqual([
      'Polewali ST_INTERVENSI not_reported',
      'Polewali ST_KELUAR 0',
      'Polewali HARGA not_applicable',
      'Anreapi ST_SASARAN not_applicable',
    ]);
    expect(plan.cleared).toEqual([{ areaId: '76.04.04', indicatorId: 'ST_SASARAN' }]);
    expect(result.questions.map(({ question }) => question.topic)).toEqual(['dash']);
  });

  it('asks about texts, and about no number', async () => {
    const grid = startedGrid();
    const { changes, result } = readBack(
      withCells(await templateFile(grid), { K10: 1612, K11: '1.612', G10: 1.5, G11: '=1/0' }),
      grid,
    );
    expect(changes).toEqual(['Binuang HARGA 161200']);
    expect(result.waiting.map(({ cell }) => `${cell.areaName} ${cell.indicatorId}`)).toEqual(['Anreapi HARGA']);
    expect(result.unreadable.map(({ planned }) => planned.reading)).toEqual([
      { kind: 'unreadable', code: 'TOO_MANY_DECIMALS' },
      { kind: 'unreadable', code: 'FORMULA' },
    ]);
  });

  it('leaves what is locked, with the cells by name', async () => {
    const grid = startedGrid();
    const { changes, result } = readBack(withCells(await templateFile(grid), { C10: 999 }), grid);
    expect(changes).toEqual([]);
    expect(result.readOnly.map(({ cell }) => cell.key)).toEqual(['ST_SASARAN 76.04.06']);
  });

  it('gives the notes back that were changed in it, and asks about those that changed in the report, too', async () => {
    const grid = startedGrid();
    const notes = { C5: 'Sesudah verval', D6: 'Baru', E6: '-' };
    const { upload } = readBack(withCells(await templateFile(grid), notes, 'xl/worksheets/sheet2.xml'), grid);
    const written = ({ areaId }: { areaId: string }) => ({
      note: areaId === '76.04.04' ? 'Hasil verval Agustus' : null,
    });
    const of = (now: string | null) =>
      noteChanges(upload.notes, written, ({ areaId }) => (areaId === '76.04.04' ? now : null)).map(
        ({ areaId, indicatorId, file, isConflict }) => [areaId, indicatorId, file, isConflict],
      );
    expect(of('Hasil verval Agustus')).toEqual([
      ['76.04.04', 'ST_SASARAN', 'Sesudah verval', false],
      ['76.04.06', 'ST_VALID', 'Baru', false],
    ]);
    expect(of('Diperiksa Dinkes')[0]).toEqual(['76.04.04', 'ST_SASARAN', 'Sesudah verval', true]);
  });
});

describe('a template that people have worked on', () => {
  const rowPattern = /<row r="(9|10|11|12)"[^>]*>.*?<\/row>/g;

  it('may be sorted, cut and added to', async () => {
    const grid = startedGrid();
    const file = withCells(await templateFile(grid), { G9: 410, G11: 71 });
    // Polewali and Anreapi change places, Binuang goes, and a row of another regency comes below.
    const sorted = withPart(file, sheet, (xml) => {
      const rows = [...xml.matchAll(rowPattern)].map(([text]) => text);
      const moved = (text = '', to = 0) => text.replace(/ r="([A-Z]*)\d+"/g, ` r="$1${to}"`);
      const extra = '<row r="13"><c r="A13" t="inlineStr"><is><t>76.99.01</t></is></c><c r="G13"><v>5</v></c></row>';
      return xml.replace(rows.join(''), moved(rows[2], 9) + moved(rows[0], 10) + moved(rows[3], 12) + extra);
    });
    const { changes, plan } = readBack(sorted, grid);
    expect(changes).toEqual(['Anreapi ST_INTERVENSI 71', 'Polewali ST_INTERVENSI 410']);
    expect(plan.extraRows.map(({ row, why }) => [row + 1, why])).toEqual([[13, 'unknown']]);
  });

  it('may lose a column or its title, and gain one', async () => {
    const grid = startedGrid();
    const file = withCells(await templateFile(grid), { G9: 410, I5: 'Lulus' });
    const cut = withPart(file, sheet, (xml) =>
      xml
        .replace(/<c r="E\d+"[^>]*?(?:\/>|>.*?<\/c>)/g, '')
        .replace(/(<row r="9"[^>]*>.*?)(<\/row>)/, '$1<c r="P9"><v>77</v></c>$2')
        .replace(/(<row r="5"[^>]*>.*?)(<\/row>)/, '$1<c r="P5" t="inlineStr"><is><t>Hitungan saya</t></is></c>$2'),
    );
    const { changes, upload, plan } = readBack(cut, grid);
    expect(changes).toEqual(['Polewali ST_INTERVENSI 410']);
    expect(upload.remarks).toEqual([
      { code: 'column_missing', titles: ['Valid'] },
      { code: 'title_changed', columns: [{ indicatorId: 'ST_KELUAR', written: 'Keluar status', now: 'Lulus' }] },
    ]);
    expect(plan.extraColumns.map(({ title }) => title)).toEqual(['Hitungan saya']);
  });

  it('is known by its titles where the hidden row of codes was deleted', async () => {
    const grid = startedGrid();
    const file = withPart(withCells(await templateFile(grid), { G9: 410 }), sheet, (xml) =>
      xml.replace(/<row r="8"[^>]*>.*?<\/row>/, ''),
    );
    const { changes, upload } = readBack(file, grid);
    expect(upload.remarks).toEqual([{ code: 'codes_missing' }]);
    expect(changes).toEqual(['Polewali ST_INTERVENSI 410']);
  });

  it('may be filtered, merged, computed in and given further sheets', async () => {
    const grid = startedGrid();
    const file = withPart(withCells(await templateFile(grid), { G9: 410, G10: 1 }), sheet, (xml) =>
      xml
        .replace('<row r="10"', '<row hidden="1" r="10"')
        .replace(/(<mergeCells[^>]*>)/, '$1<mergeCell ref="G11:G12"/>')
        .replace(/(<c r="G9"[^>]*>)/, '$1<f>400+10</f>'),
    );
    const { changes, upload } = readBack(file, grid);
    expect(changes).toEqual(['Polewali ST_INTERVENSI 410', 'Binuang ST_INTERVENSI 1']);
    expect([upload.sheet.hiddenRows, upload.sheet.mergedCells, upload.sheet.formulas]).toEqual([1, 1, 1]);
    const renamed = withPart(file, 'xl/workbook.xml', (xml) => xml.replace('name="Petunjuk"', 'name="Sheet1"'));
    expect(readBack(renamed, grid).upload.otherSheets).toEqual(['Sheet1']);
  });

  it('is a stranger to another month, agency or issue', async () => {
    const file = await templateFile(startedGrid());
    for (const reportKey of ['2023-07_ST_biro-hukum', '2023-08_ST_biro-umum', '2023-08_IN_biro-hukum']) {
      const grid = startedGrid();
      const other = { ...grid, report: { ...grid.report, reportKey } };
      const upload = uploadOf(file, other, 'id');
      expect(upload.kind === 'other_report' && upload.head.reportKey).toBe('2023-08_ST_biro-hukum');
    }
  });

  it('is compared with the report as it is where its hidden data were changed, and read as a table in another format', async () => {
    const grid = startedGrid();
    const made = withCells(await templateFile(grid), { G9: 410 });
    const hidden = 'xl/worksheets/sheet4.xml';
    const altered = withPart(made, hidden, (xml) => xml.replace('&quot;value&quot;:612', '&quot;value&quot;:613'));
    const back = readBack(altered, grid);
    expect([back.upload.template, back.upload.remarks, back.changes]).toEqual([
      undefined,
      [],
      ['Polewali ST_INTERVENSI 410'],
    ]);
    const older = withPart(made, hidden, (xml) => xml.replace('&quot;format&quot;:1', '&quot;format&quot;:0'));
    expect(uploadOf(older, grid, 'id')).toMatchObject({ kind: 'foreign', isOtherFormat: true });
    const lines = sheetOf(older, '_satgas').cells.map((row) => row[0]?.text ?? '');
    expect(decodeTemplate(lines)).toMatchObject({ kind: 'other_format', head: { format: 0 } });
  });

  it('says what the report asks for now and did not then', async () => {
    const grid = startedGrid();
    const file = withCells(await templateFile(grid), { K9: 13.5, G9: 410 });
    const [, , third] = areas;
    const later: ReportGrid = {
      ...grid,
      indicators: [
        ...indicators
          .filter(({ id }) => id !== 'ST_KELUAR')
          .map((each) => (each.id === 'HARGA' ? { ...each, unitId: 'rupiah' } : each)),
        { ...(indicators[0] ?? reportGrid().indicators[0]), id: 'ST_BARU' } as (typeof indicators)[number],
      ],
      areas: [...areas, { ...(third ?? areas[0]), id: '76.04.99', name: 'Baru' } as (typeof areas)[number]],
    };
    const { upload, changes } = readBack(file, later);
    expect(changes).toEqual(['Polewali ST_INTERVENSI 410']);
    expect(upload.remarks).toEqual([
      { code: 'column_gone', titles: ['Keluar status'] },
      { code: 'column_new', indicatorIds: ['ST_BARU'] },
      { code: 'unit_changed', indicatorIds: ['HARGA'] },
      { code: 'area_new', areaIds: ['76.04.99'] },
    ]);
  });

  it('survives being saved by LibreOffice', () => {
    const file = new Uint8Array(
      readFileSync(path.join(import.meta.dirname, '../../support/files/template-resaved.xlsx')),
    );
    const grid = startedGrid();
    const { changes, upload, result, plan } = readBack(file, grid);
    expect(changes).toEqual([]);
    expect([upload.remarks, upload.otherSheets, result.conflicts, plan.extraRows, plan.cleared]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(upload.template?.reportKey).toBe('2023-08_ST_biro-hukum');
  });
});

describe('any report', () => {
  const figure = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map((value) => ({ kind: 'number', value }) as const),
    },
    fc.constant({ kind: 'not_applicable', value: null } as const),
    fc.constant({ kind: 'not_reported', value: null } as const),
  );
  const places = areas.flatMap(({ id: areaId }, row) =>
    indicators.map(({ id: indicatorId, decimals }, column) => ({
      areaId,
      indicatorId,
      decimals,
      address: `${'CEGIK'[column]}${9 + row}`,
    })),
  );
  const states = fc.array(figure, { minLength: places.length, maxLength: places.length });
  const gridOf = (figures: readonly (typeof figure extends fc.Arbitrary<infer F> ? F : never)[]) =>
    reportGrid({
      cells: places.map(({ areaId, indicatorId }, index) =>
        gridCell(indicatorId, areaId, { ...figures[index], version: 1 }),
      ),
    });

  it('is filled in and read back as it was filled in, whatever the report has become', async () => {
    await fc.assert(
      fc.asyncProperty(
        states,
        states,
        states,
        fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
        async (then, now, filled, touched) => {
          const file = await templateFile(gridOf(then));
          const edits = places.flatMap(({ address, decimals }, index): [string, CellText][] => {
            const to = filled[index];
            if (!touched[index] || !to) return [];
            if (to.kind === 'number') return [[address, fromScaled(to.value, decimals)]];
            return [[address, to.kind === 'not_applicable' ? 'tb' : 'belum ada data']];
          });
          const { result } = readBack(withCells(file, Object.fromEntries(edits)), gridOf(now));
          const same = (a: { kind: string; value: number | null } | undefined, b: typeof a) =>
            a?.kind === b?.kind && a?.value === b?.value;
          const expected = places.flatMap(({ areaId, indicatorId }, index) => {
            const [base, present, to] = [then[index], now[index], filled[index]];
            if (!touched[index] || same(to, base) || same(to, present)) return [];
            return [
              `${areaId} ${indicatorId} ${same(present, base) ? 'changed' : 'conflict'} ${to?.kind} ${to?.value}`,
            ];
          });
          const line = (
            cell: { areaId: string; indicatorId: string },
            fate: string,
            to: { kind: string; value: number | null } | undefined,
          ) => `${cell.areaId} ${cell.indicatorId} ${fate} ${to?.kind} ${to?.value}`;
          const found = [
            ...result.changes.map(({ cell, to }) => line(cell, 'changed', to)),
            ...result.conflicts.map(({ cell, to }) => line(cell, 'conflict', to)),
          ];
          expect(found.toSorted()).toEqual(expected.toSorted());
          expect([result.waiting, result.unreadable]).toEqual([[], []]);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('filled in with texts, as either country writes numbers, is read as what was meant or asked about', async () => {
    const file = await templateFile(reportGrid());
    await fc.assert(
      fc.property(states, fc.constantFrom('id', 'en'), (filled, locale) => {
        const edits = places.flatMap(({ address, decimals }, index): [string, CellText][] => {
          const value = filled[index]?.value ?? null;
          return value === null ? [] : [[address, formatScaled(value, decimals, locale)]];
        });
        const { result } = readBack(withCells(file, Object.fromEntries(edits)), reportGrid());
        const meant = new Map(
          places.map(({ areaId, indicatorId }, index) => [`${indicatorId} ${areaId}`, filled[index]]),
        );
        for (const { cell, to } of result.changes) expect(to?.value).toBe(meant.get(cell.key)?.value);
        expect(result.changes.length + result.waiting.length).toBe(edits.length);
        expect(result.unreadable).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('shows in its file what it holds', async () => {
    const grid = startedGrid();
    const rows = sheetOf(await templateFile(grid), 'Laporan').cells.slice(8, 11);
    for (const [index, row] of rowsOf(grid).entries()) {
      expect(rows[index]?.[2]?.value).toBe(row.cells.get('ST_SASARAN')?.value ?? undefined);
    }
  });
});
