import { describe, expect, it } from 'vitest';
import { monthTicks, niceTicks, splitRuns, spreadLabels } from '#shared/series.ts';

const at = (month: string, value: number | null, provisional = false) => ({ month, value, provisional });
const months = (runs: ReturnType<typeof splitRuns>) => runs.map((run) => run.points.map((point) => point.month));

describe('splitting a series into lines', () => {
  it('leaves a gap where a month is missing, and keeps zero as a figure', () => {
    const runs = splitRuns([at('2023-01', 5), at('2023-02', 0), at('2023-03', null), at('2023-04', 7)]);
    expect(months(runs)).toEqual([['2023-01', '2023-02'], ['2023-04']]);
    expect(runs[0]?.points[1]?.value).toBe(0);
  });

  it('leaves a gap where a month of a monthly series was left out', () => {
    const runs = splitRuns([at('2023-01', 5), at('2023-02', 6), at('2023-05', 7)]);
    expect(months(runs)).toEqual([['2023-01', '2023-02'], ['2023-05']]);
  });

  it('joins the years of a yearly series, in which nothing was expected between', () => {
    expect(splitRuns([at('2021-03', 10), at('2022-03', 9), at('2023-03', 8)])).toHaveLength(1);
  });

  it('never joins figures across a series break', () => {
    const runs = splitRuns([at('2023-11', 1), at('2023-12', 2), at('2024-01', 3)], ['2024-01']);
    expect(months(runs)).toEqual([['2023-11', '2023-12'], ['2024-01']]);
  });

  it('starts the provisional stretch at the last verified figure', () => {
    const runs = splitRuns([at('2023-06', 1), at('2023-07', 2), at('2023-08', 3, true)]);
    expect(runs.map((run) => run.provisional)).toEqual([false, true]);
    expect(months(runs)).toEqual([
      ['2023-06', '2023-07'],
      ['2023-07', '2023-08'],
    ]);
  });

  it('does not depend on the order in which the points come', () => {
    const points = [at('2023-03', 3), at('2023-01', 1), at('2023-02', 2)];
    expect(months(splitRuns(points))).toEqual([['2023-01', '2023-02', '2023-03']]);
  });
});

describe('axes', () => {
  it('puts ticks at round numbers that enclose the values', () => {
    expect(niceTicks(0, 16377)).toEqual([0, 5000, 10000, 15000, 20000]);
    expect(niceTicks(-0.4, 4.1)).toEqual([-2, 0, 2, 4, 6]);
  });

  it('still makes an axis when all values are the same', () => {
    const ticks = niceTicks(3, 3);
    expect(ticks[0]).toBeLessThanOrEqual(3);
    expect(ticks.at(-1)).toBeGreaterThan(3);
  });

  it('labels as many months as fit, at calendar-round distances', () => {
    expect(monthTicks('2023-03', '2023-12', 5)).toEqual(['2023-04', '2023-07', '2023-10']);
    expect(monthTicks('2018-05', '2026-03', 10)).toContain('2024-01');
  });
});

describe('labels at the ends of lines', () => {
  it('moves labels apart so that none covers another, and keeps their order', () => {
    const placed = spreadLabels([100, 102, 50, 101], 15, 0, 200);
    const sorted = [...placed].sort((a, b) => a - b);
    for (const [index, value] of sorted.slice(1).entries())
      expect(value - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(15);
    expect(placed[2]).toBeLessThan(placed[0] ?? 0);
    expect(placed[0]).toBeLessThan(placed[3] ?? 0);
    expect(placed[3]).toBeLessThan(placed[1] ?? 0);
  });
});
