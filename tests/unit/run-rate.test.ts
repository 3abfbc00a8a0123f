import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '#shared/month.ts';
import { type RunRateInput, runRate } from '#shared/run-rate.ts';

function rate(overrides: Partial<RunRateInput> = {}) {
  return runRate({
    points: [
      { month: '2023-07', value: 0 },
      { month: '2023-08', value: 1054 },
    ],
    asOf: '2023-08',
    targetMonth: '2023-12',
    targetValue: 16377,
    measure: 'cumulative',
    direction: 'higher',
    ...overrides,
  });
}

const monthly = (values: (number | null)[], from = '2023-01') =>
  values.map((value, index) => ({ month: addMonths(from, index), value }));

describe('run-rate', () => {
  test('at 1.054 children a month 5.270 leave by December; 3.831 a month are needed', () => {
    expect(rate()).toEqual({
      perMonth: 1054,
      projected: 5270,
      neededPerMonth: (16377 - 1054) / 4,
      reachedByMonth: '2024-11',
      monthsLeft: 4,
      basisMonths: 2,
    });
  });

  test('a gap is a gap, not a zero', () => {
    const points = monthly([100, null, null, 160]);
    expect(rate({ points, asOf: '2023-04', targetMonth: '2023-06', targetValue: 300 })).toMatchObject({
      perMonth: 20,
      projected: 200,
      basisMonths: 2,
    });
  });

  test('only the last six held months count, none after the month asked about', () => {
    const points = monthly([0, 0, 0, 10, 20, 30, 40, 50, 60, 9999]);
    const result = rate({ points, asOf: '2023-09', targetMonth: '2023-12', targetValue: 100 });
    expect(result).toMatchObject({ perMonth: 10, projected: 90, basisMonths: 6 });
  });

  test('a projection starts at the last figure held, what is needed at the month asked about', () => {
    const points = monthly([100, 110, null]);
    expect(rate({ points, asOf: '2023-03', targetMonth: '2023-05', targetValue: 150 })).toMatchObject({
      projected: 140,
      neededPerMonth: 20,
      reachedByMonth: '2023-06',
      monthsLeft: 2,
    });
  });

  test('a rate falls by points: poverty by one point a year, as the regional plan wants it', () => {
    const result = rate({
      points: [
        { month: '2023-03', value: 12 },
        { month: '2024-03', value: 11 },
      ],
      asOf: '2024-03',
      targetMonth: '2026-03',
      targetValue: 9,
      measure: 'rate',
      direction: 'lower',
    });
    expect(result.perMonth).toBeCloseTo(-1 / 12, 10);
    expect(result.projected).toBeCloseTo(9, 10);
    expect(result.neededPerMonth).toBeCloseTo(-1 / 12, 10);
    expect(result.reachedByMonth).toBe('2026-03');
  });

  test('a figure that moves away from its target never reaches it', () => {
    const points = monthly([30.3, 35.4]);
    const result = rate({ points, asOf: '2023-02', targetValue: 14, measure: 'rate', direction: 'lower' });
    expect(result.reachedByMonth).toBeNull();
    expect(result.neededPerMonth).toBeCloseTo((14 - 35.4) / 10, 10);
  });

  test('a target reached needs nothing more', () => {
    const points = monthly([90, 120]);
    expect(rate({ points, asOf: '2023-02', targetValue: 100 })).toMatchObject({
      neededPerMonth: 0,
      reachedByMonth: '2023-02',
    });
  });

  test('after the target month no pace can reach it in time', () => {
    expect(rate({ asOf: '2024-03' })).toMatchObject({ monthsLeft: 0, neededPerMonth: null });
  });

  test('one figure has no pace, but says what is needed; none says nothing', () => {
    expect(rate({ points: monthly([100]), asOf: '2023-01', targetMonth: '2023-11', targetValue: 200 })).toEqual({
      perMonth: null,
      projected: null,
      neededPerMonth: 10,
      reachedByMonth: null,
      monthsLeft: 10,
      basisMonths: 1,
    });
    expect(rate({ points: monthly([null, null]) })).toMatchObject({
      perMonth: null,
      neededPerMonth: null,
      basisMonths: 0,
    });
  });

  test('a flow adds up over its period', () => {
    const points = monthly([100, null, 140, 120]);
    expect(rate({ points, asOf: '2023-04', targetValue: 1320, measure: 'flow' })).toEqual({
      perMonth: 120,
      projected: 360 + 120 * 8,
      neededPerMonth: 120,
      reachedByMonth: '2023-12',
      monthsLeft: 8,
      basisMonths: 3,
    });
  });

  test('a flow that should stay low has a ceiling: what each month may still add', () => {
    const points = monthly([10, 12, 14]);
    const dispensations = { points, asOf: '2023-03', measure: 'flow', direction: 'lower' } as const;
    expect(rate({ ...dispensations, targetValue: 90 })).toMatchObject({ neededPerMonth: 6, reachedByMonth: null });
    expect(rate({ ...dispensations, targetValue: 30 })).toMatchObject({ neededPerMonth: 0, projected: 144 });
  });

  test('a band has no side to run to', () => {
    const points = monthly([2.2, 2.4]);
    const result = rate({ points, asOf: '2023-02', targetValue: 3, measure: 'rate', direction: 'band' });
    expect(result).toMatchObject({ neededPerMonth: null, reachedByMonth: null });
    expect(result.perMonth).toBeCloseTo(0.2, 10);
  });

  test('going on as needed arrives exactly at the target', () => {
    const amount = fc.integer({ min: 0, max: 1e6 });
    const values = fc.array(fc.option(amount, { nil: null }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, amount, fc.integer({ min: 1, max: 36 }), (given, targetValue, left) => {
        const points = monthly(given);
        const asOf = addMonths('2023-01', given.length - 1);
        const { neededPerMonth, monthsLeft } = rate({ points, asOf, targetMonth: addMonths(asOf, left), targetValue });
        const last = given.findLast((each) => each !== null);
        if (last === undefined || last === null) {
          expect(neededPerMonth).toBeNull();
          return;
        }
        expect(monthsLeft).toBe(left);
        expect(last + (neededPerMonth ?? Number.NaN) * left).toBeCloseTo(Math.max(last, targetValue), 4);
      }),
    );
  });

  test('when a month is named, the pace has reached the target there and not a month before', () => {
    const amount = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2000 }), (start, pace, rest) => {
        const points = monthly([start, start + pace]);
        const targetValue = start + pace + rest;
        const reachedBy = rate({ points, asOf: '2023-02', targetValue }).reachedByMonth;
        const projectedAt = (targetMonth: string) =>
          rate({ points, asOf: '2023-02', targetMonth, targetValue }).projected ?? Number.NaN;
        if (reachedBy === null) {
          expect(rest / pace).toBeGreaterThan(1200);
          return;
        }
        expect(projectedAt(reachedBy)).toBeGreaterThanOrEqual(targetValue);
        expect(projectedAt(addMonths(reachedBy, -1))).toBeLessThan(targetValue);
      }),
    );
  });
});
