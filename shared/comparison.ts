import { z } from 'zod';

/** How areas of different size are compared: by count, per 1,000 people, or as a share of their target group. */
export const comparisonModes = ['count', 'per_1000', 'pct_of_target'] as const;
export const comparisonModeSchema = z.enum(comparisonModes);
export type ComparisonMode = z.infer<typeof comparisonModeSchema>;

/** Real numbers of one area and month; null is missing. */
export type ComparisonInput = { value: number | null; population: number | null; targetGroup: number | null };

/** The value to compare, null when something it needs is missing or 0. For counts only: a rate is compared as it is. */
export function compareValue({ value, population, targetGroup }: ComparisonInput, mode: ComparisonMode): number | null {
  if (value === null) return null;
  if (mode === 'count') return value;
  const base = mode === 'per_1000' ? population : targetGroup;
  if (base === null || base <= 0) return null;
  return (value / base) * (mode === 'per_1000' ? 1000 : 100);
}
