import type { Figure, NoDataReason, PlannedPoint, StatusAnswer, TargetPoint } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import { statusOf, stuntingZone, thresholdsFromPermille } from '#shared/status.ts';
import { planInForce, trajectoryAt, trajectorySeries } from '#shared/trajectory.ts';
import type { IndicatorRow } from './figure.queries.ts';
import { isPercentage } from './figure-rows.ts';

/** A sum over fewer of the expected cells than this is not compared with the target of the whole. */
const leastCoverage = 0.8;

export function isCovered({ held, expected }: Pick<Figure, 'held' | 'expected'>): boolean {
  return held >= expected * leastCoverage;
}

/** The zones are for the prevalence of stunting, not for the weighing rate or another percentage of the issue. */
function hasZone(indicator: IndicatorRow): boolean {
  return indicator.issueId === 'ST' && isPercentage(indicator) && indicator.direction === 'lower';
}

export function statusAnswer(
  indicator: IndicatorRow,
  figure: Figure | null,
  targets: readonly TargetPoint[],
  isCollected = true,
): StatusAnswer {
  const value = figure?.value ?? null;
  const planned = figure ? trajectoryAt(targets, figure.month) : null;
  const answer: StatusAnswer = {
    status: 'no_data',
    reason: null,
    share: null,
    planned: planned?.value ?? null,
    plannedLow: planned?.low ?? null,
    plannedHigh: planned?.high ?? null,
    distanceToTarget: null,
    zone: value !== null && hasZone(indicator) ? stuntingZone(value) : null,
  };
  const reason = whyNoStatus(indicator, figure, planned !== null, isCollected);
  if (reason || !figure) return { ...answer, reason: reason ?? 'no_figure' };
  const result = statusOf({
    actual: value,
    month: figure.month,
    points: targets,
    direction: indicator.direction,
    thresholds: thresholdsFromPermille(indicator.onTrackPermille, indicator.attentionPermille),
  });
  return { ...answer, status: result.status, share: result.share, distanceToTarget: result.distanceToTarget };
}

function whyNoStatus(
  indicator: IndicatorRow,
  figure: Figure | null,
  isPlanned: boolean,
  isCollected: boolean,
): NoDataReason | null {
  if (!figure || figure.value === null) return isCollected ? 'no_figure' : 'not_collected';
  if (!isPlanned) return 'no_target';
  const isSum = indicator.aggregation === 'sum' && figure.basis !== 'published';
  return isSum && !isCovered(figure) ? 'incomplete' : null;
}

export function plannedPath(targets: readonly TargetPoint[], from: Month, to: Month): PlannedPoint[] {
  return trajectorySeries(targets, from, to).map(({ month, planned }) => ({
    month,
    value: planned?.value ?? null,
    low: planned?.low ?? null,
    high: planned?.high ?? null,
  }));
}

/** The target at the end of the plan that the month belongs to. */
function targetInForce(targets: readonly TargetPoint[], month: Month): TargetPoint | null {
  const band = targets.findLast((point) => point.low !== null && point.month.slice(0, 4) === month.slice(0, 4));
  if (band) return band;
  if (targets.some((point) => point.low !== null)) return null;
  const plan = planInForce(targets, month);
  return targets.find((point) => point.month === plan?.finalTarget.month && point.kind === 'target') ?? null;
}

/** The next target to reach, else the last one that has passed; for a band, the band of that year. */
export function nextTarget(targets: readonly TargetPoint[], month: Month): TargetPoint | null {
  const ahead = targets.find((point) => point.kind === 'target' && point.low === null && point.month >= month);
  return ahead ?? targetInForce(targets, month);
}
