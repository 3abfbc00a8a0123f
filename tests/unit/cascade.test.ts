import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cascadeShares, deriveCascade, remainingFormulas } from '#shared/cascade.ts';
import { formatPercent } from '#shared/number-format.ts';

const august2023 = { target_group: 16377, reached: 9085, left: 1054, referred: 22 };

describe('the cascade', () => {
  test('of stunting in August 2023 has the shares that were reported', () => {
    const { shares } = deriveCascade(august2023);
    const text = (share: number | null) => (share === null ? 'none' : formatPercent(share, { locale: 'id' }));
    expect(text(shares.reachedOfTarget)).toBe('55,5\u00A0%');
    expect(text(shares.leftOfReached)).toBe('11,6\u00A0%');
    expect(text(shares.leftOfTarget)).toBe('6,4\u00A0%');
  });

  test('has a remainder for each way the sources use the word', () => {
    expect(deriveCascade(august2023).remaining).toEqual({
      target_minus_reached: 7292,
      target_minus_left: 15323,
      reached_minus_left: 8031,
      reached_minus_left_minus_referred: 8009,
      valid_minus_left: null,
    });
  });

  test('of out-of-school children shrinks on verification: 3.724 valid of 12.897 checked', () => {
    const { shares, remaining } = deriveCascade({ target_group: 12897, valid: 3724, left: 791 });
    expect(shares.validOfTarget).toBeCloseTo(28.87, 1);
    expect(remaining.valid_minus_left).toBe(2933);
  });

  test('a whole of zero has no share', () => {
    expect(deriveCascade({ target_group: 0, reached: 0 }).shares.reachedOfTarget).toBeNull();
  });

  test('a missing stage leaves exactly the formulas that need it without a value', () => {
    const figure = fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: null });
    const stages = fc.record({
      target_group: figure,
      valid: figure,
      reached: figure,
      left: figure,
      referred: figure,
    });
    fc.assert(
      fc.property(stages, (values) => {
        const { shares, remaining } = deriveCascade(values);
        for (const [id, { part, whole }] of Object.entries(cascadeShares)) {
          const isMissing = values[part] === null || values[whole] === null;
          expect(shares[id as keyof typeof shares] === null).toBe(isMissing);
        }
        for (const [id, operands] of Object.entries(remainingFormulas)) {
          const isMissing = operands.some((stage) => values[stage] === null);
          expect(remaining[id as keyof typeof remaining] === null).toBe(isMissing);
        }
      }),
    );
  });
});
