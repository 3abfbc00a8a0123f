import type { Recap } from '#shared/briefing/content.ts';
import { missing, nameOf, shortNameOf } from '#shared/briefing/scene/figure-words.ts';
import { wordsOf } from '#shared/briefing/scene/kit.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Figure, IndicatorBrief } from '#shared/figure.ts';
import { groupBy } from '#shared/group-by.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import { formatNumber } from '#shared/number-format.ts';
import { recapWords } from './recap-words.ts';

export interface RecapColumn {
  issueId: IssueId;
  issueName: string;
  indicator: IndicatorBrief;
  name: string;
  unit: string;
  /** Where its figure stands in each row. */
  index: number;
}

/** The table's columns in order, those of an issue beside each other. */
export function recapColumns({ columns }: Recap, locale: Locale): RecapColumn[] {
  return columns
    .flatMap(({ issueId, issueNameId, issueNameEn, indicators }) =>
      indicators.map((indicator) => ({
        issueId,
        issueName: nameOf({ nameId: issueNameId, nameEn: issueNameEn }, locale),
        indicator,
        name: shortNameOf(indicator, locale),
        unit: indicator.isPercentage ? '%' : locale === 'id' ? indicator.unitId : indicator.unitEn,
      })),
    )
    .map((column, index) => ({ ...column, index }));
}

export interface RecapCell {
  /** With the separators of the language; "–" where there is no figure. */
  text: string;
  /** Signs that the notes explain. */
  marks: string;
}

export function recapCell(
  figure: Figure | null | undefined,
  column: RecapColumn,
  month: Month,
  locale: Locale,
): RecapCell {
  if (!figure || figure.value === null) return { text: missing, marks: '' };
  const text = formatNumber(figure.value, { locale, decimals: column.indicator.decimals });
  return {
    text,
    marks: `${isPartial(figure) ? '*' : ''}${isProvisional(figure) ? '°' : ''}${isOld(figure, month) ? '†' : ''}`,
  };
}

function isPartial({ held, expected }: Figure): boolean {
  return held < expected;
}

function isProvisional({ basis }: Figure): boolean {
  return basis === 'provisional';
}

function isOld(figure: Figure, month: Month): boolean {
  return figure.month !== month;
}

/** What must be said below the table, one remark a line. */
export function recapNotes(recap: Recap, locale: Locale): string[] {
  const columns = recapColumns(recap, locale);
  const { notes } = recapWords[locale];
  const all = recap.rows.flatMap(({ area, isTotal, figures }) =>
    columns.map((column) => ({ area, isTotal, column, figure: figures[column.index] })),
  );
  const held = all.flatMap(({ figure, ...place }) => (figure && figure.value !== null ? [{ ...place, figure }] : []));
  const old = held.filter(({ figure }) => isOld(figure, recap.month));
  return [
    ...(held.length < all.length ? [notes.missing] : []),
    ...(held.some(({ figure }) => isPartial(figure)) ? [coverageNote(held, locale)] : []),
    ...(held.some(({ figure }) => isProvisional(figure)) ? [notes.provisional] : []),
    ...(old.length > 0 ? [notes.otherMonth(unique(old.map((each) => oldText(each, locale))).join('; '))] : []),
    ...(columns.some(({ indicator }) => indicator.aggregation !== 'sum') ? [notes.notAdded] : []),
    ...(held.length > 0
      ? [
          notes.source(
            sourcesOf(
              held.map(({ figure }) => figure),
              locale,
            ).join('; '),
          ),
        ]
      : []),
    ...(held.some(({ figure }) => figure.isSample) ? [notes.sample] : []),
  ];
}

interface Held {
  area: Recap['rows'][number]['area'];
  isTotal: boolean;
  column: RecapColumn;
  figure: Figure;
}

/** How far the province's figures go; those of regencies are marked in the table. */
function coverageNote(held: readonly Held[], locale: Locale): string {
  const { notes } = recapWords[locale];
  const count = (value: number) => formatNumber(value, { locale, decimals: 0 });
  const partial = held.filter(({ isTotal, figure }) => isTotal && isPartial(figure));
  if (partial.length === 0) return notes.incomplete;
  const byCoverage = groupBy(partial, ({ column, figure }) =>
    [column.issueId, figure.held, figure.expected, column.indicator.collectLevel].join(' '),
  );
  const list = [...byCoverage.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const level = wordsOf[locale].level[first.column.indicator.collectLevel];
    const names = group.map(({ column }) => column.name).join(', ');
    return [
      notes.coverage(first.column.issueName, names, count(first.figure.held), count(first.figure.expected), level),
    ];
  });
  return `${notes.incomplete} ${notes.province}: ${list.join('; ')}.`;
}

function oldText({ column, figure }: Held, locale: Locale): string {
  return `${column.issueName}, ${column.name} ${formatMonth(figure.month, locale)}`;
}

function sourcesOf(figures: readonly Figure[], locale: Locale): string[] {
  return unique(
    figures.map(({ seriesId, source }) => (seriesId === null ? null : source) ?? recapWords[locale].notes.reported),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
