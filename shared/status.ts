import type { Direction } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import { type PlannedValue, planInForce, type TrajectoryPoint, trajectoryAt } from '#shared/trajectory.ts';

/** From best to worst, then unknown. */
export const statuses = ['achieved', 'on_track', 'attention', 'critical', 'no_data'] as const;
export type Status = (typeof statuses)[number];

/** Least share of the planned way that still counts as on track, and as needing attention; below that is critical. */
export type StatusThresholds = { onTrack: number; attention: number };

export const defaultThresholds: StatusThresholds = { onTrack: 0.9, attention: 0.7 };

/** Thresholds are stored per indicator as whole per mille: 900 and 700. */
export function thresholdsFromPermille(onTrack: number, attention: number): StatusThresholds {
  return { onTrack: onTrack / 1000, attention: attention / 1000 };
}

export type StatusInput = {
  /** The real value, or null when it is missing. */
  actual: number | null;
  /** The month that `actual` speaks for. */
  month: Month;
  points: readonly TrajectoryPoint[];
  direction: Direction;
  thresholds: StatusThresholds;
};

export type StatusResult = {
  status: Status;
  /** Actual progress ÷ planned progress since the baseline: 1 is exactly on the path, more is ahead, below 0 is worse than the start. */
  share: number | null;
  plannedValue: number | null;
  /** What is still to go to the final target, in the indicator's unit: 0 or less once it is reached. For a band, how far outside it. */
  distanceToTarget: number | null;
};

/** Doubles such as 0.1 + 0.2 must not push a figure over a threshold it stands on exactly. */
const tolerance = 1e-9;

/**
 * Compares an actual with what was planned for its month. `no_data` without an actual, or without a plan.
 *
 * Lower or higher: `achieved` once the final target is reached (and the path kept); otherwise by the share of the planned way covered.
 * share = 1 + (how much better than planned ÷ planned progress). Where no progress was planned yet (the month of the
 * baseline) or the plan allows a worsening, the whole way from baseline to final target is the yardstick instead;
 * where there is no way at all (no baseline, or a target to hold the level) a shortfall cannot be sized: the share is
 * null and the status `attention`.
 *
 * Band: `achieved` in the middle half of the band, `on_track` in the rest of it; outside, share = 1 − (distance to the
 * band ÷ half its width), which is never better than `attention`.
 */
export function statusOf(input: StatusInput): StatusResult {
  const planned = trajectoryAt(input.points, input.month);
  if (input.actual === null || planned === null) {
    return { status: 'no_data', share: null, plannedValue: planned?.value ?? null, distanceToTarget: null };
  }
  return input.direction === 'band'
    ? bandStatus(input.actual, planned, input.thresholds)
    : lineStatus(input.actual, planned, input);
}

function lineStatus(actual: number, planned: PlannedValue, input: StatusInput): StatusResult {
  const sign = input.direction === 'lower' ? -1 : 1;
  const plan = planInForce(input.points, input.month);
  const target = plan?.finalTarget.value ?? planned.value;
  const start = plan?.baseline?.value ?? null;
  const gap = sign * (actual - planned.value);
  const share = start === null ? null : shareOfWay(gap, sign * (planned.value - start), sign * (target - start), start);
  const distanceToTarget = sign * (target - actual);
  const isOnPath = gap >= -slackAt(planned.value, actual);
  const isReached = isOnPath && distanceToTarget <= slackAt(target, actual);
  const status = isReached ? 'achieved' : isOnPath ? 'on_track' : gradeShortfall(share, input.thresholds, 'on_track');
  return { status, share: share ?? (isOnPath ? 1 : null), plannedValue: planned.value, distanceToTarget };
}

/** 1 + gap ÷ planned progress, or ÷ the whole way where none was planned yet; null where there is no way to measure by. */
function shareOfWay(gap: number, plannedProgress: number, wholeWay: number, start: number): number | null {
  const least = slackAt(start, start + wholeWay);
  const yardstick = plannedProgress > least ? plannedProgress : Math.abs(wholeWay);
  return yardstick > least ? 1 + gap / yardstick : null;
}

function slackAt(...values: number[]): number {
  return tolerance * Math.max(...values.map(Math.abs));
}

function bandStatus(actual: number, planned: PlannedValue, thresholds: StatusThresholds): StatusResult {
  const low = planned.low ?? planned.value;
  const high = planned.high ?? planned.value;
  const halfWidth = (high - low) / 2;
  const slack = slackAt(low, high);
  const fromMiddle = Math.abs(actual - (low + high) / 2);
  const outside = fromMiddle - halfWidth;
  if (outside <= slack) {
    const status = fromMiddle <= halfWidth / 2 + slack ? 'achieved' : 'on_track';
    return { status, share: 1, plannedValue: planned.value, distanceToTarget: 0 };
  }
  const share = halfWidth > slack ? 1 - outside / halfWidth : null;
  const status = gradeShortfall(share, thresholds, 'attention');
  return { status, share, plannedValue: planned.value, distanceToTarget: outside };
}

function gradeShortfall(share: number | null, thresholds: StatusThresholds, best: 'on_track' | 'attention'): Status {
  if (share === null) return 'attention';
  if (share >= thresholds.onTrack - tolerance) return best;
  return share >= thresholds.attention - tolerance ? 'attention' : 'critical';
}

export const stuntingZones = ['red', 'yellow', 'green'] as const;
export type StuntingZone = (typeof stuntingZones)[number];

/** The province's own traffic light for stunting prevalence in per cent (27 March 2024): red from 30, yellow from 20. */
export function stuntingZone(prevalencePct: number): StuntingZone {
  if (prevalencePct >= 30) return 'red';
  return prevalencePct >= 20 ? 'yellow' : 'green';
}
