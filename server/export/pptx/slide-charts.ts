import type { SlideBodyOf } from '#shared/briefing/content.ts';
import { coverageText, shortNameOf, statusText, valueText } from '#shared/briefing/scene/figure-words.ts';
import { issueInk, type Kit, statusInk } from '#shared/briefing/scene/kit.ts';
import { compareValue } from '#shared/comparison.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { FigureSeries, IndicatorBrief, PlannedPoint } from '#shared/figure.ts';
import type { CascadeAnswer } from '#shared/issue-page.ts';
import { type Month, monthRange } from '#shared/month.ts';
import type { ChartSeries, ChartSpec } from './chart-spec.ts';
import { axisScale, countsWithoutZero, hasNegative, numberFormat, percentSuffix, valueFormat } from './formats.ts';
import { hex } from './template.ts';
import { fileWords } from './words.ts';

/** The stages of a cascade as bars; a stage without a figure keeps its place, empty. */
export function cascadeChart(
  cascade: CascadeAnswer,
  issueId: IndicatorBrief['issueId'],
  { locale }: Kit,
): ChartSpec | null {
  const stages = cascade.stages.filter(({ stage }) => stage !== 'referred');
  const [first] = stages;
  if (!first || stages.every(({ figure }) => figure?.value == null)) return null;
  const shades = [hex(issueInk(issueId, '-soft')), hex(issueInk(issueId)), hex(issueInk(issueId, '-deep'))];
  const color = (index: number) => shades[index === 0 ? 0 : index === stages.length - 1 ? 2 : 1] ?? hex('primary');
  return {
    kind: 'bar',
    categories: stages.map(({ indicator }) => shortNameOf(indicator, locale)),
    series: [
      {
        name: fileWords[locale].figure,
        values: stages.map(({ figure }) => figure?.value ?? null),
        color: hex(issueInk(issueId)),
        pointColors: stages.map((_, index) => color(index)),
        labels: 'all',
      },
    ],
    valueFormat: valueFormat(
      first.indicator,
      locale,
      stages.map(({ figure }) => figure?.value ?? null),
    ),
    axis: null,
    hasLegend: false,
    altText: `${fileWords[locale].cascadeAlt}: ${stages.map(({ indicator, figure }) => `${shortNameOf(indicator, locale)} ${valueText(figure?.value ?? null, indicator, locale)}`).join(', ')}`,
    locale,
  };
}

interface LineInput {
  indicator: IndicatorBrief;
  series: readonly FigureSeries[];
  planned: readonly PlannedPoint[];
  from: Month;
  to: Month;
  nameOf: (series: FigureSeries) => string;
}

/** Lines with their path or band; null where nothing is held. A month without a figure is a gap. */
export function lineChart({ indicator, series, planned, from, to, nameOf }: LineInput, kit: Kit): ChartSpec | null {
  const { locale } = kit;
  const words = fileWords[locale];
  const months = drawnMonths(series, planned, from, to);
  const colors = [
    hex(issueInk(indicator.issueId)),
    hex('muted'),
    hex(issueInk(indicator.issueId, '-deep')),
    hex('status-attention'),
  ];
  const lines: ChartSeries[] = series
    .map((each) => ({ each, byMonth: new Map(each.points.map((point) => [point.month, point.value])) }))
    .map(({ each, byMonth }, index) => ({
      name: nameOf(each),
      values: months.map((month) => byMonth.get(month) ?? null),
      color: colors[index % colors.length] ?? hex('muted'),
      labels: 'none' as const,
      labelColor: colors[index % colors.length],
    }))
    .filter((line) => line.values.some((value) => value !== null));
  if (lines.length === 0) return null;
  const plan = (name: string, value: (point: PlannedPoint) => number | null): ChartSeries[] => {
    const byMonth = new Map(planned.map((point) => [point.month, value(point)]));
    const values = months.map((month) => byMonth.get(month) ?? null);
    return values.some((each) => each !== null)
      ? [{ name, values, color: hex('muted'), isDashed: true, labels: 'none' }]
      : [];
  };
  const isBand = planned.some(({ low, high }) => low !== null && high !== null);
  const paths = isBand
    ? [...plan(words.bandLow, (point) => point.low), ...plan(words.bandHigh, (point) => point.high)]
    : plan(words.plan, (point) => point.value);
  const all = [...labelled(lines), ...paths];
  const values = all.flatMap((line) => line.values);
  const { decimals, ...scale } = axisScale(values);
  const { isPercentage } = indicator;
  return {
    kind: 'line',
    categories: months.map((month) => formatMonth(month, locale, 'short')),
    series: all,
    valueFormat: valueFormat(indicator, locale, values),
    axis: {
      ...scale,
      format: numberFormat(locale, decimals, percentSuffix(isPercentage, locale), hasNegative(values)),
    },
    hasLegend: true,
    joinsGaps: indicator.periodicity !== 'monthly',
    altText: `${words.trajectoryAlt}: ${lines.map((line) => lastOf(line, months, indicator, kit)).join('; ')}`,
    locale,
  };
}

/** From the first month that anything is drawn for to the last. */
function drawnMonths(
  series: readonly FigureSeries[],
  planned: readonly PlannedPoint[],
  from: Month,
  to: Month,
): Month[] {
  const drawn = new Set([
    ...series.flatMap((each) => each.points.flatMap((point) => (point.value === null ? [] : point.month))),
    ...planned.flatMap((point) => (point.value === null && point.low === null ? [] : point.month)),
  ]);
  const months = monthRange(from, to);
  return months.slice(
    Math.max(
      0,
      months.findIndex((month) => drawn.has(month)),
    ),
    months.findLastIndex((month) => drawn.has(month)) + 1,
  );
}

/** The latest values are written beside their lines, two at most: more would lie on each other. */
function labelled(lines: readonly ChartSeries[]): ChartSeries[] {
  const lastOfLine = (line: ChartSeries) => line.values.findLastIndex((value) => value !== null);
  const latest = Math.max(...lines.map(lastOfLine));
  const told = lines.filter((line) => lastOfLine(line) === latest).slice(0, 2);
  return lines.map((line) => (told.includes(line) ? { ...line, labels: 'last' } : line));
}

function lastOf(
  { name, values }: ChartSeries,
  months: readonly Month[],
  indicator: IndicatorBrief,
  { locale }: Kit,
): string {
  const last = values.findLastIndex((value) => value !== null);
  const month = months[last];
  return `${name} ${valueText(values[last] ?? null, indicator, locale)}${month ? ` (${formatMonth(month, locale)})` : ''}`;
}

type Regencies = NonNullable<SlideBodyOf<'regencies'>['regencies']>;

/**
 * Regencies from the most to the least: a count as a share of its own target group where all can be compared that
 * way, else as it is. Those without a figure come last, empty.
 */
export function rankingChart({ indicator, rows }: Regencies, kit: Kit): ChartSpec | null {
  const { locale } = kit;
  const shares = rows.map(({ figure, targetGroup }) =>
    figure && targetGroup && figure.held === targetGroup.held
      ? compareValue({ value: figure.value, population: null, targetGroup: targetGroup.value }, 'pct_of_target')
      : null,
  );
  const isShare =
    !indicator.isPercentage && rows.every(({ figure }, index) => figure?.value == null || shares[index] !== null);
  const measured = rows
    .map((row, index) => ({ row, value: (isShare ? shares[index] : row.figure?.value) ?? null }))
    .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
  if (measured.every(({ value }) => value === null)) return null;
  const written = isShare ? { decimals: 1, isPercentage: true } : indicator;
  const name = isShare ? kit.words.ranking.shareTitle(shortNameOf(indicator, locale)) : shortNameOf(indicator, locale);
  return {
    kind: 'bar',
    categories: measured.map(({ row }) => row.area.name),
    series: [
      {
        name,
        values: measured.map(({ value }) => value),
        color: hex(issueInk(indicator.issueId)),
        pointColors: measured.map(({ row }) => hex(statusInk(row.status.status))),
        labels: 'all',
      },
    ],
    valueFormat: valueFormat(
      written,
      locale,
      measured.map(({ value }) => value),
    ),
    axis: null,
    hasLegend: false,
    altText: `${fileWords[locale].rankingAlt}, ${name}: ${measured.map(({ row, value }) => `${row.area.name} ${valueText(value, written, locale)} (${statusText(row.status, kit)})`).join(', ')}`,
    locale,
  };
}

/** What the ranking's title says is compared. */
export function rankingTitle(spec: ChartSpec): string {
  return spec.series[0]?.name ?? '';
}

/** Reports by issue, stacked by how far they are. */
export function completenessChart(
  { issues, total }: SlideBodyOf<'completeness'>,
  { locale, words }: Kit,
): ChartSpec | null {
  const file = fileWords[locale];
  const rows = [
    ...(total ? [{ name: words.completeness.total, counts: total }] : []),
    ...issues.flatMap(({ issue, completeness }) =>
      completeness ? [{ name: locale === 'id' ? issue.nameId : issue.nameEn, counts: completeness }] : [],
    ),
  ];
  if (rows.length === 0) return null;
  const part = (
    name: string,
    value: (counts: (typeof rows)[number]['counts']) => number,
    color: string,
    labelColor: string,
  ): ChartSeries => ({
    name,
    values: rows.map(({ counts }) => value(counts)),
    color,
    labels: 'all',
    labelColor,
  });
  return {
    kind: 'stacked_bar',
    categories: rows.map(({ name }) => name),
    series: [
      part(file.verified, (counts) => counts.verified, hex('status-achieved'), 'FFFFFF'),
      part(file.submitted, (counts) => counts.submitted, '7FBF95', hex('ink')),
      part(file.returned, (counts) => counts.returned, '7C4DCC', 'FFFFFF'),
      part(file.missing, (counts) => counts.missing, 'C9D0DC', hex('ink')),
    ],
    valueFormat: countsWithoutZero,
    axis: null,
    hasLegend: true,
    altText: `${file.completenessAlt}: ${rows.map(({ name, counts }) => `${name} ${words.coverage(String(counts.received), String(counts.expected), '').trim()}`).join(', ')}`,
    locale,
  };
}

/** Beside the bars: which areas are in, and how far along their path. */
export function coverageOf(row: Regencies['rows'][number], indicator: IndicatorBrief, kit: Kit): string {
  return (row.figure && coverageText(row.figure, indicator, kit)) ?? '';
}
