// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readHistoryFile } from '#client/features/history-import/history-file.ts';
import { templateSheets } from '#client/features/history-import/save-template.ts';
import { loadWords } from '#client/i18n/index.ts';
import type { BookCell, BookSheet } from '#client/lib/workbook/book.ts';
import { writeBook } from '#client/lib/workbook/write-book.ts';
import { planHistory } from '#shared/spreadsheet/history-plan.ts';
import { historyContext } from '#tests/support/history-context.ts';

const text = (written: string): BookCell => ({ value: { kind: 'text', text: written }, look: {} });
const number = (value: number, format?: string): BookCell => ({
  value: { kind: 'number', value },
  look: format === undefined ? {} : { format },
});

function fileOf(sheets: readonly BookSheet[]): File {
  return new File([writeBook(sheets)], 'riwayat.xlsx');
}

const head = ['Bulan', 'Wilayah', 'Indikator', 'Nilai'].map(text);

describe('a file of past months', () => {
  test('gives months behind dates, percentages as they are shown, and a name that is merged over rows to each', async () => {
    const file = fileOf([
      {
        name: 'Riwayat',
        widths: [],
        rows: [
          { cells: head },
          { cells: [number(45_717, 'mmm-yy'), text('Polewali'), text('Sasaran'), number(1612, '#,##0')] },
          { cells: [null, text('Binuang'), text('Sasaran'), number(344)] },
          { cells: [number(45_748, 'mmm-yy'), text('Anreapi'), text('Sasaran'), number(97)], isHidden: true },
          { cells: [number(45_748, 'mmm-yy'), text('Mamuju'), text('Inflasi'), number(0.0254, '0.00%')] },
        ],
        merges: [{ row: 1, column: 0, rows: 2, columns: 1 }],
      },
    ]);
    const [page] = (await readHistoryFile(file)).pages;
    expect(page?.hiddenRows).toBe(1);
    const plan = planHistory(page ?? { rows: [] }, historyContext);
    expect(plan.problems).toEqual([]);
    expect(plan.figures.map(({ row, month, areaId, value }) => [row, month, areaId, value])).toEqual([
      [2, '2025-03', '76.04.04', 1612],
      [3, '2025-03', '76.04.06', 344],
      [5, '2025-04', '76.02', 254],
    ]);
  });

  test('is CSV in whatever separator and encoding', async () => {
    const lines = ['Bulan;Wilayah;Indikator;Nilai', 'Mar-25;Mamuju;Inflasi;"2,54"'].join('\r\n');
    for (const written of [`\uFEFF${lines}`, lines.replaceAll(';', '\t')]) {
      const [page] = (await readHistoryFile(new File([written], 'riwayat.csv'))).pages;
      const { figures } = planHistory(page ?? { rows: [] }, historyContext);
      expect(figures).toMatchObject([{ month: '2025-03', areaId: '76.02', value: 254 }]);
    }
  });
});

test('the sample file holds titles and codes and no figure, and is read as a history once it is filled in', async () => {
  await loadWords(['historyImport']);
  const sheets = templateSheets(historyContext, 5);
  const { pages } = await readHistoryFile(fileOf(sheets));
  const [first, areas] = pages;
  const empty = planHistory(first ?? { rows: [] }, historyContext);
  expect(empty).toMatchObject({ fileProblem: null, figures: [], problems: [], unknownColumns: [] });
  expect(areas?.rows.map(([code]) => code?.text)).toContain('76.04.12');

  const filled = ['2025-03', '76.04.04', '', 'ST_SASARAN', '1.612', 'dari posyandu', 'e-PPGBM', 'Biro Hukum'];
  const rows = [...(first?.rows.slice(0, 1) ?? []), filled.map((each) => ({ text: each }))];
  expect(planHistory({ rows }, historyContext).figures).toMatchObject([
    { month: '2025-03', value: 1612, note: 'dari posyandu', source: 'e-PPGBM', agencyId: 'biro-hukum' },
  ]);
});
