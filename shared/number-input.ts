import type { Locale } from '#shared/locale.ts';
import { formatScaled } from '#shared/number-format.ts';
import { largestFigure } from '#shared/scale.ts';

export const numberInputProblems = ['NOT_A_NUMBER', 'TOO_MANY_DECIMALS', 'TOO_LARGE', 'NEGATIVE_NOT_ALLOWED'] as const;
export type NumberInputProblem = (typeof numberInputProblems)[number];

/** One thing the text can mean. `label` shows it in the reader's locale; `isRounded` when digits would be dropped. */
export type NumberCandidate = { scaled: number; label: string; isRounded: boolean };

export type TypedNumber =
  | { kind: 'empty' }
  | { kind: 'number'; scaled: number }
  | { kind: 'not_applicable' }
  | { kind: 'not_reported' }
  /** The text can be read in more than one way, or only in a way foreign to the locale: ask, never guess. */
  | { kind: 'question'; candidates: NumberCandidate[] }
  | { kind: 'invalid'; code: NumberInputProblem };

export type NumberInputOptions = { decimals: number; locale: Locale; allowNegative?: boolean };

/**
 * Reads what a person typed or pasted into one cell, in either country's habit: `16.377`, `16377`, `16 377`, `12,5`,
 * `35,4 %`, `Rp1.500`, `tb`, `-`. Only a single separator before exactly three digits is ambiguous (`1.612` is 1612 or
 * 1,612); it is settled where the indicator's decimals leave one reading, and asked where they do not.
 */
export function parseTypedNumber(text: string, options: NumberInputOptions): TypedNumber {
  const typed = tidy(text);
  if (typed === '') return { kind: 'empty' };
  const word = words.get(typed.toLowerCase());
  if (word) return word(options);

  const { isNegative, body } = stripAdornments(typed);
  const readings = readingsOf(body, options);
  if (readings.length === 0) return { kind: 'invalid', code: 'NOT_A_NUMBER' };
  const isZero = /^[0.,]*$/.test(body);
  if (isNegative && !isZero && !options.allowNegative) return { kind: 'invalid', code: 'NEGATIVE_NOT_ALLOWED' };
  return judge(readings, isNegative && !isZero, options);
}

/** Full-width digits and no-break spaces to their plain forms, every minus to one, spaces to single ones. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

const notApplicable = (): TypedNumber => ({ kind: 'not_applicable' });
const notReported = (): TypedNumber => ({ kind: 'not_reported' });
/** Officially "none", but also written for "nothing came in": ask. */
const nil = ({ decimals, locale }: NumberInputOptions): TypedNumber => ({
  kind: 'question',
  candidates: [{ scaled: 0, label: formatScaled(0, decimals, locale), isRounded: false }],
});

const words = new Map<string, (options: NumberInputOptions) => TypedNumber>([
  ['tb', notApplicable],
  ['n/a', notApplicable],
  ['tidak berlaku', notApplicable],
  ['not applicable', notApplicable],
  ['-', notReported],
  ['belum ada data', notReported],
  ['not reported', notReported],
  ['nihil', nil],
]);

function stripAdornments(typed: string): { isNegative: boolean; body: string } {
  const isRupiah = /^[+-]? ?rp/i.test(typed);
  const bare = typed.replace(/ ?%$/, '').replace(/^([+-]?) ?rp\.? ?/i, '$1');
  // "Rp1.500,-" is how a round sum of money is written.
  const amount = isRupiah ? bare.replace(/[.,]-$/, '') : bare;
  return { isNegative: amount.startsWith('-'), body: amount.replace(/^[+-] ?/, '') };
}

/** The digits before and after the decimal sign, separators gone. */
type Reading = { whole: string; fraction: string };

type Shape = { pattern: RegExp; read: (parts: string[], options: NumberInputOptions) => Reading[] };

const strip = (digits: string | undefined) => (digits ?? '').replace(/[., ]/g, '');
const decimalReading = ([, whole, fraction]: string[]): Reading[] => [
  { whole: strip(whole), fraction: fraction ?? '' },
];

/** Every shape a number is written in; the first that fits is the one. */
const shapes: Shape[] = [
  // 16377
  { pattern: /^(\d+)$/, read: decimalReading },
  // 16 377 and 16 377,5
  { pattern: /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?$/, read: decimalReading },
  // 1.234.567 and 1,234,567: a sign that comes twice can only group
  { pattern: /^([1-9]\d{0,2}([.,])\d{3}(?:\2\d{3})+)$/, read: ([, whole]) => [{ whole: strip(whole), fraction: '' }] },
  // 16.377,5 and 16,377.5: of two signs the last is the decimal one
  { pattern: /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/, read: decimalReading },
  { pattern: /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/, read: decimalReading },
  // 1.612 and 1,612: grouped, or with three decimals
  { pattern: /^([1-9]\d{0,2})([.,])(\d{3})$/, read: readThreeDigitGroup },
  // 12,5 and 1.5 and ,5: too few or too many digits to be a group
  { pattern: /^(\d*)[.,](\d+)$/, read: decimalReading },
];

function readThreeDigitGroup(parts: string[], { decimals, locale }: NumberInputOptions): Reading[] {
  const [, head = '', sign, tail = ''] = parts;
  const grouped = { whole: head + tail, fraction: '' };
  const decimal = { whole: head, fraction: tail };
  const groupsHere = sign === (locale === 'id' ? '.' : ',');
  if (groupsHere && decimals === 0) return [grouped];
  if (!groupsHere && decimals >= tail.length) return [decimal];
  return [grouped, decimal];
}

function readingsOf(body: string, options: NumberInputOptions): Reading[] {
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(body);
    if (match) return read([...match], options);
  }
  return [];
}

function judge(readings: Reading[], isNegative: boolean, options: NumberInputOptions): TypedNumber {
  const scaled = readings.map((reading) => scale(reading, options.decimals));
  const [only] = scaled;
  if (only && scaled.length === 1) {
    if (only.isRounded) return { kind: 'invalid', code: 'TOO_MANY_DECIMALS' };
    const value = toFigure(only.magnitude, isNegative);
    return value === null ? { kind: 'invalid', code: 'TOO_LARGE' } : { kind: 'number', scaled: value };
  }
  const candidates = scaled.flatMap(({ magnitude, isRounded }) => {
    const value = toFigure(magnitude, isNegative);
    // For a count, 1,612 children rounded to 2 is nothing anybody meant.
    if (value === null || (isRounded && options.decimals === 0)) return [];
    return { scaled: value, label: formatScaled(value, options.decimals, options.locale), isRounded };
  });
  return candidates.length > 0 ? { kind: 'question', candidates } : { kind: 'invalid', code: 'TOO_LARGE' };
}

/** Exact arithmetic on the digits; rounds half away from zero, and says so, when there are more than fit. */
function scale({ whole, fraction }: Reading, decimals: number): { magnitude: bigint; isRounded: boolean } {
  const digits = fraction.replace(/0+$/, '');
  const kept = BigInt(`${whole || '0'}${digits.slice(0, decimals).padEnd(decimals, '0')}`);
  const isRounded = digits.length > decimals;
  const roundsUp = isRounded && Number(digits[decimals]) >= 5;
  return { magnitude: roundsUp ? kept + 1n : kept, isRounded };
}

function toFigure(magnitude: bigint, isNegative: boolean): number | null {
  if (magnitude > BigInt(largestFigure)) return null;
  return isNegative && magnitude !== 0n ? -Number(magnitude) : Number(magnitude);
}
