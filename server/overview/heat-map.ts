import { type Catalogue, type FigureSet, isCollectedAt, statusAnswer } from '#server/figure/figure.service.ts';
import type { Headline } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import type { HeatCell } from '#shared/overview.ts';

/** What a column of the map shows: the headline's indicator, in the headline's month, so that a column is of one time. */
export interface HeatColumn {
  indicatorId: string;
  month: Month;
}

export function heatColumn({ indicator, figure }: Headline, month: Month): HeatColumn {
  return { indicatorId: indicator.id, month: figure?.month ?? month };
}

export function heatCell(
  { catalogue, figures }: { catalogue: Catalogue; figures: FigureSet },
  { indicatorId, month }: HeatColumn,
  areaId: string,
): HeatCell {
  const indicator = figures.indicator(indicatorId);
  const figure = figures.at(indicatorId, areaId, month);
  const isCollected = isCollectedAt(catalogue, indicatorId, areaId);
  return {
    issueId: indicator.issueId,
    indicatorId,
    figure,
    status: statusAnswer(indicator, figure, figures.targets(indicatorId, areaId), isCollected),
  };
}
