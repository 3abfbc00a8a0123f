import { type Month, monthsBetween } from '#shared/month.ts';

/** A figure of a month. `value` is the real number, or null where it is missing. */
export type MonthPoint = {
  month: Month;
  value: number | null;
  /** Submitted but not verified yet. */
  provisional?: boolean;
  /** Invented for demonstration. */
  sample?: boolean;
};

export type KnownPoint = { month: Month; value: number };

/** A stretch that may be drawn as one line. A run of one point is drawn as a dot. */
export type Run = { points: KnownPoint[]; provisional: boolean };

export function isKnown(point: MonthPoint): point is MonthPoint & { value: number } {
  return point.value !== null;
}

export function sortByMonth<T extends { month: Month }>(points: readonly T[]): T[] {
  return [...points].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/**
 * The usual distance between the points in months: 1 for a monthly series, 12 for a yearly one.
 * It tells a month that is missing from a month in which nothing was expected.
 */
function usualStep(points: readonly MonthPoint[]): number {
  const sorted = sortByMonth(points);
  let step = Number.POSITIVE_INFINITY;
  for (const [index, point] of sorted.entries()) {
    const before = sorted[index - 1];
    const distance = before ? monthsBetween(before.month, point.month) : 0;
    if (distance > 0) step = Math.min(step, distance);
  }
  return step === Number.POSITIVE_INFINITY ? 1 : step;
}

/**
 * Cuts a series where a line would lie: at a missing month (null, or farther from its neighbour than `maxGapMonths`)
 * and at a series break, where figures before and after are not comparable. A stretch of provisional figures starts
 * at the last verified one, so that the dotted line is joined to the solid one.
 */
export function splitRuns(
  points: readonly MonthPoint[],
  breakMonths: readonly Month[] = [],
  maxGapMonths = usualStep(points),
): Run[] {
  const runs: Run[] = [];
  let previous: (KnownPoint & { provisional: boolean }) | undefined;
  for (const point of sortByMonth(points)) {
    if (!isKnown(point)) {
      previous = undefined;
      continue;
    }
    const known = { month: point.month, value: point.value };
    const provisional = point.provisional === true;
    const joined =
      previous !== undefined &&
      monthsBetween(previous.month, point.month) <= maxGapMonths &&
      !isBroken(previous.month, point.month, breakMonths);
    const run = runs.at(-1);
    if (!joined || previous === undefined || run === undefined) {
      runs.push({ points: [known], provisional });
    } else if (run.points.length === 1 || run.provisional === (provisional || previous.provisional)) {
      run.points.push(known);
      run.provisional = provisional || previous.provisional;
    } else {
      runs.push({ points: [{ month: previous.month, value: previous.value }, known], provisional });
    }
    previous = { ...known, provisional };
  }
  return runs;
}

function isBroken(before: Month, after: Month, breakMonths: readonly Month[]): boolean {
  return breakMonths.some((month) => before < month && month <= after);
}

/** Axis ticks at round numbers that enclose the values. */
export function niceTicks(low: number, high: number, count = 5): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / Math.max(1, count - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10;
  const step = factor * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil((low === high ? high + step / 2 : high) / step - 1e-9));
  // Computed from whole steps, so that 0.1 + 0.2 does not make a tick of 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Lowest and highest of the known values, or undefined where there is none. */
export function extent(values: Iterable<number | null | undefined>): [number, number] | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null || value === undefined) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : undefined;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Months for the axis: as many as fit, at calendar-round distances so that January is among them where possible. */
export function monthTicks(first: Month, last: Month, maxTicks: number): Month[] {
  const span = monthsBetween(first, last);
  const step = MONTH_STEPS.find((each) => span / each + 1 <= maxTicks) ?? 240;
  const origin = '0000-01';
  const start = Math.ceil(monthsBetween(origin, first) / step) * step;
  const ticks: Month[] = [];
  for (let at = start; at <= monthsBetween(origin, last); at += step) {
    ticks.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`);
  }
  return ticks.length > 0 ? ticks : [first];
}

/** Moves labels apart so that none covers another, keeping their order and staying within `low` … `high` (pixels). */
export function spreadLabels(positions: readonly number[], height: number, low: number, high: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let floor = low;
  for (const index of order) {
    placed[index] = Math.max(positions[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + height;
  }
  let ceiling = high;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - height;
  }
  return placed;
}
