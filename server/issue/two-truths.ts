import { stageIndicators } from '#server/figure/cascade.service.ts';
import type { Catalogue, FigureSet, IndicatorRow, IssueRow } from '#server/figure/figure.service.ts';
import { indicatorBrief } from '#server/figure/figure.service.ts';
import { readFrom } from '#server/figure/headline.service.ts';
import type { Figure } from '#shared/figure.ts';
import type { TwoTruths } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';

interface TwoTruthsContext {
  catalogue: Catalogue;
  figures: FigureSet;
  areaId: string;
  month: Month;
}

const listedDisagreements = 6;

/** Their series are steps of one verification (listed, checked, removed, left), not answers to one question. */
const indicatorsOfSteps = new Set(['KE_P3KE_KK', 'KE_P3KE_JIWA']);

/** What different sources say about one thing, side by side: they are shown, never averaged or chosen from. */
export function twoTruths(context: TwoTruthsContext, issue: IssueRow): TwoTruths[] {
  const outcome = issue.outcomeIndicatorId ? context.figures.indicator(issue.outcomeIndicatorId) : null;
  const left = stageIndicators(context.catalogue, issue.id).find((row) => row.stage === 'left');
  const routine = outcome ? routineCounterpart(context.catalogue, outcome) : undefined;
  return [
    ...(outcome && left ? pair(context, 'programme_and_survey', left, outcome) : []),
    ...(outcome && routine ? pair(context, 'routine_and_survey', routine, outcome) : []),
    ...disagreements(context, issue),
  ];
}

/** The same thing measured month by month at the health posts or schools: a ratio in the same unit and direction. */
function routineCounterpart(catalogue: Catalogue, outcome: IndicatorRow): IndicatorRow | undefined {
  return [...catalogue.indicators.values()].find(
    (row) =>
      row.issueId === outcome.issueId &&
      row.aggregation === 'ratio' &&
      row.unitId === outcome.unitId &&
      row.direction === outcome.direction &&
      row.id !== outcome.id,
  );
}

function pair(
  context: TwoTruthsContext,
  kind: 'programme_and_survey' | 'routine_and_survey',
  first: IndicatorRow,
  second: IndicatorRow,
): TwoTruths[] {
  const sides = [first, second].flatMap((indicator) => {
    const figure = context.figures.latest(indicator.id, context.areaId, context.month);
    return figure ? [side(context, indicator, figure)] : [];
  });
  return sides.length === 2 ? [{ id: `${kind}|${first.id}|${second.id}`, kind, sides }] : [];
}

function side({ figures }: TwoTruthsContext, indicator: IndicatorRow, figure: Figure): TwoTruths['sides'][number] {
  const series = figures.publishedRows(indicator.id, figure.areaId).find((row) => row.seriesId === figure.seriesId);
  return {
    indicator: indicatorBrief(indicator),
    figure,
    seriesNameId: series?.seriesNameId ?? null,
    seriesNameEn: series?.seriesNameEn ?? null,
    previous: figures.before(figure, readFrom(figure.month)),
  };
}

/** Months for which the sources print different numbers for the same indicator; the latest first. */
function disagreements(context: TwoTruthsContext, issue: IssueRow): TwoTruths[] {
  const found: (TwoTruths & { month: Month })[] = [];
  for (const indicator of context.catalogue.indicators.values()) {
    if (indicator.issueId !== issue.id || indicatorsOfSteps.has(indicator.id)) continue;
    const rows = context.figures.publishedRows(indicator.id, context.areaId);
    for (const month of new Set(rows.map((row) => row.month))) {
      const told = statements(context, indicator, month);
      if (new Set(told.map((figure) => figure.value)).size < 2) continue;
      found.push({
        id: `sources_differ|${indicator.id}|${month}`,
        kind: 'sources_differ',
        sides: told.map((figure) => side(context, indicator, figure)),
        month,
      });
    }
  }
  return found
    .sort((a, b) => (a.month > b.month ? -1 : a.month < b.month ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, listedDisagreements)
    .map(({ month: _month, ...truths }) => truths);
}

function statements({ figures, areaId }: TwoTruthsContext, indicator: IndicatorRow, month: Month): Figure[] {
  const reported = figures.reported(indicator.id, areaId, month);
  const published = oneOfEachSeries(figures.published(indicator.id, areaId, month));
  // Invented figures are no second source.
  return reported && !reported.isSample ? [reported, ...published] : published;
}

/** The weeks of a month within one series are progress, not disagreement: its leading figure speaks for it. */
function oneOfEachSeries(figures: readonly Figure[]): Figure[] {
  const leads = new Map<string | null, Figure>();
  for (const figure of figures) {
    if (figure.value !== null && !leads.has(figure.seriesId)) leads.set(figure.seriesId, figure);
  }
  return [...leads.values()];
}
