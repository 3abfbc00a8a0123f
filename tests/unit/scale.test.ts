import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromScaled, toDecimalText, toScaled } from '#shared/scale.ts';

const scaledInteger = fc.integer({ min: -1e12, max: 1e12 });

describe('scaled integers', () => {
  test('a prevalence of 35.4 with two decimals is stored as 3540', () => {
    expect(toScaled(35.4, 2)).toBe(3540);
    expect(fromScaled(3540, 2)).toBe(35.4);
    expect(toDecimalText(3540, 2)).toBe('35.40');
    expect(toDecimalText(-5, 2)).toBe('-0.05');
    expect(toDecimalText(16377, 0)).toBe('16377');
  });

  test('rounding goes by the decimal digits as written, half away from zero', () => {
    expect(toScaled(1.005, 2)).toBe(101);
    expect(toScaled(-1.005, 2)).toBe(-101);
    expect(toScaled(28.49, 1)).toBe(285);
    expect(toScaled(1e-7, 6)).toBe(0);
    expect(Object.is(toScaled(-1e-9, 6), 0)).toBe(true);
  });

  test('what is stored reads back as what it was', () => {
    fc.assert(
      fc.property(scaledInteger, fc.nat(6), (scaled, decimals) => {
        expect(toScaled(fromScaled(scaled, decimals), decimals)).toBe(scaled);
        expect(Number(toDecimalText(scaled, decimals))).toBe(fromScaled(scaled, decimals));
      }),
    );
  });

  test('what cannot be stored exactly is refused', () => {
    expect(() => toScaled(1e16, 0)).toThrow(RangeError);
    expect(() => toScaled(1e12, 6)).toThrow(RangeError);
    expect(() => toScaled(Number.NaN, 0)).toThrow(RangeError);
    expect(() => toScaled(Number.POSITIVE_INFINITY, 0)).toThrow(RangeError);
    expect(() => toScaled(1, 7)).toThrow(RangeError);
    expect(() => fromScaled(1.5, 0)).toThrow(RangeError);
    expect(() => toDecimalText(2 ** 53, 0)).toThrow(RangeError);
  });
});
