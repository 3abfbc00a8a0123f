import writeExcelFile, { type Sheet } from 'write-excel-file/node';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import { nameOf, shortNameOf, unitOf } from '#shared/briefing/scene/figure-words.ts';
import { momentOf, wordsOf } from '#shared/briefing/scene/kit.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import { figureColumns, figureRows } from './figure-rows.ts';
import { type CellValue, type Column, sheetOf } from './sheet.ts';
import { bookWords } from './words.ts';

export interface BuildOptions {
  locale: Locale;
  /** Told how far it is, 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Every figure of the edition as a workbook: numbers are numbers with the indicator's decimals, what is missing is an
 * empty cell. Lists of changes and action items get sheets of their own where the edition has such slides.
 */
export async function buildXlsx(edition: Edition, { locale, onProgress }: BuildOptions): Promise<Uint8Array> {
  const rows = figureRows(edition);
  const { sheets } = bookWords[locale];
  const book: Sheet<never>[] = [
    sheetOf(sheets.figures, figureColumns(locale, issueNamesOf(edition, locale)), rows, locale),
    editionSheet(edition, locale),
    recapSheet(edition, locale),
    indicatorSheet(
      edition,
      rows.map((row) => row.indicator),
      locale,
    ),
    ...changeSheets(edition, locale),
    ...actionSheets(edition, locale),
  ];
  onProgress?.(0.4);
  const bytes = await writeExcelFile(book, { fontFamily: 'Arial', fontSize: 10 }).toBuffer();
  onProgress?.(1);
  return bytes;
}

function issueNamesOf({ content }: Edition, locale: Locale): Map<string, string> {
  const names = new Map(
    content.recap.columns.map((column) => [column.issueId, locale === 'id' ? column.issueNameId : column.issueNameEn]),
  );
  for (const { body } of content.slides) {
    if ('issue' in body) names.set(body.issue.id, nameOf(body.issue, locale));
    if (body.kind === 'situation') for (const { issue } of body.cards) names.set(issue.id, nameOf(issue, locale));
    if (body.kind === 'heat_map') for (const issue of body.issues) names.set(issue.id, nameOf(issue, locale));
  }
  return names;
}

/** What the edition is, and the hash by which it is checked. */
function editionSheet({ head, content, isIntact }: Edition, locale: Locale): Sheet<never> {
  const words = bookWords[locale];
  const facts: [string, CellValue][] = [
    [words.title, head.title],
    [words.number, head.number],
    [words.month, formatMonth(head.month, locale)],
    [words.scope, words.bases[head.data]],
    [words.province, content.province.name],
    [words.frozenAt, momentOf(head.frozenAt, { locale, timeZone: content.timeZone })],
    [words.frozenAtUtc, head.frozenAt],
    [words.frozenBy, head.frozenByName],
    [words.slides, content.slides.length],
    [words.isSample, head.holdsSample ? words.yes : words.no],
    ['SHA-256', head.sha256],
    [words.isIntact, isIntact ? words.yes : words.no],
    ...content.slides.map((slide, index): [string, CellValue] => [
      `${words.slide} ${index + 1}`,
      slide.written ?? slide.proposed[locale],
    ]),
  ];
  const columns: Column<[string, CellValue]>[] = [
    { title: words.fact, width: 28, cell: ([name]) => name },
    { title: words.content, width: 90, cell: ([, value]) => value },
  ];
  return sheetOf(words.sheets.edition, columns, facts, locale);
}

/** Regencies and the province in rows, the stages of each issue in columns. */
function recapSheet({ content: { recap } }: Edition, locale: Locale): Sheet<never> {
  const words = bookWords[locale];
  type Row = (typeof recap.rows)[number];
  const indicators = recap.columns.flatMap((column) =>
    column.indicators.map((indicator) => ({
      indicator,
      issue: locale === 'id' ? column.issueNameId : column.issueNameEn,
    })),
  );
  const columns: Column<Row>[] = [
    { title: words.code, width: 11, cell: (row) => row.area.id },
    {
      title: words.area,
      width: 24,
      cell: (row) => (row.isTotal ? `${row.area.name} (${words.total})` : row.area.name),
    },
    ...indicators.map(
      ({ indicator, issue }, index): Column<Row> => ({
        title: `${issue}: ${shortNameOf(indicator, locale)} (${unitOf(indicator, locale)})`,
        width: 17,
        cell: (row) => ({ value: row.figures[index]?.value ?? null, decimals: indicator.decimals }),
      }),
    ),
  ];
  return sheetOf(words.sheets.recap, columns, recap.rows, locale);
}

function indicatorSheet({ content }: Edition, used: readonly IndicatorBrief[], locale: Locale): Sheet<never> {
  const words = bookWords[locale];
  const all = [...used, ...content.recap.columns.flatMap((column) => column.indicators)];
  const indicators = [...new Map(all.map((indicator) => [indicator.id, indicator])).values()];
  const columns: Column<IndicatorBrief>[] = [
    { title: words.indicatorId, width: 20, cell: (row) => row.id },
    { title: words.issueId, width: 9, cell: (row) => row.issueId },
    { title: words.name, width: 44, cell: (row) => nameOf(row, locale) },
    { title: words.nameOther, width: 44, cell: (row) => nameOf(row, locale === 'id' ? 'en' : 'id') },
    { title: words.shortName, width: 22, cell: (row) => shortNameOf(row, locale) },
    { title: words.unit, width: 12, cell: (row) => unitOf(row, locale) },
    { title: words.decimals, width: 9, cell: (row) => row.decimals },
    { title: words.direction, width: 16, cell: (row) => words.directions[row.direction] },
    { title: words.measure, width: 20, cell: (row) => words.measures[row.measure] },
    { title: words.aggregation, width: 34, cell: (row) => words.aggregations[row.aggregation] },
    { title: words.periodicity, width: 14, cell: (row) => words.periodicities[row.periodicity] },
    { title: words.level, width: 14, cell: (row) => wordsOf[locale].level[row.collectLevel] },
  ];
  return sheetOf(words.sheets.indicators, columns, indicators, locale);
}

type ChangeRow = SlideBodyOf<'changes'>['changes'][number] & { slide: number };

function changeSheets({ content }: Edition, locale: Locale): Sheet<never>[] {
  const words = bookWords[locale];
  const rows = content.slides.flatMap(({ body }, index): ChangeRow[] =>
    body.kind === 'changes' ? body.changes.map((change) => ({ ...change, slide: index + 1 })) : [],
  );
  if (rows.length === 0) return [];
  const real = (row: ChangeRow, value: number | null | undefined) => ({
    value: value ?? null,
    decimals: row.indicator.decimals,
  });
  const status = (side: ChangeRow['before']) => (side?.status ? wordsOf[locale].status[side.status] : null);
  const columns: Column<ChangeRow>[] = [
    { title: words.slide, width: 7, cell: (row) => row.slide },
    { title: words.indicatorId, width: 18, cell: (row) => row.indicator.id },
    { title: words.indicator, width: 38, cell: (row) => nameOf(row.indicator, locale) },
    { title: words.areaId, width: 11, cell: (row) => row.areaId },
    { title: words.area, width: 20, cell: (row) => row.areaName },
    { title: words.month, width: 10, cell: (row) => row.month },
    { title: words.change, width: 26, cell: (row) => wordsOf[locale].changes.kind[row.kind] },
    { title: words.before, width: 13, cell: (row) => real(row, row.before?.value) },
    { title: words.after, width: 13, cell: (row) => real(row, row.after?.value) },
    { title: words.difference, width: 13, cell: (row) => real(row, row.difference) },
    { title: words.statusBefore, width: 16, cell: (row) => status(row.before) },
    { title: words.statusAfter, width: 16, cell: (row) => status(row.after) },
    {
      title: words.reason,
      width: 60,
      cell: (row) => row.reasons.map((each) => `${each.areaName}: ${each.reason}`).join('\n'),
    },
  ];
  return [sheetOf(words.sheets.changes, columns, rows, locale)];
}

type ActionRow = SlideBodyOf<'action_items'>['items'][number] & { slide: number };

function actionSheets({ content }: Edition, locale: Locale): Sheet<never>[] {
  const words = bookWords[locale];
  const rows = content.slides.flatMap(({ body }, index): ActionRow[] =>
    body.kind === 'action_items' ? body.items.map((item) => ({ ...item, slide: index + 1 })) : [],
  );
  if (rows.length === 0) return [];
  const columns: Column<ActionRow>[] = [
    { title: words.slide, width: 7, cell: (row) => row.slide },
    { title: words.text, width: 60, cell: (row) => row.text },
    { title: words.issueId, width: 9, cell: (row) => row.issueId },
    { title: words.owner, width: 34, cell: (row) => `${row.ownerName} (${row.ownerAbbr})` },
    { title: words.due, width: 12, cell: (row) => row.dueDate },
    { title: words.daysLate, width: 12, cell: (row) => row.daysLate },
    { title: words.state, width: 14, cell: (row) => wordsOf[locale].actions.states[row.state] },
  ];
  return [sheetOf(words.sheets.actions, columns, rows, locale)];
}
