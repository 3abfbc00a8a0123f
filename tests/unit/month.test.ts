import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  currentDate,
  currentMonth,
  daysBetween,
  dueDate,
  isDue,
  lastDayOfMonth,
  monthOfDate,
  monthRange,
  monthsBetween,
  previousMonth,
} from '#shared/month.ts';
import { monthSchema } from '#shared/month-schema.ts';

const month = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
const count = fc.integer({ min: -500, max: 500 });

describe('month', () => {
  test('only a four-digit year and a real calendar month are a month', () => {
    expect(monthSchema.safeParse('2023-08').success).toBe(true);
    for (const text of ['2023-8', '2023-13', '2023-00', '23-08', '2023-08-01', 'Agustus 2023', '']) {
      expect(monthSchema.safeParse(text).success, text).toBe(false);
    }
  });

  test('adding crosses years in both directions', () => {
    expect(addMonths('2023-11', 3)).toBe('2024-02');
    expect(previousMonth('2024-01')).toBe('2023-12');
  });

  test('adding months and counting them are inverse', () => {
    fc.assert(
      fc.property(month, count, (from, by) => {
        expect(monthsBetween(from, addMonths(from, by))).toBe(by);
        expect(addMonths(addMonths(from, by), -by)).toBe(from);
      }),
    );
  });

  test('months sort as text in the order of time', () => {
    fc.assert(
      fc.property(month, month, (a, b) => {
        expect(Math.sign(monthsBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  test('a range holds both ends and each month between once', () => {
    expect(monthRange('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(monthRange('2023-11', '2023-11')).toEqual(['2023-11']);
    expect(monthRange('2023-11', '2023-10')).toEqual([]);
  });

  test('something that is not a month is refused rather than counted with', () => {
    expect(() => addMonths('2023-13', 1)).toThrow(RangeError);
    expect(() => addMonths('2023-08', 0.5)).toThrow(RangeError);
    expect(() => monthOfDate('12-08-2023')).toThrow();
  });

  test('the last day knows leap years', () => {
    expect(lastDayOfMonth('2024-02')).toBe('2024-02-29');
    expect(lastDayOfMonth('2023-02')).toBe('2023-02-28');
    expect(lastDayOfMonth('1900-02')).toBe('1900-02-28');
    expect(lastDayOfMonth('2023-12')).toBe('2023-12-31');
  });

  test('a date belongs to its month', () => {
    expect(monthOfDate('2023-08-12')).toBe('2023-08');
  });

  test('the current month is the one of the province, not of London', () => {
    const stillJulyInLondon = new Date('2023-07-31T17:00:00Z');
    expect(currentMonth(stillJulyInLondon, 'Asia/Makassar')).toBe('2023-08');
    expect(currentMonth(stillJulyInLondon, 'Europe/London')).toBe('2023-07');
    expect(currentDate(stillJulyInLondon, 'Asia/Makassar')).toBe('2023-08-01');
  });

  test('a figure is due every month, or in the months named', () => {
    expect(isDue('', '2023-07')).toBe(true);
    expect(isDue('03', '2023-03')).toBe(true);
    expect(isDue('03', '2023-09')).toBe(false);
    expect(isDue('02,08', '2024-08')).toBe(true);
    expect(isDue('02, 08', '2024-08')).toBe(true);
    expect(isDue('02,08', '2024-07')).toBe(false);
  });

  test('the deadline is a day of the following month, at most its last', () => {
    expect(dueDate('2023-08', 5)).toBe('2023-09-05');
    expect(dueDate('2023-12', 5)).toBe('2024-01-05');
    expect(dueDate('2024-01', 31)).toBe('2024-02-29');
    expect(() => dueDate('2023-08', 0)).toThrow(RangeError);
  });

  test('days between dates are signed', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });
});
