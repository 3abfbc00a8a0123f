import { describe, expect, test } from 'vitest';
import { compareValue } from '#shared/comparison.ts';

describe('comparing areas', () => {
  const pasangkayu = { value: 2206, population: 200_000, targetGroup: 10_688 };

  test('2.206 stunted children in Pasangkayu, three ways', () => {
    expect(compareValue(pasangkayu, 'count')).toBe(2206);
    expect(compareValue(pasangkayu, 'per_1000')).toBeCloseTo(11.03, 10);
    expect(compareValue(pasangkayu, 'pct_of_target')).toBeCloseTo(20.64, 2);
  });

  test('a missing figure stays missing and a zero stays zero', () => {
    expect(compareValue({ ...pasangkayu, value: null }, 'count')).toBeNull();
    expect(compareValue({ ...pasangkayu, value: null }, 'per_1000')).toBeNull();
    expect(compareValue({ ...pasangkayu, value: 0 }, 'per_1000')).toBe(0);
  });

  test('without a population or a target group there is nothing to compare with', () => {
    expect(compareValue({ ...pasangkayu, population: null }, 'per_1000')).toBeNull();
    expect(compareValue({ ...pasangkayu, targetGroup: 0 }, 'pct_of_target')).toBeNull();
    expect(compareValue({ ...pasangkayu, targetGroup: null }, 'count')).toBe(2206);
  });
});
