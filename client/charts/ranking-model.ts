import { extent } from '#shared/series.ts';

export type RankingRow = { key: string; label: string; value: number | null };

/** From the largest (or the smallest) value; what is missing comes last, in the order given. */
export function rankRows<Row extends RankingRow>(rows: readonly Row[], order: 'desc' | 'asc'): Row[] {
  const sign = order === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * (a.value - b.value);
  });
}

/** A linear scale that always holds zero, from which bars start: value → 0–100 (per cent of the width). */
export function barScale(values: readonly (number | null)[]): (value: number) => number {
  const [low, high] = extent([...values, 0]) ?? [0, 1];
  const span = high - low || 1;
  return (value) => ((value - low) / span) * 100;
}
