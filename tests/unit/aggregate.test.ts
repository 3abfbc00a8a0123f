import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overTime, ratioOf, sumOverAreas } from '#shared/aggregate.ts';
import { measures } from '#shared/indicator.ts';
import { addMonths } from '#shared/month.ts';

const value = fc.option(fc.integer({ min: -1e9, max: 1e9 }), { nil: null });
const shuffled = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length });

describe('a sum over areas', () => {
  test('says how many of the expected cells it holds', () => {
    const districts = Array.from({ length: 69 }, (_, index) => ({ value: index < 58 ? 10 : null }));
    expect(sumOverAreas(districts, 'sum')).toEqual({ ok: true, value: 580, held: 58, expected: 69 });
  });

  test('of nothing is missing, not zero; of zeros it is zero', () => {
    expect(sumOverAreas([{ value: null }, { value: null }], 'sum')).toEqual({
      ok: true,
      value: null,
      held: 0,
      expected: 2,
    });
    expect(sumOverAreas([], 'sum')).toMatchObject({ value: null, expected: 0 });
    expect(sumOverAreas([{ value: 0 }], 'sum')).toMatchObject({ value: 0, held: 1 });
  });

  test('an area where the figure does not apply is not expected', () => {
    const cells = [{ value: 3 }, { value: null, isApplicable: false }];
    expect(sumOverAreas(cells, 'sum')).toEqual({ ok: true, value: 3, held: 1, expected: 1 });
  });

  test('of prevalences or indexes is refused', () => {
    const prevalences = [{ value: 3926 }, { value: 2806 }];
    expect(sumOverAreas(prevalences, 'ratio')).toEqual({ ok: false, code: 'NOT_ADDITIVE' });
    expect(sumOverAreas(prevalences, 'none')).toEqual({ ok: false, code: 'NOT_ADDITIVE' });
  });

  test('a missing cell changes what is expected, never the sum', () => {
    fc.assert(
      fc.property(fc.array(value), fc.nat(5), (values, missing) => {
        const cells = values.map((each) => ({ value: each }));
        const more = [...cells, ...Array.from({ length: missing }, () => ({ value: null }))];
        const [sum, sumWithMissing] = [sumOverAreas(cells, 'sum'), sumOverAreas(more, 'sum')];
        expect(sumWithMissing).toEqual({ ...sum, expected: values.length + missing });
      }),
    );
  });
});

describe('a ratio', () => {
  test('is recomputed from its parts: 20.384 stunted of 73.853 measured is 27,6 %', () => {
    const ratio = ratioOf({
      numerator: { value: 20384, held: 69, expected: 69 },
      denominator: { value: 73853, held: 69, expected: 69 },
      factor: 100,
    });
    expect(ratio.value).toBeCloseTo(27.6, 1);
    expect(ratio.isComparable).toBe(true);
  });

  test('between sums that cover different numbers of areas is marked as not comparable', () => {
    const full = { value: 100, held: 69, expected: 69 };
    expect(ratioOf({ numerator: { ...full, held: 58 }, denominator: full, factor: 100 }).isComparable).toBe(false);
  });

  test('without a numerator, a denominator, or with a denominator of zero there is none', () => {
    const full = { value: 100, held: 1, expected: 1 };
    expect(ratioOf({ numerator: { ...full, value: null }, denominator: full, factor: 100 }).value).toBeNull();
    expect(ratioOf({ numerator: full, denominator: { ...full, value: null }, factor: 100 }).value).toBeNull();
    expect(ratioOf({ numerator: full, denominator: { ...full, value: 0 }, factor: 100 }).value).toBeNull();
  });
});

describe('over time', () => {
  const points = [
    { month: '2023-06', value: 900 },
    { month: '2023-07', value: null },
    { month: '2023-08', value: 1054 },
    { month: '2023-09', value: null },
  ];

  test.each(['stock', 'cumulative', 'rate', 'index'] as const)('the last %s held stands, with its month', (measure) => {
    expect(overTime(points, measure)).toEqual({ value: 1054, month: '2023-08', monthsHeld: 2, monthsExpected: 4 });
  });

  test('the months of a flow are added, and a gap adds nothing', () => {
    expect(overTime(points, 'flow')).toEqual({ value: 1954, month: '2023-08', monthsHeld: 2, monthsExpected: 4 });
  });

  test('a month held as zero is held', () => {
    expect(overTime([...points, { month: '2023-10', value: 0 }], 'stock')).toMatchObject({ value: 0, monthsHeld: 3 });
  });

  test('months without any figure give a missing value', () => {
    for (const measure of measures) {
      expect(overTime([{ month: '2023-06', value: null }], measure)).toMatchObject({ value: null, month: null });
    }
  });

  test('the order in which months are given does not matter', () => {
    const scrambled = fc.array(value, { maxLength: 24 }).chain((values) => {
      const ordered = values.map((each, index) => ({ month: addMonths('2023-01', index), value: each }));
      return fc.tuple(fc.constant(ordered), shuffled(ordered));
    });
    fc.assert(
      fc.property(scrambled, fc.constantFrom(...measures), ([ordered, other], measure) => {
        expect(overTime(other, measure)).toEqual(overTime(ordered, measure));
      }),
    );
  });
});
