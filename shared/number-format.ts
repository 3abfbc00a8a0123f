import type { Locale } from '#shared/locale.ts';
import { toDecimalText } from '#shared/scale.ts';

export type NumberFormatOptions = {
  locale: Locale;
  /** Decimals shown, always all of them, so that columns line up. */
  decimals: number;
  /** Shows a plus before gains as well; zero has no sign. */
  signed?: boolean;
};

/** A real number with the locale's separators: `16.377` in Indonesian, `16,377` in English. */
export function formatNumber(value: number, { locale, decimals, signed = false }: NumberFormatOptions): string {
  return formatter(locale, decimals, signed).format(value);
}

/** A stored scaled integer with all its decimals, exact to the last digit. */
export function formatScaled(scaled: number, decimals: number, locale: Locale): string {
  // toDecimalText yields nothing but a decimal literal, which Intl formats without passing through a double.
  return formatter(locale, decimals, false).format(toDecimalText(scaled, decimals) as `${number}`);
}

export type PercentFormatOptions = { locale: Locale; decimals?: number; signed?: boolean };

/** A percentage given in per cent (35.4, not 0.354): `35,4 %` with a no-break space in Indonesian, `35.4%` in English. */
export function formatPercent(value: number, { locale, decimals = 1, signed }: PercentFormatOptions): string {
  const text = formatNumber(value, { locale, decimals, signed });
  return locale === 'id' ? `${text}\u00A0%` : `${text}%`;
}

export type ChangeDirection = 'up' | 'down' | 'unchanged';

const pointWords = {
  id: { up: 'naik', down: 'turun', unchanged: 'tetap' },
  en: { up: 'up', down: 'down', unchanged: 'unchanged' },
} as const;

/**
 * The change of a percentage, which is in percentage points, never in per cent: `turun 2,19 poin persen`.
 * The direction is that of the rounded figure, so that nothing "falls by 0,00".
 */
export function formatPointChange(
  change: number,
  { locale, decimals = 2 }: { locale: Locale; decimals?: number },
): { direction: ChangeDirection; text: string } {
  const amount = formatNumber(Math.abs(change), { locale, decimals });
  const isUnchanged = amount === formatNumber(0, { locale, decimals });
  const direction = isUnchanged ? 'unchanged' : change > 0 ? 'up' : 'down';
  const word = pointWords[locale][direction];
  if (isUnchanged) return { direction, text: word };
  const unit = locale === 'id' ? 'poin persen' : amount === '1' ? 'percentage point' : 'percentage points';
  return { direction, text: `${word} ${amount} ${unit}` };
}

/** For chart axes, where room is short: `15 rb`, `1,2 jt` in Indonesian, `15K`, `1.2M` in English. */
export function formatCompact(value: number, locale: Locale): string {
  return compactFormatters[locale].format(value);
}

const tags = { id: 'id-ID', en: 'en-US' } as const satisfies Record<Locale, string>;

const compactFormatters = {
  id: new Intl.NumberFormat(tags.id, { notation: 'compact', maximumFractionDigits: 1, signDisplay: 'negative' }),
  en: new Intl.NumberFormat(tags.en, { notation: 'compact', maximumFractionDigits: 1, signDisplay: 'negative' }),
};

/** Making a formatter costs some fifty times what using it does; a grid formats thousands of cells. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, decimals: number, signed: boolean): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${signed}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(tags[locale], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
    formatters.set(key, found);
  }
  return found;
}
