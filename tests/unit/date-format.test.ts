import { describe, expect, test } from 'vitest';
import { formatDate, formatDateTime, formatMonth, formatMonthName, formatRelativeDays } from '#shared/date-format.ts';

describe('date format', () => {
  test('months are named in both languages, long and short', () => {
    expect(formatMonth('2023-08', 'id')).toBe('Agustus 2023');
    expect(formatMonth('2023-08', 'id', 'short')).toBe('Agt 2023');
    expect(formatMonth('2023-08', 'en')).toBe('August 2023');
    expect(formatMonth('2023-12', 'en', 'short')).toBe('Dec 2023');
    expect(formatMonthName('2024-05', 'id')).toBe('Mei');
    expect(() => formatMonth('2023-13', 'id')).toThrow(RangeError);
  });

  test('a date has its day first, without a leading zero', () => {
    expect(formatDate('2023-07-02', 'id')).toBe('2 Juli 2023');
    expect(formatDate('2026-11-21', 'en', 'short')).toBe('21 Nov 2026');
  });

  test('an instant is told in the province’s own time', () => {
    const instant = '2026-11-21T06:30:00.000Z';
    expect(formatDateTime(instant, 'id', 'Asia/Makassar', 'WITA')).toBe('21 November 2026 14.30 WITA');
    expect(formatDateTime(instant, 'en', 'Asia/Makassar', 'WITA')).toBe('21 November 2026 14:30 WITA');
    expect(formatDateTime('2026-12-31T16:00:00Z', 'id', 'Asia/Makassar', 'WITA', 'short')).toBe(
      '1 Jan 2027 00.00 WITA',
    );
  });

  test('days from today are said as people say them', () => {
    expect(formatRelativeDays(0, 'id')).toBe('hari ini');
    expect(formatRelativeDays(-3, 'id')).toBe('3 hari yang lalu');
    expect(formatRelativeDays(1, 'id')).toBe('besok');
    expect(formatRelativeDays(5, 'en')).toBe('in 5 days');
  });
});
