import { describe, expect, test } from 'vitest';
import { type ImportPlan, type ImportTarget, planImport } from '#shared/spreadsheet/plan.ts';
import { areas, indicators } from '#tests/support/report-grid.ts';

const target: ImportTarget = {
  areas: areas.map((area) => ({ ...area, bpsCode: null })),
  indicators,
  otherAreas: [
    { id: '76.04', name: 'Polewali Mandar', level: 'regency', parentId: '76', bpsCode: '7602', aliases: ['Polman'] },
    { id: '76.04.12', name: 'Balanipa', level: 'district', parentId: '76.04', bpsCode: null, aliases: [] },
  ],
  start: { row: 0, column: 0 },
};
const at = (row: number, column: number): ImportTarget => ({ ...target, start: { row, column } });
const sheet = (text: string) =>
  text.split('\n').map((line) =>
    line
      .trim()
      .split(/ *\| */)
      .map((each) => ({ text: each })),
  );

function figures({ cells }: ImportPlan): string[] {
  return cells.map(({ areaId, indicatorId, reading }) => {
    const said = reading.kind === 'number' ? String(reading.scaled) : reading.kind;
    return `${areaId.slice(-2)} ${indicatorId} ${said}`;
  });
}

describe('where pasted figures go', () => {
  test('a block without names lies at the selected cell, blank rows and cells included', () => {
    const plan = planImport(sheet('344 | | 118\n| |\n97 | 95 | 71'), at(0, 1));
    expect(figures(plan)).toEqual([
      '04 ST_VALID 344',
      '04 ST_KELUAR 118',
      '13 ST_VALID 97',
      '13 ST_INTERVENSI 95',
      '13 ST_KELUAR 71',
    ]);
  });

  test('what reaches beyond the table is told', () => {
    const plan = planImport(sheet('1 | 2\n3 | 4\n5 | 6'), at(1, 4));
    expect(figures(plan)).toEqual(['06 HARGA 100', '13 HARGA 300']);
    expect(plan.extraRows).toEqual([{ row: 2, label: '5 · 6', why: 'beyond' }]);
    expect(plan.extraColumns).toEqual([{ column: 1, title: '', why: 'beyond' }]);
  });

  test('names of rows alone: the figures follow the selected column', () => {
    const plan = planImport(sheet('1 | Anreapi | 97 | 95\n2 | Polewali | 612 | 588'), at(0, 1));
    expect(figures(plan)).toEqual(['13 ST_VALID 97', '13 ST_INTERVENSI 95', '04 ST_VALID 612', '04 ST_INTERVENSI 588']);
  });

  test('names of columns alone: the rows follow the selected row', () => {
    const plan = planImport(sheet('Keluar status | Sasaran\n(1) | (2)\n57 | 612\n9 | 97'), at(1, 3));
    expect(figures(plan).toSorted()).toEqual(
      ['06 ST_SASARAN 612', '06 ST_KELUAR 57', '13 ST_SASARAN 97', '13 ST_KELUAR 9'].toSorted(),
    );
  });

  test('a whole sheet finds its cells, and tells what is not in the report', () => {
    const plan = planImport(
      sheet(
        [
          'Laporan stunting Agustus 2023',
          'No | Kecamatan | Diintervensi | Sasaran | Sisa',
          '1 | Binuang | 118 | 1.612 | 5',
          '2 | Balanipa | 20 | 30 | 1',
          '3 | Wonomulyo | 20 | 30 | 1',
          '4 | Polewali | 402 | 612 | 210',
          '| Jumlah | 560 | 2.284 | 217',
        ].join('\n'),
      ),
      at(2, 2),
    );
    expect(figures(plan).toSorted()).toEqual([
      '04 ST_INTERVENSI 402',
      '04 ST_SASARAN 612',
      '06 ST_INTERVENSI 118',
      '06 ST_SASARAN 1612',
    ]);
    expect(plan.extraRows.map(({ row, why }) => [row, why])).toEqual([
      [3, 'other_area'],
      [4, 'unknown'],
      [6, 'total'],
    ]);
    expect(plan.extraColumns).toEqual([{ column: 4, title: 'Sisa', why: 'unknown' }]);
  });

  test('totals and other areas say nothing about signs', () => {
    const plan = planImport(sheet('Kecamatan | Harga\nPolewali | 1.612\nJumlah | 12,5\nBalanipa | 3,5'), target);
    expect(figures(plan)).toEqual(['04 HARGA question']);
    expect(plan.questions).toMatchObject([{ about: 'cells', cells: [{ text: '1.612', areaId: '76.04.04' }] }]);
    expect(figures(planImport(sheet('Kecamatan | Harga\nPolewali | 1.612'), target, { 'sign:.': 'grouping' }))).toEqual(
      ['04 HARGA 161200'],
    );
  });

  test('a figure for a cell that is not collected is told', () => {
    const some = target.areas.map((area) => ({ ...area, indicatorIds: ['ST_SASARAN'] }));
    const plan = planImport(sheet('612 | 588'), { ...target, areas: some });
    expect(figures(plan)).toEqual(['04 ST_SASARAN 612']);
    expect(plan.notCollected).toEqual([{ areaId: '76.04.04', indicatorId: 'ST_VALID', text: '588' }]);
  });

  test('questions about rows and about cells stand together', () => {
    const text = 'Kecamatan | Sasaran\nBinuang | -\nBinuang | 351';
    const asked = planImport(sheet(text), target);
    expect(asked.questions.map(({ about, question }) => [about, question.id])).toEqual([
      ['match', 'duplicate_row:76.04.06'],
    ]);
    const next = planImport(sheet(text), target, { 'duplicate_row:76.04.06': '1' });
    expect(next.questions.map(({ question }) => question.id)).toEqual(['duplicate_row:76.04.06', 'dash']);
    const done = planImport(sheet(text), target, { 'duplicate_row:76.04.06': '1', dash: 'not_reported' });
    expect(figures(done)).toEqual(['06 ST_SASARAN not_reported']);
  });
});

test('a sheet of 69 × 12 is checked within 200 ms', () => {
  const many = Array.from({ length: 69 }, (_, index) => {
    const id = `76.0${(index % 6) + 1}.${String(10 + Math.floor(index / 6))}`;
    return { id, name: `Kecamatan ${String.fromCharCode(65 + (index % 26))}${index}` };
  });
  const columns = Array.from({ length: 12 }, (_, index) => ({
    ...indicators[index % indicators.length],
    id: `X_${index}`,
    shortNameId: `Kolom ${String.fromCharCode(65 + index)}`,
  }));
  const [area] = target.areas;
  const [indicator] = indicators;
  if (!area || !indicator) throw new Error('the report has neither rows nor columns');
  const large: ImportTarget = {
    ...target,
    areas: many.map((each) => ({ ...area, ...each, indicatorIds: columns.map(({ id }) => id) })),
    indicators: columns.map((each) => ({ ...indicator, ...each })),
  };
  const rows = [
    ['Kode', 'Kecamatan', ...columns.map(({ shortNameId }) => shortNameId)],
    ...many.map(({ id, name }, row) => [id, name, ...columns.map((_, column) => `${(row * column) % 999}.500`)]),
  ].map((row) => row.map((text) => ({ text })));
  const start = performance.now();
  const plan = planImport(rows, large);
  expect(performance.now() - start).toBeLessThan(200);
  expect(plan.cells).toHaveLength(69 * 12);
});
