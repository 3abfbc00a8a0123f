import type { ActionItemState, FollowedFigure } from '#shared/action-item-brief.ts';
import { daysBetween } from '#shared/month.ts';

/** Where an item can go from where it is. What is closed can be taken up again; what is dropped was never done. */
const nextStates: Record<ActionItemState, readonly ActionItemState[]> = {
  open: ['in_progress', 'done', 'dropped'],
  in_progress: ['done', 'dropped'],
  done: ['in_progress'],
  dropped: ['in_progress'],
};

export function nextStatesOf(state: ActionItemState): readonly ActionItemState[] {
  return nextStates[state];
}

export function isClosed(state: ActionItemState): boolean {
  return state === 'done' || state === 'dropped';
}

/** A remark leaves the state as it is; nobody remarks on what is closed. */
export function mayMove(from: ActionItemState, to: ActionItemState): boolean {
  return from === to ? !isClosed(from) : nextStates[from].includes(to);
}

/** Dropping an item and taking it up again need a reason, and a remark needs words. */
export function needsNote(from: ActionItemState, to: ActionItemState): boolean {
  return from === to || to === 'dropped' || isClosed(from);
}

/** Whole days after the due date; 0 while there is time, and for what is closed. The due date itself is on time. */
export function daysLateOf(item: { state: ActionItemState; dueDate: string }, today: string): number {
  return isClosed(item.state) ? 0 : Math.max(0, daysBetween(item.dueDate, today));
}

export function isOverdue(item: { state: ActionItemState; dueDate: string }, today: string): boolean {
  return daysLateOf(item, today) > 0;
}

/** What a figure should keep within; of inflation. */
export interface Band {
  low: number;
  high: number;
}

/**
 * Whether a figure has moved the way it should. Both values are real numbers of the same line.
 * @param band where the direction is `band`: nearer to it is better, and within it nothing is better or worse
 * @returns null for a band that is not known
 */
export function movementOf(
  direction: FollowedFigure['direction'],
  before: number,
  now: number,
  band: Band | null = null,
): FollowedFigure['moved'] {
  if (direction === 'band') return band ? fall(outside(before, band), outside(now, band)) : null;
  return direction === 'lower' ? fall(before, now) : fall(-before, -now);
}

function fall(before: number, now: number): 'better' | 'worse' | 'same' {
  if (now === before) return 'same';
  return now < before ? 'better' : 'worse';
}

/** How far a value lies outside the band, in millionths so that 3.5 − 3.4 and 3.6 − 3.5 are the same way off. */
function outside(value: number, { low, high }: Band): number {
  return Math.round(Math.max(0, low - value, value - high) * 1e6);
}
