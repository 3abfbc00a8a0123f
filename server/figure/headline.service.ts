import type { Change, CutOff, Figure, Headline, IndicatorBrief, SeriesPoint, TargetPoint } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { TrajectoryAnswer } from '#shared/issue-page.ts';
import { addMonths, type Month } from '#shared/month.ts';
import { runRate } from '#shared/run-rate.ts';
import { type Catalogue, isCollectedAt } from './catalogue.ts';
import type { IndicatorRow, IssueRow, listCutOffs } from './figure.queries.ts';
import { indicatorBrief, isPercentage } from './figure-rows.ts';
import type { FigureSet } from './figure-set.ts';
import { isCovered, nextTarget, plannedPath, statusAnswer } from './target-path.ts';

/** How long a monthly trend is. */
export const trendMonths = 24;
/** How far back reported figures are read: a headline may be this old. */
const readBackMonths = 36;
/** A yearly figure needs years for a line. */
const yearlyLookBackMonths = 96;

type CutOffRows = Awaited<ReturnType<typeof listCutOffs>>;

/** The latest cut-off that the reports of an issue and month name. */
export function reportedCutOff(rows: CutOffRows, issueId: IssueId, month: Month): CutOff {
  let latest: CutOff = { label: null, date: null };
  for (const row of rows) {
    if (row.issueId !== issueId || row.month !== month) continue;
    if (latest.date === null || (row.cutOffDate ?? '') > latest.date) {
      latest = { label: row.cutOffLabel, date: row.cutOffDate };
    }
  }
  return latest;
}

export function cutOffOf(figure: Figure | null, issueId: IssueId, rows: CutOffRows): CutOff {
  if (!figure) return { label: null, date: null };
  if (figure.basis === 'published') return { label: figure.periodLabel, date: figure.cutOff };
  return reportedCutOff(rows, issueId, figure.month);
}

function changeOf(figures: FigureSet, figure: Figure): Change | null {
  const earlier = figures.before(figure, readFrom(figure.month));
  if (!earlier || earlier.value === null || figure.value === null) return null;
  const { month: fromMonth, value: fromValue } = earlier;
  const isBroken = figures
    .breaks(figure.indicatorId)
    .some((each) => fromMonth < each.month && each.month <= figure.month);
  return {
    value: Number((figure.value - fromValue).toPrecision(12)),
    fromMonth,
    fromValue,
    isPercentagePoint: isPercentage(figures.indicator(figure.indicatorId)),
    isComparable: earlier.held === figure.held && earlier.isComparable && figure.isComparable && !isBroken,
  };
}

export interface HeadlineContext {
  catalogue: Catalogue;
  figures: FigureSet;
  cutOffs: CutOffRows;
}

/** One indicator in one area with its status, change and target; the figure is the latest up to the month. */
export function indicatorHeadline(
  context: HeadlineContext,
  indicator: IndicatorRow,
  areaId: string,
  month: Month,
  role: Headline['role'],
): Headline {
  const { figures, catalogue, cutOffs } = context;
  const figure = figures.latest(indicator.id, areaId, month);
  const targets = figures.targets(indicator.id, areaId);
  return {
    indicator: indicatorBrief(indicator),
    role,
    figure,
    status: statusAnswer(indicator, figure, targets, isCollectedAt(catalogue, indicator.id, areaId)),
    change: figure ? changeOf(figures, figure) : null,
    target: nextTarget(targets, month),
    cutOff: cutOffOf(figure, indicator.issueId, cutOffs),
  };
}

/**
 * The issue's headline, or its official outcome where the headline has no figure yet.
 * @param cityIds areas that stand in for one that publishes none itself: before 2024 inflation was known for Mamuju only
 */
export function issueHeadline(
  context: HeadlineContext,
  issue: IssueRow,
  areaId: string,
  month: Month,
  cityIds: readonly string[] = [],
): Headline {
  const { figures } = context;
  const main = figures.indicator(issue.headlineIndicatorId);
  const standIns = main.direction === 'band' ? cityIds : [];
  const headlines = [areaId, ...standIns].map((id) => indicatorHeadline(context, main, id, month, 'headline'));
  const headline = headlines.find((each) => each.figure) ?? indicatorHeadline(context, main, areaId, month, 'headline');
  if (headline.figure || !issue.outcomeIndicatorId) return headline;
  const outcome = indicatorHeadline(context, figures.indicator(issue.outcomeIndicatorId), areaId, month, 'outcome');
  return outcome.figure ? outcome : headline;
}

/** The months a line of this indicator is drawn for, up to `month`. */
export function lineStart(indicator: Pick<IndicatorRow, 'periodicity'>, month: Month, months = trendMonths): Month {
  return addMonths(month, -(indicator.periodicity === 'monthly' ? months : yearlyLookBackMonths));
}

/** The line that the figure lies on. */
export function lineOf(figures: FigureSet, figure: Figure, from: Month, to: Month): SeriesPoint[] {
  return figures.line(figure.indicatorId, figure.areaId, figure.seriesId, from, to);
}

export function trajectoryOf(
  context: HeadlineContext,
  headline: Headline,
  pageAreaId: string,
  month: Month,
): TrajectoryAnswer {
  const { figures } = context;
  const areaId = headline.figure?.areaId ?? pageAreaId;
  const indicator = figures.indicator(headline.indicator.id);
  const targets = figures.targets(indicator.id, areaId);
  const next = nextTarget(targets, month);
  const publishedFrom = figures.publishedRows(indicator.id, areaId)[0]?.month ?? month;
  const start = lineStart(indicator, month);
  // A few published years may lie before the monthly window; a line of them is worth its length.
  const from = headline.figure?.basis === 'published' && publishedFrom < start ? publishedFrom : start;
  const to = next && next.month > month ? next.month : month;
  return {
    from,
    to,
    series: figures.series(indicator.id, areaId, from, month),
    planned: plannedPath(targets, from, to),
    targets,
    breaks: figures.breaks(indicator.id).filter((each) => each.month >= from && each.month <= to),
    runRate: next && next.low === null ? runRateOf(context, headline, next, month) : null,
  };
}

function runRateOf(
  { figures }: HeadlineContext,
  { figure, indicator }: Headline,
  target: TargetPoint,
  month: Month,
): TrajectoryAnswer['runRate'] {
  if (!figure) return null;
  const start = lineStart(indicator, figure.month);
  // A flow adds up within the year of its target; before that it belongs to another one.
  const from = indicator.measure === 'flow' ? `${target.month.slice(0, 4)}-01` : start;
  const rate = runRate({
    points: from > month ? [] : lineOf(figures, figure, from, month).map((point) => paced(indicator, point)),
    asOf: month,
    targetMonth: target.month,
    targetValue: target.value,
    measure: indicator.measure,
    direction: indicator.direction,
  });
  return { ...rate, targetMonth: target.month, targetValue: target.value };
}

/** A level summed over too few of its cells would be a fall that never happened: to the pace it is a gap. */
function paced(indicator: IndicatorBrief, { month, value, held, expected, basis }: SeriesPoint) {
  const isLevel = indicator.aggregation === 'sum' && indicator.measure !== 'flow' && basis !== 'published';
  return { month, value: isLevel && !isCovered({ held, expected }) ? null : value };
}

/** The first month of which reported figures are read for a page about `month`. */
export function readFrom(month: Month): Month {
  return addMonths(month, -readBackMonths);
}

/** An issue's headline and the outcome that may stand in for it. */
export function headlineIndicatorIds(issues: readonly IssueRow[]): string[] {
  return issues.flatMap((issue) => [
    issue.headlineIndicatorId,
    ...(issue.outcomeIndicatorId ? [issue.outcomeIndicatorId] : []),
  ]);
}

/** The headlines for which a city may stand in for its province. */
export function bandIndicatorIds({ issues, indicators }: Catalogue): string[] {
  const ids = issues.map((issue) => issue.headlineIndicatorId);
  return ids.filter((id) => indicators.get(id)?.direction === 'band');
}

/** The months of the figures that will be shown: a few, however long reports go back. */
export function shownMonths(
  { catalogue, figures }: Omit<HeadlineContext, 'cutOffs'>,
  issues: readonly IssueRow[],
  areaIds: readonly string[],
  month: Month,
): Month[] {
  const shown = headlineIndicatorIds(issues)
    .filter((id) => catalogue.indicators.has(id))
    .flatMap((id) => areaIds.flatMap((areaId) => figures.latest(id, areaId, month)?.month ?? []));
  return [...new Set([month, ...shown])].sort();
}
