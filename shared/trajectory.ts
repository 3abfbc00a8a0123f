import { type Month, monthRange, monthsBetween } from '#shared/month.ts';

/** A baseline or target at a month. Values are real numbers; `low` and `high` make it a band (inflation 2.5 ± 1). */
export type TrajectoryPoint = {
  month: Month;
  value: number;
  low?: number | null;
  high?: number | null;
  kind: 'baseline' | 'target';
};

export type PlannedValue = { value: number; low: number | null; high: number | null };

/**
 * What was planned for that month.
 *
 * - A line: straight between consecutive points; nothing is planned before the first; after the last target it holds,
 *   because a target that has passed stays the yardstick until a new one is decreed.
 * - A band: the target of a calendar year holds for each of its months, as a step. A year without its own target has
 *   no plan, since next year's band is not known until it is decreed.
 *
 * Null where there is no plan. Of several points in one month the last given counts.
 */
export function trajectoryAt(points: readonly TrajectoryPoint[], month: Month): PlannedValue | null {
  return planOf(points)(month);
}

/** What was planned for any month; sorts the points once. */
function planOf(points: readonly TrajectoryPoint[]): (month: Month) => PlannedValue | null {
  if (!points.some((point) => point.kind === 'target')) return () => null;
  const sorted = sortPoints(points);
  const plannedAt = sorted.some(isBand) ? bandAt : lineAt;
  return (month) => plannedAt(sorted, month);
}

/** The path drawn on a chart: each month from `from` to `to`, with null where nothing was planned. */
export function trajectorySeries(
  points: readonly TrajectoryPoint[],
  from: Month,
  to: Month,
): { month: Month; planned: PlannedValue | null }[] {
  const plannedAt = planOf(points);
  return monthRange(from, to).map((month) => ({ month, planned: plannedAt(month) }));
}

export type PlanInForce = { baseline: TrajectoryPoint | null; finalTarget: TrajectoryPoint };

/**
 * The plan a month belongs to: the latest baseline at or before it, and the last target before the next baseline, so
 * that a province that started over (a new regional plan) is measured against the new start.
 */
export function planInForce(points: readonly TrajectoryPoint[], month: Month): PlanInForce | null {
  const sorted = sortPoints(points);
  const baseline = sorted.findLast((point) => point.kind === 'baseline' && point.month <= month) ?? null;
  const next = sorted.find((point) => point.kind === 'baseline' && point.month > month);
  const finalTarget = sorted.findLast(
    (point) => point.kind === 'target' && point.month >= (baseline?.month ?? '') && (!next || point.month < next.month),
  );
  return finalTarget ? { baseline, finalTarget } : null;
}

function bandAt(sorted: readonly TrajectoryPoint[], month: Month): PlannedValue | null {
  const target = sorted.findLast((point) => isBand(point) && point.month.slice(0, 4) === month.slice(0, 4));
  return target ? planned(target) : null;
}

function lineAt(sorted: readonly TrajectoryPoint[], month: Month): PlannedValue | null {
  const before = sorted.findLast((point) => point.month <= month);
  if (!before) return null;
  const after = sorted.find((point) => point.month > month);
  if (!after || before.month === month) return planned(before);
  const share = monthsBetween(before.month, month) / monthsBetween(before.month, after.month);
  return { value: before.value + (after.value - before.value) * share, low: null, high: null };
}

function planned({ value, low, high }: TrajectoryPoint): PlannedValue {
  return { value, low: low ?? null, high: high ?? null };
}

function isBand(point: TrajectoryPoint): boolean {
  return typeof point.low === 'number' && typeof point.high === 'number';
}

function sortPoints(points: readonly TrajectoryPoint[]): TrajectoryPoint[] {
  return [...new Map(points.map((point) => [point.month, point])).values()].sort((a, b) =>
    monthsBetween(b.month, a.month),
  );
}
