import { formatPercent } from '#shared/number-format.ts';
import { inBoth } from './bilingual.ts';
import type { Bilingual } from './content.ts';

/** A share in plain words, and the shares (0 to 1) of which the words are true. */
export interface SharePhrase extends Bilingual {
  /** Both ends belong to it, save where `excludes` says not. */
  low: number;
  high: number;
  excludes: 'none' | 'low' | 'high' | 'both';
}

type Interval = Omit<SharePhrase, 'id' | 'en'>;

const phrases: readonly SharePhrase[] = [
  { id: 'semua', en: 'all', low: 1, high: 1, excludes: 'none' },
  { id: 'hampir semua', en: 'almost all', low: 0.9, high: 1, excludes: 'high' },
  { id: 'sekitar tiga perempat', en: 'about three quarters', low: 0.73, high: 0.77, excludes: 'none' },
  { id: 'sekitar dua pertiga', en: 'about two thirds', low: 0.65, high: 0.685, excludes: 'none' },
  { id: 'separuh lebih', en: 'more than half', low: 0.5, high: 0.6, excludes: 'low' },
  { id: 'separuh', en: 'half', low: 0.5, high: 0.5, excludes: 'none' },
  { id: 'hampir separuh', en: 'almost half', low: 0.45, high: 0.5, excludes: 'high' },
  { id: 'sekitar sepertiga', en: 'about a third', low: 0.315, high: 0.35, excludes: 'none' },
  { id: 'sekitar seperempat', en: 'about a quarter', low: 0.235, high: 0.265, excludes: 'none' },
];

/** "1 dari 9" is said of fifths to twentieths: of a third it would be too coarse, of a fiftieth nobody counts. */
const unitFractions = { from: 5, to: 20 };

/**
 * A share in words: a phrase where one is true of it, "1 dari N" where N is the nearest whole number, else per cent.
 * @param share above 0 and up to 1; nothing and more than the whole need a sentence of their own
 * @throws RangeError otherwise
 */
export function sharePhrase(share: number): SharePhrase {
  if (!(share > 0 && share <= 1)) throw new RangeError(`not a share: ${share}`);
  return phrases.find((phrase) => isWithin(share, phrase)) ?? unitFraction(share) ?? percentage(share);
}

export function isWithin(share: number, { low, high, excludes }: Interval): boolean {
  const isAboveLow = excludes === 'low' || excludes === 'both' ? share > low : share >= low;
  const isBelowHigh = excludes === 'high' || excludes === 'both' ? share < high : share <= high;
  return isAboveLow && isBelowHigh;
}

/** The shares of which N is the nearest whole number of their reciprocal. */
export function unitFractionInterval(of: number): Interval {
  return { low: 1 / (of + 0.5), high: 1 / (of - 0.5), excludes: 'low' };
}

function unitFraction(share: number): SharePhrase | null {
  const of = Math.round(1 / share);
  const interval = unitFractionInterval(of);
  if (of < unitFractions.from || of > unitFractions.to || !isWithin(share, interval)) return null;
  return { id: `1 dari ${of}`, en: `1 in ${of}`, ...interval };
}

/** To a tenth of a per cent; what would be written as nothing or as all of it is "less than" or "more than". */
function percentage(share: number): SharePhrase {
  const tenths = Math.round(share * 1000);
  if (tenths === 0) {
    const words = inBoth((locale) => formatPercent(0.1, { locale }));
    return { id: `kurang dari ${words.id}`, en: `less than ${words.en}`, low: 0, high: 0.001, excludes: 'both' };
  }
  const words = inBoth((locale) => formatPercent(tenths / 10, { locale }));
  return { ...words, low: (tenths - 0.5) / 1000, high: (tenths + 0.5) / 1000, excludes: 'none' };
}
