import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '#shared/month.ts';
import { planInForce, type TrajectoryPoint, trajectoryAt, trajectorySeries } from '#shared/trajectory.ts';

const stunting: TrajectoryPoint[] = [
  { month: '2021-12', value: 33.8, kind: 'baseline' },
  { month: '2022-12', value: 28.49, kind: 'target' },
  { month: '2023-12', value: 23.52, kind: 'target' },
  { month: '2024-12', value: 18.61, kind: 'target' },
];

const inflation: TrajectoryPoint[] = [
  { month: '2023-12', value: 3, low: 2, high: 4, kind: 'target' },
  { month: '2024-12', value: 2.5, low: 1.5, high: 3.5, kind: 'target' },
];

describe('a trajectory', () => {
  test('goes through the provincial stunting targets', () => {
    expect(trajectoryAt(stunting, '2022-12')).toEqual({ value: 28.49, low: null, high: null });
    expect(trajectoryAt(stunting, '2024-12')?.value).toBe(18.61);
  });

  test('is straight between two targets', () => {
    expect(trajectoryAt(stunting, '2023-06')?.value).toBeCloseTo((28.49 + 23.52) / 2, 10);
    expect(trajectoryAt(stunting, '2022-03')?.value).toBeCloseTo(33.8 - 5.31 / 4, 10);
  });

  test('has nothing before its baseline, and holds its last target after it', () => {
    expect(trajectoryAt(stunting, '2021-11')).toBeNull();
    expect(trajectoryAt(stunting, '2026-03')?.value).toBe(18.61);
  });

  test('a baseline without a target is no plan', () => {
    expect(trajectoryAt([{ month: '2023-07', value: 16377, kind: 'baseline' }], '2023-08')).toBeNull();
    expect(trajectoryAt([], '2023-08')).toBeNull();
  });

  test('a band holds for the months of its calendar year, as a step', () => {
    expect(trajectoryAt(inflation, '2023-01')).toEqual({ value: 3, low: 2, high: 4 });
    expect(trajectoryAt(inflation, '2023-12')).toEqual({ value: 3, low: 2, high: 4 });
    expect(trajectoryAt(inflation, '2024-01')).toEqual({ value: 2.5, low: 1.5, high: 3.5 });
  });

  test('a year without its own band has none', () => {
    expect(trajectoryAt(inflation, '2022-12')).toBeNull();
    expect(trajectoryAt(inflation, '2025-01')).toBeNull();
  });

  test('the series has a point for every month, empty where nothing was planned', () => {
    const series = trajectorySeries(stunting, '2021-10', '2022-01');
    expect(series.map(({ month, planned }) => [month, planned === null])).toEqual([
      ['2021-10', true],
      ['2021-11', true],
      ['2021-12', false],
      ['2022-01', false],
    ]);
  });

  test('the order of the points does not matter, and the path stays between its ends', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.nat(70), (given, offset) => {
        const points = given.map(
          (value, index): TrajectoryPoint => ({
            month: addMonths('2021-01', index * 12),
            value,
            kind: index === 0 ? 'baseline' : 'target',
          }),
        );
        const month = addMonths('2021-01', offset);
        const planned = trajectoryAt(points, month);
        expect(trajectoryAt(points.toReversed(), month)).toEqual(planned);
        expect(planned?.value).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
        expect(planned?.value).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
      }),
    );
  });
});

describe('the plan in force', () => {
  const restarted: TrajectoryPoint[] = [
    ...stunting,
    { month: '2025-06', value: 35.4, kind: 'baseline' },
    { month: '2029-12', value: 20, kind: 'target' },
  ];

  test('measures from the latest baseline to the last target before the next one', () => {
    expect(planInForce(restarted, '2023-06')).toMatchObject({
      baseline: { value: 33.8 },
      finalTarget: { value: 18.61 },
    });
    expect(planInForce(restarted, '2026-06')).toMatchObject({ baseline: { value: 35.4 }, finalTarget: { value: 20 } });
  });

  test('a target alone has no baseline', () => {
    expect(planInForce([{ month: '2024-12', value: 14, kind: 'target' }], '2025-01')).toMatchObject({
      baseline: null,
      finalTarget: { value: 14 },
    });
    expect(planInForce([], '2025-01')).toBeNull();
  });
});
