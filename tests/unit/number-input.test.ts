import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '#shared/locale.ts';
import { type NumberInputOptions, parseTypedNumber } from '#shared/number-input.ts';

const count: NumberInputOptions = { decimals: 0, locale: 'id' };
const percent: NumberInputOptions = { decimals: 2, locale: 'id' };
const number = (scaled: number) => ({ kind: 'number', scaled });
const invalid = (code: string) => ({ kind: 'invalid', code });

describe('a typed count', () => {
  test.each([
    ['16.377', 16377],
    ['16377', 16377],
    ['1.234', 1234],
    ['16 377', 16377],
    ['16\u00A0377', 16377],
    ['  9.085 ', 9085],
    ['+1054', 1054],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['Rp1.500', 1500],
    ['Rp 1.500,-', 1500],
    ['Rp. 2.000.000', 2_000_000],
    ['12,0', 12],
    ['007', 7],
    ['0', 0],
    ['-0', 0],
    ['１２', 12],
  ])('%s is read as %d', (text, scaled) => {
    expect(parseTypedNumber(text, count)).toEqual(number(scaled));
  });

  test('half a child is refused, not rounded', () => {
    expect(parseTypedNumber('12,5', count)).toEqual(invalid('TOO_MANY_DECIMALS'));
    expect(parseTypedNumber('1.5', count)).toEqual(invalid('TOO_MANY_DECIMALS'));
    expect(parseTypedNumber('0.612', count)).toEqual(invalid('TOO_MANY_DECIMALS'));
  });

  test('a grouping foreign to the language is asked, not assumed', () => {
    expect(parseTypedNumber('16,377', count)).toEqual({
      kind: 'question',
      candidates: [{ scaled: 16377, label: '16.377', isRounded: false }],
    });
    expect(parseTypedNumber('1,000', count)).toEqual({
      kind: 'question',
      candidates: [
        { scaled: 1000, label: '1.000', isRounded: false },
        { scaled: 1, label: '1', isRounded: false },
      ],
    });
  });

  test('a negative count is refused unless the indicator can be negative', () => {
    expect(parseTypedNumber('-5', count)).toEqual(invalid('NEGATIVE_NOT_ALLOWED'));
    expect(parseTypedNumber('\u22125', { ...count, allowNegative: true })).toEqual(number(-5));
  });

  test.each([
    'abc',
    '12 anak',
    '1e3',
    '12,',
    '1.2.3',
    '12.34.567',
    '12 5',
    '1,5,5',
    '--5',
    '.',
    '½',
    '0x1f',
    '%',
    'Rp',
  ])('%s is not a number', (text) => {
    expect(parseTypedNumber(text, count)).toEqual(invalid('NOT_A_NUMBER'));
  });

  test('a number is too large where the totals above it could no longer be exact', () => {
    expect(parseTypedNumber('100000000000', count)).toEqual(number(100_000_000_000));
    expect(parseTypedNumber('100000000001', count)).toEqual(invalid('TOO_LARGE'));
    expect(parseTypedNumber('1000000000,01', { ...percent })).toEqual(invalid('TOO_LARGE'));
    expect(parseTypedNumber('90071992547409911', count)).toEqual(invalid('TOO_LARGE'));
  });
});

describe('a typed percentage', () => {
  test.each([
    ['35,4', 3540],
    ['35.4', 3540],
    ['35,4 %', 3540],
    ['35,4%', 3540],
    ['1.5', 150],
    [',5', 50],
    ['12,500', null],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['-0,28', -28],
  ])('%s', (text, scaled) => {
    const parsed = parseTypedNumber(text, { ...percent, allowNegative: true });
    if (scaled === null) expect(parsed.kind).toBe('question');
    else expect(parsed).toEqual(number(scaled));
  });

  test('1.612 can be two things where decimals are possible', () => {
    expect(parseTypedNumber('1.612', { decimals: 3, locale: 'id' })).toEqual({
      kind: 'question',
      candidates: [
        { scaled: 1612000, label: '1.612,000', isRounded: false },
        { scaled: 1612, label: '1,612', isRounded: false },
      ],
    });
    expect(parseTypedNumber('1.612', percent)).toEqual({
      kind: 'question',
      candidates: [
        { scaled: 161200, label: '1.612,00', isRounded: false },
        { scaled: 161, label: '1,61', isRounded: true },
      ],
    });
  });

  test('more decimals than the indicator has are refused', () => {
    expect(parseTypedNumber('28,4912', percent)).toEqual(invalid('TOO_MANY_DECIMALS'));
    expect(parseTypedNumber('28,4900', percent)).toEqual(number(2849));
  });
});

describe('words in a cell', () => {
  test.each(['tb', 'TB', 'n/a', 'N/A', 'tidak berlaku', 'Tidak  Berlaku'])(
    '%s says the figure does not apply',
    (text) => {
      expect(parseTypedNumber(text, count)).toEqual({ kind: 'not_applicable' });
    },
  );

  test.each(['-', '–', '—', 'belum ada data', 'Belum ada data'])('%s says there is no figure yet', (text) => {
    expect(parseTypedNumber(text, count)).toEqual({ kind: 'not_reported' });
  });

  test.each(['', '   ', '\u00A0'])('nothing typed is empty, not zero', (text) => {
    expect(parseTypedNumber(text, count)).toEqual({ kind: 'empty' });
  });

  test('“nihil” may mean zero: ask', () => {
    expect(parseTypedNumber('Nihil', count)).toEqual({
      kind: 'question',
      candidates: [{ scaled: 0, label: '0', isRounded: false }],
    });
  });
});

describe('whatever is typed', () => {
  const options = fc.record({
    decimals: fc.nat(4),
    locale: fc.constantFrom(...locales),
    allowNegative: fc.boolean(),
  });
  const typed = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...'0123456789., -+%Rp'), { maxLength: 14 }).map((characters) => characters.join('')),
  );

  test('the answer is an exact integer, a question or a refusal, and never a crash', () => {
    fc.assert(
      fc.property(typed, options, (text, given) => {
        const parsed = parseTypedNumber(text, given);
        const scaled =
          parsed.kind === 'number'
            ? [parsed.scaled]
            : parsed.kind === 'question'
              ? parsed.candidates.map((candidate) => candidate.scaled)
              : [];
        for (const each of scaled) {
          expect(Number.isSafeInteger(each)).toBe(true);
          expect(Object.is(each, -0)).toBe(false);
          if (!given.allowNegative) expect(each).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a candidate’s label, typed back, means that candidate', () => {
    fc.assert(
      fc.property(typed, options, (text, given) => {
        const parsed = parseTypedNumber(text, given);
        if (parsed.kind !== 'question') return;
        for (const { scaled, label } of parsed.candidates) {
          expect(parseTypedNumber(label, given)).toEqual(number(scaled));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('plain digits mean the same in either language', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(4), (whole, decimals) => {
        for (const locale of locales) {
          expect(parseTypedNumber(String(whole), { decimals, locale })).toEqual(number(whole * 10 ** decimals));
        }
      }),
    );
  });
});
