import { normalizeAreaName } from '#shared/area-name.ts';
import { type DateParts, datePartsOf } from './excel-date.ts';

/** Digits before and after the decimal sign, grouping gone. */
export type Amount = { whole: string; fraction: string };

/** Which sign is the decimal one: `comma` as in Indonesian (`1.234,5`), `point` as in English (`1,234.5`). */
export const dialects = ['comma', 'point'] as const;
export type Dialect = (typeof dialects)[number];

/** What the numeral says in either dialect; null where it cannot be written so. */
export type Readings = Record<Dialect, Amount | null>;

export const unreadableCodes = [
  'NOT_A_NUMBER',
  'TOO_MANY_DECIMALS',
  'TOO_LARGE',
  'NEGATIVE_NOT_ALLOWED',
  /** Excel made a date of it, and nothing that fits the column can have been meant. */
  'DATE',
  /** `#REF!`, `#DIV/0!` and their kind, or a formula instead of its result. */
  'FORMULA',
  /** `####`: the column was too narrow to show the number. */
  'TOO_NARROW',
  /** `1,64E+04`: digits are not shown. */
  'DIGITS_HIDDEN',
  /** Per cent, rupiah or another unit than the column's. */
  'WRONG_UNIT',
] as const;
export type UnreadableCode = (typeof unreadableCodes)[number];

export type CellForm =
  | { kind: 'blank' }
  | { kind: 'not_applicable' }
  | { kind: 'not_reported' }
  /** "Nihil" or "-": zero, or nothing known. */
  | { kind: 'nil'; word: 'nihil' | 'dash' }
  | { kind: 'amount'; isNegative: boolean; readings: Readings; units: readonly Unit[] }
  | { kind: 'date'; parts: DateParts }
  | { kind: 'unreadable'; code: UnreadableCode };

/** A unit written in the cell; `other` is compared with the column's own words. */
export type Unit = { kind: 'percent' } | { kind: 'rupiah' } | { kind: 'other'; word: string };

/**
 * What the text of a cell can be, before its column is known. Nothing is decided here: a numeral that the two countries
 * write differently keeps both readings.
 */
export function cellFormOf(text: string): CellForm {
  const tidied = tidy(text);
  if (tidied === '') return { kind: 'blank' };
  const word = wordForms.get(tidied.toLowerCase());
  if (word) return word;
  const refusal = refusals.find(({ pattern }) => pattern.test(tidied));
  if (refusal) return { kind: 'unreadable', code: refusal.code };
  const date = datePartsOf(tidied);
  if (date) return { kind: 'date', parts: date };
  return amountForm(tidied);
}

/**
 * Invisible characters away, every space one plain space, every minus one hyphen, full-width digits plain. Not by NFKC:
 * it would turn the footnote of `12¹` into the digit of 121.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '')
    .trim();
}

const notApplicable: CellForm = { kind: 'not_applicable' };
const notReported: CellForm = { kind: 'not_reported' };
const nihil: CellForm = { kind: 'nil', word: 'nihil' };
const dash: CellForm = { kind: 'nil', word: 'dash' };
const zeroAmount: Amount = { whole: '0', fraction: '' };
const zero: CellForm = {
  kind: 'amount',
  isNegative: false,
  readings: { comma: zeroAmount, point: zeroAmount },
  units: [],
};

/** Words that stand for a figure. In the tables of BPS `…` is "not available" and `–` is "none or zero". */
const wordForms = new Map<string, CellForm>([
  ...['tb', 't.b.', 't.b', 'n/a', 'n.a.', 'n.a', 'na', 'tidak berlaku', 'not applicable'].map(
    (word) => [word, notApplicable] as const,
  ),
  ...[
    ...['belum ada data', 'belum ada', 'belum lapor', 'belum dilaporkan', 'belum melapor', 'tidak ada data'],
    ...['data belum ada', 'data tidak tersedia', 'tidak tersedia', 'not reported', 'no data', 'not available'],
    ...['...', '…', '....', '..'],
  ].map((word) => [word, notReported] as const),
  ...['nihil', 'nil', 'tidak ada', 'none', 'kosong'].map((word) => [word, nihil] as const),
  ...['-', '--', '---', '- -', 'rp -', 'rp-', '-%', '- %'].map((word) => [word, dash] as const),
  ...['nol', 'zero'].map((word) => [word, zero] as const),
]);

const refusals: readonly { pattern: RegExp; code: UnreadableCode }[] = [
  { pattern: /^#+$/, code: 'TOO_NARROW' },
  { pattern: /^[#=]/, code: 'FORMULA' },
  { pattern: /^Err:\d+$/i, code: 'FORMULA' },
  { pattern: /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i, code: 'DIGITS_HIDDEN' },
];

/** Ten to the power of these words. "M" is left out: it is thousand million here and million elsewhere. */
const powers = new Map([
  ...['ribu', 'rb', 'thousand'].map((word) => [word, 3] as const),
  ...['juta', 'jt', 'million'].map((word) => [word, 6] as const),
  ...['miliar', 'milyar', 'billion'].map((word) => [word, 9] as const),
]);

function amountForm(tidied: string): CellForm {
  const units: Unit[] = [];
  let rest = tidied;
  let isNegative = false;
  let power = 0;
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(rest);
    if (!match) return undefined;
    rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
    rest = rest.trim();
    return match[1] ?? '';
  };

  // BPS marks provisional figures so.
  take(/ ?\*{1,3}\)?$/);
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) {
    rest = (bracketed[1] ?? '').trim();
    isNegative = true;
  }
  const minus = take(/^-/) !== undefined;
  take(/^\+/);
  if (take(/^rp\.? ?(?=[\d(.,+-])/i) !== undefined) {
    units.push({ kind: 'rupiah' });
    // "Rp1.500,-" is how a round sum of money is written.
    take(/[.,]-$/);
  }
  const innerMinus = take(/^-/) !== undefined;
  const bracketedInside = /^\((.*)\)$/.exec(rest);
  if (bracketedInside) rest = (bracketedInside[1] ?? '').trim();
  if (take(/%$/) !== undefined) units.push({ kind: 'percent' });
  const word = take(/(?<=[\d.,)% ])([\p{Letter}/][\p{Letter} /.]*)$/u);
  if (word !== undefined) {
    const words = word.toLowerCase().split(' ');
    power = powers.get(words[0] ?? '') ?? 0;
    const unit = (power > 0 ? words.slice(1) : words).join(' ');
    if (unit !== '') units.push(unitOf(unit));
  }
  if (take(/%$/) !== undefined) units.push({ kind: 'percent' });
  const trailingMinus = take(/-$/) !== undefined;
  const minuses = [isNegative, minus, innerMinus, bracketedInside !== null, trailingMinus].filter(Boolean).length;
  const readings = minuses <= 1 ? readNumeral(rest) : undefined;
  if (!readings) return { kind: 'unreadable', code: 'NOT_A_NUMBER' };
  return {
    kind: 'amount',
    isNegative: minuses === 1,
    readings: { comma: raise(readings.comma, power), point: raise(readings.point, power) },
    units,
  };
}

function unitOf(word: string): Unit {
  if (['persen', 'percent', 'pct'].includes(word)) return { kind: 'percent' };
  if (['rupiah', 'idr'].includes(word)) return { kind: 'rupiah' };
  return { kind: 'other', word: normalizeAreaName(word) };
}

/** Moves the decimal sign to the right: `1,2 juta` is 1200000. */
function raise(amount: Amount | null, power: number): Amount | null {
  if (!amount || power === 0) return amount;
  const fraction = amount.fraction.padEnd(power, '0');
  return { whole: amount.whole + fraction.slice(0, power), fraction: fraction.slice(power) };
}

const strip = (digits: string | undefined) => (digits ?? '').replace(/\D/g, '');
const both = (amount: Amount): Readings => ({ comma: amount, point: amount });
const only = (dialect: Dialect, amount: Amount): Readings => ({ comma: null, point: null, [dialect]: amount });
/** The dialect in which this sign is the decimal one, and the one in which it groups. */
export const decimalIn = (sign: string | undefined): Dialect => (sign === ',' ? 'comma' : 'point');
const groupingIn = (sign: string | undefined): Dialect => (sign === '.' ? 'comma' : 'point');

export type NumeralShape = {
  /** What it is, for who reads the table. */
  title: string;
  pattern: RegExp;
  read: (parts: readonly (string | undefined)[]) => Readings;
};

/**
 * Every way in which digits and separators are written; the first that fits is the one. What a shape cannot be in a
 * dialect settles the dialect for its neighbours.
 */
export const numeralShapes: readonly NumeralShape[] = [
  {
    title: 'digits alone: 16377',
    pattern: /^(\d+)$/,
    read: ([, whole]) => both({ whole: strip(whole), fraction: '' }),
  },
  {
    title: 'grouped by spaces or apostrophes: 16 377',
    pattern: /^([1-9]\d{0,2}([ '])\d{3}(?:\2\d{3})*)$/,
    read: ([, whole]) => both({ whole: strip(whole), fraction: '' }),
  },
  {
    title: 'grouped by spaces or apostrophes, with decimals: 16 377,5',
    pattern: /^([1-9]\d{0,2}([ '])\d{3}(?:\2\d{3})*)([.,])(\d+)$/,
    read: ([, whole, , sign, fraction = '']) => only(decimalIn(sign), { whole: strip(whole), fraction }),
  },
  {
    title: 'a sign that comes twice can only group: 1.234.567',
    pattern: /^([1-9]\d{0,2}([.,])\d{3}(?:\2\d{3})+)$/,
    read: ([, whole, sign]) => only(groupingIn(sign), { whole: strip(whole), fraction: '' }),
  },
  {
    title: 'of two signs the last is the decimal one: 16.377,5',
    pattern: /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/,
    read: ([, whole, fraction = '']) => only('comma', { whole: strip(whole), fraction }),
  },
  {
    title: 'the same in English: 16,377.5',
    pattern: /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/,
    read: ([, whole, fraction = '']) => only('point', { whole: strip(whole), fraction }),
  },
  {
    title: 'one sign before three digits is two things: 1.612',
    pattern: /^([1-9]\d{0,2})([.,])(\d{3})$/,
    read: ([, head = '', sign, tail = '']) => ({
      comma: null,
      point: null,
      [groupingIn(sign)]: { whole: head + tail, fraction: '' },
      [decimalIn(sign)]: { whole: head, fraction: tail },
    }),
  },
  {
    title: 'too few or too many digits for a group: 12,5 and 0.612',
    pattern: /^(0?|[1-9]\d*)([.,])(\d+)$/,
    read: ([, whole = '', sign, fraction = '']) => only(decimalIn(sign), { whole, fraction }),
  },
];

function readNumeral(text: string): Readings | undefined {
  for (const { pattern, read } of numeralShapes) {
    const match = pattern.exec(text);
    if (match) return read([...match]);
  }
  return undefined;
}
