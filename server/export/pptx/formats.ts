import type { IndicatorBrief } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';

/**
 * Number formats of charts and cells. Office writes a format's separators as the machine is set, not as the format's
 * language says, so that whole numbers get theirs as literal dots: `16.377` on any machine. A decimal comma cannot be
 * written that way; formats with decimals name the language (0421 is Indonesian), which LibreOffice follows, and Office
 * follows where Windows is set to Indonesian.
 */
export function numberFormat(locale: Locale, decimals: number, suffix = '', hasNegative = false): string {
  const tail = suffix === '' ? '' : `"${suffix}"`;
  if (locale === 'en') return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${tail}`;
  if (decimals > 0) return `[$-421]#,##0.${'0'.repeat(decimals)}${tail}`;
  // A format with conditions drops the minus; a percentage needs no separators.
  if (hasNegative || suffix !== '') return `[$-421]#,##0${tail}`;
  return '[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0';
}

/** Counts of which nothing is not written: the parts of a stacked bar. */
export const countsWithoutZero = '0;;';

export function valueFormat(
  { decimals, isPercentage }: Pick<IndicatorBrief, 'decimals' | 'isPercentage'>,
  locale: Locale,
  values: readonly (number | null)[],
): string {
  return numberFormat(locale, decimals, percentSuffix(isPercentage, locale), hasNegative(values));
}

export function hasNegative(values: readonly (number | null)[]): boolean {
  return values.some((value) => value !== null && value < 0);
}

export function percentSuffix(isPercentage: boolean, locale: Locale): string {
  if (!isPercentage) return '';
  return locale === 'id' ? '\u00A0%' : '%';
}

export interface AxisScale {
  min: number;
  max: number;
  step: number;
  /** That its ticks need. */
  decimals: number;
}

const ticks = 5;

/** Round ticks that hold all values and, unless everything lies far from it, nothing. */
export function axisScale(values: readonly (number | null)[]): AxisScale {
  const held = values.filter((value) => value !== null);
  const low = Math.min(0, ...held);
  const high = Math.max(0, ...held);
  if (low === high) return { min: 0, max: 1, step: 1, decimals: 0 };
  const span = high - low;
  const magnitude = 10 ** Math.floor(Math.log10(span / ticks));
  const step = [1, 2, 5, 10].map((each) => each * magnitude).find((each) => span / each <= ticks) ?? 10 * magnitude;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const round = (value: number) => Number(value.toFixed(decimals));
  return {
    min: round(Math.floor(low / step + 1e-9) * step),
    max: round(Math.ceil(high / step - 1e-9) * step),
    step: round(step),
    decimals,
  };
}
