import { currentLanguage, i18n } from '#client/i18n/index.ts';
import { fileNameOf, saveFile } from '#client/lib/save-file.ts';
import type { BookCell, BookRow, BookSheet, Look } from '#client/lib/workbook/book.ts';
import { writeBook } from '#client/lib/workbook/write-book.ts';
import type { HistoryContext } from '#shared/spreadsheet/history.ts';

const head: Look = { bold: true, fill: 'E9EEF5', wrap: true, vertical: 'top' };
/** Codes such as 76.10 and months such as 2025-03 stay what is typed. */
const asText: Look = { format: '@' };

/** Rows of the sheet to fill in whose codes and months are kept as text. */
const preparedRows = 500;

const guideLines = ['row', 'month', 'area', 'indicator', 'value', 'optional', 'wide'] as const;

/** A file to fill in: titles, codes, and how; no figure. */
export function saveTemplate(context: HistoryContext): void {
  const bytes = writeBook(templateSheets(context));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  saveFile(new Blob([bytes], { type }), `${fileNameOf(i18n.t('historyImport:template.fileName'))}.xlsx`);
}

export function templateSheets({ areas, indicators, agencies }: HistoryContext, prepared = preparedRows): BookSheet[] {
  const { t } = i18n;
  const inLanguage = (indonesian: string, english: string) => (currentLanguage() === 'en' ? english : indonesian);
  const areaNames = new Map(areas.map(({ id, name }) => [id, name]));
  const entry = (['month', 'areaCode', 'area', 'indicator', 'value', 'note', 'source', 'agency'] as const).map((key) =>
    t(`historyImport:template.${key}`),
  );
  const blank: BookRow = {
    cells: entry.map((_, column): BookCell => ({ value: null, look: column === 4 ? {} : asText })),
  };
  const list = (name: string, titles: readonly string[], rows: readonly (readonly string[])[]): BookSheet => ({
    name,
    rows: [headRow(titles), ...rows.map((row) => ({ cells: row.map((text) => textCell(text, asText)) }))],
    widths: titles.map((_, column) => (column === 0 ? 22 : 30)),
    frozen: { rows: 1, columns: 1 },
  });
  return [
    {
      name: t('historyImport:template.sheet'),
      rows: [headRow(entry), ...Array.from({ length: prepared }, () => blank)],
      widths: [12, 16, 24, 28, 14, 30, 30, 24],
      frozen: { rows: 1, columns: 0 },
    },
    list(
      t('historyImport:template.areas'),
      (['code', 'bpsCode', 'name', 'level', 'above'] as const).map((key) => t(`historyImport:template.${key}`)),
      areas.map(({ id, bpsCode, name, level, parentId }) => [
        ...[id, bpsCode ?? '', name, t(`common:level.${level}`)],
        parentId === null ? '' : (areaNames.get(parentId) ?? ''),
      ]),
    ),
    list(
      t('historyImport:template.indicators'),
      (['code', 'name', 'issue', 'unit', 'decimals', 'collected'] as const).map((key) =>
        t(`historyImport:template.${key}`),
      ),
      indicators.map((each) => [
        ...[each.id, inLanguage(each.nameId, each.nameEn), t(`common:issue.${each.issueId.toLowerCase()}`)],
        ...[inLanguage(each.unitId, each.unitEn), String(each.decimals)],
        each.levels.map((level) => t(`common:level.${level}`)).join(', '),
      ]),
    ),
    list(
      t('historyImport:template.agencies'),
      (['code', 'abbr', 'name'] as const).map((key) => t(`historyImport:template.${key}`)),
      agencies.map(({ id, abbr, name }) => [id, abbr, name]),
    ),
    {
      name: t('historyImport:template.guide'),
      rows: guideLines.map((line) => ({
        cells: [textCell(t(`historyImport:template.lines.${line}`), { wrap: true, vertical: 'top' })],
      })),
      widths: [100],
    },
  ];
}

function headRow(titles: readonly string[]): BookRow {
  return { cells: titles.map((title) => textCell(title, head)) };
}

function textCell(text: string, look: Look): BookCell {
  return { value: text === '' ? null : { kind: 'text', text }, look };
}
