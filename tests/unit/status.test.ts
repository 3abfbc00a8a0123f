import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '#shared/month.ts';
import {
  defaultThresholds,
  type StatusInput,
  statuses,
  statusOf,
  stuntingZone,
  thresholdsFromPermille,
} from '#shared/status.ts';
import type { TrajectoryPoint } from '#shared/trajectory.ts';

const stunting: TrajectoryPoint[] = [
  { month: '2021-12', value: 33.8, kind: 'baseline' },
  { month: '2022-12', value: 28.49, kind: 'target' },
  { month: '2023-12', value: 23.52, kind: 'target' },
  { month: '2024-12', value: 18.61, kind: 'target' },
];
const band = (middle: number): TrajectoryPoint[] => [
  { month: '2023-12', value: middle, low: middle - 1, high: middle + 1, kind: 'target' },
];

function judge(overrides: Partial<StatusInput> = {}) {
  return statusOf({
    actual: 33.8,
    month: '2024-12',
    points: stunting,
    direction: 'lower',
    thresholds: defaultThresholds,
    ...overrides,
  });
}

describe('status against a trajectory', () => {
  test.each([
    ['2022-12', 35.0],
    ['2023-12', 30.3],
    ['2024-12', 35.4],
  ])('stunting in the survey of %s, at %d %, was critical', (month, actual) => {
    expect(judge({ month, actual }).status).toBe('critical');
  });

  test('the share is the part of the planned way that was covered', () => {
    expect(judge({ month: '2023-12', actual: 30.3 }).share).toBeCloseTo((33.8 - 30.3) / (33.8 - 23.52), 10);
    expect(judge({ month: '2024-12', actual: 35.4 }).share).toBeLessThan(0);
    expect(judge({ month: '2023-12', actual: 23.52 })).toMatchObject({ status: 'on_track', plannedValue: 23.52 });
    expect(judge({ month: '2023-12', actual: 23.52 }).share).toBeCloseTo(1, 10);
  });

  test('thresholds decide between on track, attention and critical', () => {
    const points: TrajectoryPoint[] = [
      { month: '2023-01', value: 0, kind: 'baseline' },
      { month: '2023-11', value: 1000, kind: 'target' },
    ];
    const at = (actual: number) => judge({ points, month: '2023-06', direction: 'higher', actual }).status;
    expect([at(500), at(450), at(449), at(350), at(349), at(-10)]).toEqual([
      'on_track',
      'on_track',
      'attention',
      'attention',
      'critical',
      'critical',
    ]);
    expect(at(1000)).toBe('achieved');
    expect(thresholdsFromPermille(900, 700)).toEqual(defaultThresholds);
  });

  test('what is still to go is told in the unit of the indicator', () => {
    expect(judge({ actual: 30.3 }).distanceToTarget).toBeCloseTo(30.3 - 18.61, 10);
    expect(judge({ actual: 18 })).toMatchObject({ status: 'achieved' });
    expect(judge({ actual: 18 }).distanceToTarget).toBeCloseTo(-0.61, 10);
  });

  test('without a figure, or without a plan for the month, there is no status', () => {
    expect(judge({ actual: null, month: '2023-12' })).toEqual({
      status: 'no_data',
      share: null,
      plannedValue: 23.52,
      distanceToTarget: null,
    });
    expect(judge({ month: '2021-01' })).toMatchObject({ status: 'no_data', plannedValue: null });
    expect(judge({ points: [] })).toMatchObject({ status: 'no_data' });
  });

  test('in the month of the baseline, where no progress was planned yet, the whole way is the yardstick', () => {
    expect(judge({ month: '2021-12', actual: 33.8 })).toMatchObject({ status: 'on_track', share: 1 });
    const worse = judge({ month: '2021-12', actual: 35 });
    expect(worse.share).toBeCloseTo(1 - 1.2 / (33.8 - 18.61), 10);
    expect(worse.status).toBe('on_track');
    expect(judge({ month: '2021-12', actual: 37 }).status).toBe('attention');
  });

  test('a target that holds the level, or that has no baseline, is kept or needs attention', () => {
    const hold: TrajectoryPoint[] = [
      { month: '2023-01', value: 5, kind: 'baseline' },
      { month: '2024-01', value: 5, kind: 'target' },
    ];
    expect(judge({ points: hold, month: '2023-06', actual: 5 })).toMatchObject({ status: 'achieved', share: 1 });
    expect(judge({ points: hold, month: '2023-06', actual: 6 })).toMatchObject({ status: 'attention', share: null });
    const alone: TrajectoryPoint[] = [{ month: '2024-12', value: 14, kind: 'target' }];
    expect(judge({ points: alone, actual: 13.9 }).status).toBe('achieved');
    expect(judge({ points: alone, actual: 19.8 })).toMatchObject({ status: 'attention', share: null });
  });

  test('a plan that allows a worsening does not reward a worse figure', () => {
    const allowed: TrajectoryPoint[] = [
      { month: '2024-12', value: 14, kind: 'baseline' },
      { month: '2025-12', value: 18.8, kind: 'target' },
    ];
    expect(judge({ points: allowed, month: '2025-12', actual: 18 }).status).toBe('achieved');
    expect(judge({ points: allowed, month: '2025-12', actual: 25 }).status).toBe('critical');
  });
});

describe('status against a band', () => {
  const inflation = (actual: number, middle: number) =>
    judge({ points: band(middle), month: '2023-11', direction: 'band', actual });

  test('is achieved in the middle half, on track towards the edges', () => {
    expect(inflation(3, 3)).toEqual({ status: 'achieved', share: 1, plannedValue: 3, distanceToTarget: 0 });
    expect(inflation(2.21, 3).status).toBe('on_track');
    expect(inflation(3.5, 2.5).status).toBe('on_track');
  });

  test('outside, how far decides: 3,57 % needs attention at 2,5 ± 1 and 4,34 % is critical', () => {
    expect(inflation(3.57, 2.5).status).toBe('attention');
    expect(inflation(3.57, 2.5).distanceToTarget).toBeCloseTo(0.07, 10);
    expect(inflation(3.57, 2.5).share).toBeCloseTo(0.93, 10);
    expect(inflation(4.34, 2.5).status).toBe('critical');
  });

  test('too little inflation is outside as well', () => {
    expect(inflation(1.4, 2.5).status).toBe('attention');
    expect(inflation(-0.5, 2.5).status).toBe('critical');
  });
});

describe('stunting zones', () => {
  test('red from 30, yellow from 20, green below', () => {
    expect([35.4, 30.3, 30, 29.9, 20, 19.9].map(stuntingZone)).toEqual([
      'red',
      'red',
      'red',
      'yellow',
      'yellow',
      'green',
    ]);
  });
});

describe('whatever the plan', () => {
  const value = fc.integer({ min: -1000, max: 1000 });
  const line = fc
    .tuple(fc.array(value, { minLength: 1, maxLength: 4 }), value, fc.integer({ min: 1, max: 12 }))
    .map(([targets, baseline, step]): TrajectoryPoint[] => [
      { month: '2021-01', value: baseline, kind: 'baseline' },
      ...targets.map((target, index): TrajectoryPoint => {
        return { month: addMonths('2021-01', (index + 1) * step), value: target, kind: 'target' };
      }),
    ]);
  const month = fc.nat(60).map((offset) => addMonths('2021-01', offset));
  const side = fc.constantFrom('lower' as const, 'higher' as const);
  const rank = (input: Partial<StatusInput>) => statuses.indexOf(judge(input).status);

  test('a worse figure never has a better status', () => {
    fc.assert(
      fc.property(line, month, side, value, fc.nat(2000), (points, at, direction, actual, by) => {
        const worse = direction === 'lower' ? actual + by : actual - by;
        const given = { points, month: at, direction };
        expect(rank({ ...given, actual: worse })).toBeGreaterThanOrEqual(rank({ ...given, actual }));
      }),
      { numRuns: 1000 },
    );
  });

  test('further from the middle of a band is never better', () => {
    fc.assert(
      fc.property(value, fc.nat(300), fc.nat(300), fc.boolean(), fc.boolean(), (middle, near, more, up, over) => {
        const given = { points: band(middle), month: '2023-05', direction: 'band' as const };
        const actual = middle + ((up ? 1 : -1) * near) / 100;
        const further = middle + ((over ? 1 : -1) * (near + more)) / 100;
        expect(rank({ ...given, actual: further })).toBeGreaterThanOrEqual(rank({ ...given, actual }));
      }),
    );
  });

  test('neither the unit nor the zero of the scale changes the status', () => {
    const factor = fc.constantFrom(0.5, 2, 10, 1000, -1, -100);
    fc.assert(
      fc.property(line, month, side, value, factor, value, (points, at, direction, actual, by, shift) => {
        const convert = (each: number) => each * by + shift;
        const flipped = direction === 'lower' ? ('higher' as const) : ('lower' as const);
        const converted = judge({
          points: points.map((point) => ({ ...point, value: convert(point.value) })),
          month: at,
          direction: by < 0 ? flipped : direction,
          actual: convert(actual),
        });
        const original = judge({ points, month: at, direction, actual });
        expect(converted.status).toBe(original.status);
        if (original.share === null) expect(converted.share).toBeNull();
        else expect(converted.share).toBeCloseTo(original.share, 6);
      }),
      { numRuns: 1000 },
    );
  });
});
