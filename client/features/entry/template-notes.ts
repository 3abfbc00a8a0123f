import { addressOf, type BookCell, type BookSheet } from '#client/lib/workbook/book.ts';
import { columnCode } from '#shared/spreadsheet/template-codes.ts';
import { mayFill, type TemplateInput, textCell } from './template-input.ts';
import type { TemplateLayout } from './template-layout.ts';
import { looks } from './template-looks.ts';

/** A note is as long as the report takes it. */
const longestNote = 2000;
const first = 4;

/** The notes of the report in the order of its figures: one for each cell, so that none needs to name its own. */
export function notesSheet(input: TemplateInput, layout: TemplateLayout, name: string): BookSheet {
  const { rows, title, t } = input;
  const indicators = layout.figures.map(({ column }) => column);
  const open: { row: number; column: number }[] = [];
  const lines = rows.map((row, index) => ({
    cells: [
      textCell(row.area.id, looks.code),
      textCell(row.area.name, looks.area),
      ...indicators.map(({ indicator }, column): BookCell => {
        const cell = row.cells.get(indicator.id);
        if (!cell) return textCell('–', looks.notCollected);
        if (!mayFill(input, cell)) return textCell(cell.note ?? '', looks.noteLocked);
        open.push({ row: first + index, column: column + 2 });
        return textCell(cell.note ?? '', looks.note);
      }),
    ],
  }));
  const [start] = open;
  return {
    name,
    isProtected: true,
    widths: [14, 24, ...indicators.map(() => 28)],
    frozen: { rows: first, columns: 2 },
    print: { titleRows: first },
    validations: start
      ? [
          {
            ranges: open.map((place) => ({ ...place, rows: 1, columns: 1 })),
            formula: `LEN(${addressOf(start.row, start.column)})<=${longestNote}`,
            error: { title: name, text: t('upload:template.noteLength', { count: longestNote }) },
          },
        ]
      : [],
    rows: [
      { cells: [textCell(`${name} · ${title}`, looks.title)], height: 24 },
      { cells: [textCell(t('upload:template.notesHint'), looks.hint)], height: 20 },
      {
        cells: [
          textCell(t('upload:template.code'), looks.head),
          textCell(t('upload:template.name'), looks.head),
          ...indicators.map((column) => textCell(column.title, looks.head)),
        ],
        height: 30,
      },
      {
        isHidden: true,
        cells: [
          textCell(columnCode({ kind: 'area', part: 'code' }), looks.about),
          textCell(columnCode({ kind: 'area', part: 'name' }), looks.about),
          ...indicators.map(({ key }) => textCell(columnCode({ kind: 'note', indicatorId: key }), looks.about)),
        ],
      },
      ...lines,
    ],
  };
}
