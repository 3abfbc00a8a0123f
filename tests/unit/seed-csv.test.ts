import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optionalInteger, parseCsv, scaledDecimal } from '#db/seed/csv.ts';
import { normalizeAreaName } from '#shared/area-name.ts';

describe('reading CSV', () => {
  test('quotes hold commas, doubled quotes and line breaks', () => {
    expect(parseCsv('a,b\n"x, ""y""","line 1\nline 2"\r\n1,\n')).toEqual([
      { a: 'x, "y"', b: 'line 1\nline 2' },
      { a: '1', b: '' },
    ]);
  });

  test('what is written with quotes is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['a,b', ...rows.map((row) => row.map(quote).join(','))].join('\n');
        expect(parseCsv(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
      }),
    );
  });

  test('a line with too many cells is refused', () => {
    expect(() => parseCsv('a,b\n1,2,3')).toThrow('CSV line 2 has 3 cells');
  });

  test('an empty cell is missing, never 0', () => {
    expect(optionalInteger({ n: '' }, 'n')).toBeNull();
    expect(optionalInteger({ n: '0' }, 'n')).toBe(0);
    expect(scaledDecimal('', 2)).toBeNull();
  });

  test('decimals are scaled on their digits', () => {
    expect(scaledDecimal('2901.704', 3)).toBe(2901704);
    expect(scaledDecimal('-0.09', 2)).toBe(-9);
    expect(scaledDecimal('35', 2)).toBe(3500);
    expect(() => scaledDecimal('1.234', 2)).toThrow(RangeError);
    expect(() => scaledDecimal('1,5', 2)).toThrow(RangeError);
  });
});

describe('comparing area names', () => {
  test('case, spaces, hyphens and apostrophes make no difference', () => {
    for (const name of ['Tanduk Kalua', "TANDUK KALUA'", 'tanduk-kalua', 'TandukKalua']) {
      expect(normalizeAreaName(name)).toBe('tandukkalua');
    }
  });
});
