import type { Direction, Measure } from '#shared/indicator.ts';
import { addMonths, type Month, monthsBetween } from '#shared/month.ts';

export type RunRateInput = {
  /** Real values by month, in any order; null is a gap. For a flow, the months of the target's own period. */
  points: readonly { month: Month; value: number | null }[];
  /** Later months are left out. */
  asOf: Month;
  targetMonth: Month;
  /** The level to reach or, for a flow, the total of the period. */
  targetValue: number;
  measure: Measure;
  direction: Direction;
};

export type RunRate = {
  /** Mean change a month (points a month for a rate or index); for a flow, the mean month. */
  perMonth: number | null;
  /** Where this pace leads by the target month. */
  projected: number | null;
  /** What each remaining month needs, with its sign; 0 once reached; null when no month remains, or for a band. */
  neededPerMonth: number | null;
  /** The month in which this pace reaches the target; null when it never does, or not within a century. */
  reachedByMonth: Month | null;
  /** Months from `asOf` to the target month, never below 0. */
  monthsLeft: number;
  /** How many held months the pace is computed from. */
  basisMonths: number;
};

const basisSize = 6;
const horizonMonths = 1200;

/**
 * "At this pace X by December; Y a month are needed."
 *
 * The pace comes from the last six held months, or as many as there are:
 * - stock, cumulative, rate, index: (last − first) ÷ months between them, so a gap in between does no harm. Two held
 *   months are needed. Projected = last + pace × months from the last held month to the target month.
 * - flow: the mean of the held months; the total so far is the sum of all held months. Projected = total + pace ×
 *   months left. Missing months add nothing to the total, which is then a lower bound.
 *
 * A band has no side to run to, and a flow with direction `lower` has a ceiling rather than a goal: for these only the
 * pace and the projection are given and, for the ceiling, what each remaining month may still add.
 */
export function runRate(input: RunRateInput): RunRate {
  const held = input.points
    .flatMap(({ month, value }) => (value !== null && month <= input.asOf ? { month, value } : []))
    .sort((a, b) => monthsBetween(b.month, a.month));
  return input.measure === 'flow' ? flowRate(held, input) : levelRate(held, input);
}

type HeldPoint = { month: Month; value: number };

function levelRate(held: readonly HeldPoint[], input: RunRateInput): RunRate {
  const basis = held.slice(-basisSize);
  const first = basis[0];
  const last = basis.at(-1);
  const result = unknown(input, basis.length);
  if (!first || !last) return result;

  const span = monthsBetween(first.month, last.month);
  const perMonth = span > 0 ? (last.value - first.value) / span : null;
  const remaining = input.targetValue - last.value;
  return {
    ...result,
    perMonth,
    projected: perMonth === null ? null : last.value + perMonth * monthsBetween(last.month, input.targetMonth),
    neededPerMonth: neededPerMonth(remaining, result.monthsLeft, input.direction),
    reachedByMonth: reachedBy(last.month, remaining, perMonth, input.direction),
  };
}

function flowRate(held: readonly HeldPoint[], input: RunRateInput): RunRate {
  const basis = held.slice(-basisSize);
  const last = basis.at(-1);
  const result = unknown(input, basis.length);
  if (!last) return result;

  const total = sum(held);
  const perMonth = sum(basis) / basis.length;
  const remaining = input.targetValue - total;
  const isCeiling = input.direction === 'lower';
  const allowed = result.monthsLeft > 0 ? Math.max(0, remaining) / result.monthsLeft : null;
  return {
    ...result,
    perMonth,
    projected: total + perMonth * result.monthsLeft,
    neededPerMonth: isCeiling ? allowed : neededPerMonth(remaining, result.monthsLeft, input.direction),
    reachedByMonth: isCeiling ? null : reachedBy(input.asOf, remaining, perMonth, input.direction),
  };
}

function unknown({ asOf, targetMonth }: RunRateInput, basisMonths: number): RunRate {
  return {
    perMonth: null,
    projected: null,
    neededPerMonth: null,
    reachedByMonth: null,
    monthsLeft: Math.max(0, monthsBetween(asOf, targetMonth)),
    basisMonths,
  };
}

function isReached(remaining: number, direction: Direction): boolean {
  return direction === 'lower' ? remaining >= 0 : remaining <= 0;
}

function neededPerMonth(remaining: number, monthsLeft: number, direction: Direction): number | null {
  if (direction === 'band') return null;
  if (isReached(remaining, direction)) return 0;
  return monthsLeft > 0 ? remaining / monthsLeft : null;
}

function reachedBy(from: Month, remaining: number, perMonth: number | null, direction: Direction): Month | null {
  if (direction === 'band') return null;
  if (isReached(remaining, direction)) return from;
  if (perMonth === null || perMonth === 0 || Math.sign(perMonth) !== Math.sign(remaining)) return null;
  // Ten months of 0.1 make the target: a rest of 1e-15 is not an eleventh.
  const months = Math.ceil(remaining / perMonth - 1e-9);
  return months <= horizonMonths ? addMonths(from, months) : null;
}

function sum(points: readonly HeldPoint[]): number {
  return points.reduce((total, point) => total + point.value, 0);
}
