import { fileNameOf, saveFile } from '#client/lib/save-file.ts';
import { type ExportColumn, type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { writeBook } from '#client/lib/workbook/write-book.ts';
import { formatMonth } from '#shared/date-format.ts';
import { fromScaled } from '#shared/scale.ts';
import type { FigureColumn } from './grid-columns.ts';
import type { Figure, SheetRow } from './sheet-row.ts';
import { templateBook } from './template-book.ts';
import type { TemplateInput } from './template-input.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the report to the browser as a workbook to be filled in. */
export function saveTemplate(input: TemplateInput): void {
  const bytes = writeBook(templateBook(input));
  const { agency, isSample } = input.grid.report;
  const name = fileNameOf([input.title, agency.abbr, ...(isSample ? [input.t('common:sample')] : [])].join(' '));
  saveFile(new Blob([bytes], { type: workbookType }), `${name}.xlsx`);
}

/** The figures of the report as a plain table; its headings are read back by an upload, last month's are not. */
export function reportTable({ grid, rows, groups, words, t, locale }: Omit<TemplateInput, 'facts'>): ExportTable {
  const figures = groups.flatMap(({ columns }) =>
    columns.filter((each): each is FigureColumn => each.kind === 'figure'),
  );
  const month = formatMonth(grid.previousMonth, locale);
  const figure = (of: Figure | undefined, decimals: number) => {
    if (of?.kind === 'not_applicable') return t('upload:word.notApplicable');
    return of?.kind === 'number' && of.value !== null ? { value: fromScaled(of.value, decimals), decimals } : null;
  };
  const columns: ExportColumn<SheetRow>[] = [
    { header: t('upload:csv.code'), kind: 'text', value: ({ area }) => area.id },
    { header: t('upload:template.name'), kind: 'text', value: ({ area }) => area.name },
    ...figures.map(
      ({ indicator, title }): ExportColumn<SheetRow> => ({
        header: t('upload:csv.figure', { id: indicator.id, name: title, unit: words.unit(indicator) }),
        kind: 'figure',
        value: (row) => {
          const cell = row.cells.get(indicator.id);
          return cell?.rejected ?? figure(cell, indicator.decimals);
        },
      }),
    ),
    ...figures.map(
      ({ indicator, title }): ExportColumn<SheetRow> => ({
        header: t('upload:csv.previous', { name: title, month }),
        kind: 'figure',
        value: (row) => figure(row.cells.get(indicator.id)?.previous, indicator.decimals),
      }),
    ),
  ];
  return exportTable(columns, rows);
}
