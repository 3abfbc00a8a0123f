import type { Aggregation, Measure } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';

/** One expected cell. `value` is scaled; null is missing. A cell that does not apply is neither held nor expected. */
export type AreaCell = { value: number | null; isApplicable?: boolean };

/** A sum that says how much of the whole it covers: "58 of 69 districts". */
export type PartialSum = { value: number | null; held: number; expected: number };

export type SumOverAreas = ({ ok: true } & PartialSum) | { ok: false; code: 'NOT_ADDITIVE' };

/**
 * Adds the cells of areas that do not overlap. Rates, prevalences, indexes and prices are refused: a ratio is
 * recomputed from its numerator and denominator (`ratioOf`), or shown only where it was published.
 * With no cell held the sum is null, not 0.
 */
export function sumOverAreas(cells: readonly AreaCell[], aggregation: Aggregation): SumOverAreas {
  if (aggregation !== 'sum') return { ok: false, code: 'NOT_ADDITIVE' };
  const expected = cells.filter((cell) => cell.isApplicable !== false);
  return { ok: true, ...sumOfHeld(expected.map((cell) => cell.value)) };
}

export type RatioInput = {
  /** Real values (not scaled), since numerator and denominator may have different decimals. */
  numerator: PartialSum;
  denominator: PartialSum;
  /** 100 for per cent, 1000 for per mille. */
  factor: number;
};

/**
 * numerator ÷ denominator × factor; null when either is missing or the denominator is 0. `isComparable` is false when
 * the two do not hold equally many cells: the children of 58 districts divided by those of 69 is not a rate.
 */
export function ratioOf({ numerator, denominator, factor }: RatioInput): {
  value: number | null;
  isComparable: boolean;
} {
  const isComparable = numerator.held === denominator.held;
  if (numerator.value === null || denominator.value === null || denominator.value === 0) {
    return { value: null, isComparable };
  }
  return { value: (numerator.value / denominator.value) * factor, isComparable };
}

export type MonthPoint = { month: Month; value: number | null };

export type OverTime = {
  value: number | null;
  /** The month the value speaks for: the last one held. */
  month: Month | null;
  monthsHeld: number;
  monthsExpected: number;
};

/**
 * Combines the expected months of one area (any order): the last value held of a stock, cumulative figure, rate or
 * index; the sum of the held months of a flow.
 */
export function overTime(points: readonly MonthPoint[], measure: Measure): OverTime {
  let last: MonthPoint | null = null;
  for (const point of points) {
    if (point.value !== null && (last === null || point.month > last.month)) last = point;
  }
  const sum = sumOfHeld(points.map((point) => point.value));
  return {
    value: measure === 'flow' ? sum.value : (last?.value ?? null),
    month: last?.month ?? null,
    monthsHeld: sum.held,
    monthsExpected: sum.expected,
  };
}

function sumOfHeld(values: readonly (number | null)[]): PartialSum {
  const held = values.filter((value) => value !== null);
  return {
    value: held.length === 0 ? null : held.reduce((sum, value) => sum + value, 0),
    held: held.length,
    expected: values.length,
  };
}
