import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '#shared/locale.ts';
import { formatCompact, formatNumber, formatPercent, formatPointChange, formatScaled } from '#shared/number-format.ts';
import { parseTypedNumber } from '#shared/number-input.ts';
import { largestFigure, toScaled } from '#shared/scale.ts';

const plainSpaces = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('number format', () => {
  test('the stunting target group reads 16.377 in Indonesian and 16,377 in English', () => {
    expect(formatNumber(16377, { locale: 'id', decimals: 0 })).toBe('16.377');
    expect(formatNumber(16377, { locale: 'en', decimals: 0 })).toBe('16,377');
    expect(formatScaled(104710, 2, 'id')).toBe('1.047,10');
  });

  test('a percentage has a no-break space before its sign in Indonesian only', () => {
    expect(formatPercent(35.4, { locale: 'id' })).toBe('35,4\u00A0%');
    expect(formatPercent(35.4, { locale: 'en' })).toBe('35.4%');
    expect(formatPercent((9085 / 16377) * 100, { locale: 'id' })).toBe('55,5\u00A0%');
    expect(formatPercent(2, { locale: 'id', decimals: 2, signed: true })).toBe('+2,00\u00A0%');
  });

  test('zero has no sign, whichever side it was rounded from', () => {
    expect(formatNumber(-0.001, { locale: 'id', decimals: 1 })).toBe('0,0');
    expect(formatNumber(-0.001, { locale: 'id', decimals: 1, signed: true })).toBe('0,0');
    expect(formatNumber(5, { locale: 'id', decimals: 0, signed: true })).toBe('+5');
  });

  test('the change of a percentage is in percentage points, with its direction in words', () => {
    expect(formatPointChange(-2.19, { locale: 'id' })).toEqual({ direction: 'down', text: 'turun 2,19 poin persen' });
    expect(formatPointChange(35.4 - 30.3, { locale: 'id', decimals: 1 })).toEqual({
      direction: 'up',
      text: 'naik 5,1 poin persen',
    });
    expect(formatPointChange(-2.19, { locale: 'en' }).text).toBe('down 2.19 percentage points');
    expect(formatPointChange(1, { locale: 'en', decimals: 0 }).text).toBe('up 1 percentage point');
    expect(formatPointChange(-0.004, { locale: 'id' })).toEqual({ direction: 'unchanged', text: 'tetap' });
  });

  test('axes are short', () => {
    expect(plainSpaces(formatCompact(15_000, 'id'))).toBe('15 rb');
    expect(plainSpaces(formatCompact(1_200_000, 'id'))).toBe('1,2 jt');
    expect(formatCompact(15_000, 'en')).toBe('15K');
    expect(formatCompact(0, 'id')).toBe('0');
  });

  test('large scaled figures keep their last digit', () => {
    expect(formatScaled(9_007_199_254_740_991, 2, 'en')).toBe('90,071,992,547,409.91');
  });

  test('what is formatted can be typed back, in either language', () => {
    const scaledInteger = fc.integer({ min: -largestFigure, max: largestFigure });
    fc.assert(
      fc.property(scaledInteger, fc.nat(6), fc.constantFrom(...locales), (scaled, decimals, locale) => {
        const text = formatScaled(scaled, decimals, locale);
        expect(parseTypedNumber(text, { decimals, locale, allowNegative: true })).toEqual({ kind: 'number', scaled });
      }),
    );
    const real = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(real, fc.nat(3), fc.constantFrom(...locales), (value, decimals, locale) => {
        const text = formatPercent(value, { locale, decimals, signed: true });
        const parsed = parseTypedNumber(text, { decimals, locale, allowNegative: true });
        expect(parsed).toEqual({ kind: 'number', scaled: toScaled(Number(value.toFixed(decimals)), decimals) });
      }),
    );
  });
});
