import { stageIndicators } from '#server/figure/cascade.service.ts';
import {
  type AreaRow,
  areaBrief,
  type Catalogue,
  type FigureSet,
  indicatorBrief,
  isCollectedAt,
  plannedPath,
  statusAnswer,
} from '#server/figure/figure.service.ts';
import { lineStart } from '#server/figure/headline.service.ts';
import type { Headline } from '#shared/figure.ts';
import type { IssuePage } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';

interface RegencyContext {
  catalogue: Catalogue;
  figures: FigureSet;
  areas: readonly AreaRow[];
}

/** The parts of an area beside each other in the headline's month, with every operand of the comparison. */
export function comparedAreas(
  { catalogue, figures, areas }: RegencyContext,
  headline: Headline,
  month: Month,
): NonNullable<IssuePage['regencies']> {
  const indicator = figures.indicator(headline.indicator.id);
  const shown = headline.figure?.month ?? month;
  const stages = stageIndicators(catalogue, indicator.issueId);
  const targetGroup = stages.find((row) => row.stage === 'target_group');
  return {
    indicator: headline.indicator,
    targetGroupIndicator: targetGroup ? indicatorBrief(targetGroup) : null,
    rows: areas.map((area) => {
      const figure = figures.at(indicator.id, area.id, shown);
      const isCollected = isCollectedAt(catalogue, indicator.id, area.id);
      return {
        area: areaBrief(area),
        figure,
        targetGroup: figure && targetGroup ? figures.companion(figure, targetGroup.id) : null,
        status: statusAnswer(indicator, figure, figures.targets(indicator.id, area.id), isCollected),
        stages: figure ? stages.flatMap((row) => figures.companion(figure, row.id) ?? []) : [],
      };
    }),
  };
}

/** Two years of each part; the line that its latest figure lies on. */
export function areaTrends(
  { catalogue, figures, areas }: RegencyContext,
  headline: Headline,
  month: Month,
): NonNullable<IssuePage['trends']> {
  const indicator = figures.indicator(headline.indicator.id);
  const from = lineStart(indicator, month);
  return {
    indicator: headline.indicator,
    from,
    to: month,
    areas: areas
      .filter((area) => isCollectedAt(catalogue, indicator.id, area.id))
      .map((area) => {
        const latest = figures.latest(indicator.id, area.id, month);
        return {
          area: areaBrief(area),
          points: figures.line(indicator.id, area.id, latest?.seriesId ?? null, from, month),
          planned: plannedPath(figures.targets(indicator.id, area.id), from, month),
        };
      }),
  };
}
