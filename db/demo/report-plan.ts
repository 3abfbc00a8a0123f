import type { IssueId } from '#shared/indicator.ts';
import { addMonths, lastDayOfMonth, type Month } from '#shared/month.ts';
import { defaultDueDay, dueDateFor } from '#shared/report/due-date.ts';
import {
  corrections,
  falls,
  fixedStates,
  pendingCorrections,
  resubmissions,
  returns,
  type SampleState,
  surprises,
} from './blemishes.ts';
import { type Random, randomFor, wholeBetween } from './random.ts';

export interface ReportSubject {
  agencyId: string;
  issueId: IssueId;
  month: Month;
  monthsAgo: number;
  /** The agency coordinates the issue: it reports what no other is responsible for, and does not verify that itself. */
  isCoordinator: boolean;
  areaIds: readonly string[];
}

/** When things happened to a report; instants in UTC, in the working hours of the province. */
export interface ReportTimes {
  dueDate: string;
  cutOffDate: string;
  enteredAt: string;
  submittedAt: string;
  verifiedAt: string;
}

/**
 * Chances of each state by age: the month being collected, the two before, and older ones. The rest is missing; what was
 * returned is listed with the blemishes.
 */
const chances: readonly (readonly [SampleState, number][])[] = [
  [
    ['verified', 0.965],
    ['submitted', 0.015],
    ['draft', 0.007],
  ],
  [
    ['verified', 0.97],
    ['submitted', 0.015],
  ],
  [
    ['verified', 0.985],
    ['submitted', 0.005],
  ],
  [['verified', 0.997]],
];

const verifiedBlemishes = [...falls, ...corrections, ...pendingCorrections, ...resubmissions];

export function stateOfReport({
  agencyId,
  issueId,
  month,
  monthsAgo,
  isCoordinator,
  areaIds,
}: ReportSubject): SampleState {
  const fixed = fixedStates.find(
    (each) => each.agencyId === agencyId && each.issueId === issueId && each.monthsAgo === monthsAgo,
  );
  if (fixed) return fixed.state;
  const holds = (places: readonly { indicatorId: string; areaId: string; monthsAgo: number }[]) =>
    places.some(
      (each) =>
        each.monthsAgo === monthsAgo && each.indicatorId.startsWith(`${issueId}_`) && areaIds.includes(each.areaId),
    );
  if (holds(verifiedBlemishes) || isCoordinator) return 'verified';
  if (holds(returns)) return 'returned';
  if (holds(surprises)) return 'submitted';
  return drawState(randomFor(`state ${agencyId} ${issueId} ${month}`), monthsAgo);
}

function drawState(random: Random, monthsAgo: number): SampleState {
  let left = random();
  for (const [state, chance] of chances[Math.min(monthsAgo, chances.length) - 1] ?? []) {
    left -= chance;
    if (left < 0) return state;
  }
  return 'missing';
}

const lateShare = 0.12;

/**
 * The month being collected is handed in before it ends, so that nothing in the sample lies in the future; older ones
 * on the first days of the next month, some of them late.
 */
export function timesOfReport({ agencyId, issueId, month, monthsAgo }: ReportSubject): ReportTimes {
  const random = randomFor(`times ${agencyId} ${issueId} ${month}`);
  const dueDate = dueDateFor({ issueId, month, deadlines: [], defaultDay: defaultDueDay });
  if (monthsAgo <= 1) {
    return {
      dueDate,
      cutOffDate: `${month}-22`,
      enteredAt: instant(random, month, 23, 24),
      submittedAt: instant(random, month, 25, 26),
      verifiedAt: instant(random, month, 27, 28),
    };
  }
  const next = addMonths(month, 1);
  const isLate = random() < lateShare;
  return {
    dueDate,
    cutOffDate: lastDayOfMonth(month),
    enteredAt: instant(random, next, 1, 2),
    submittedAt: isLate ? instant(random, next, 7, 16) : instant(random, next, 3, 5),
    verifiedAt: isLate ? instant(random, next, 17, 19) : instant(random, next, 6, 8),
  };
}

/** Between 08.00 and 16.00 in the three time zones of the country, more or less. */
function instant(random: Random, month: Month, fromDay: number, toDay: number): string {
  const part = (from: number, to: number) => String(wholeBetween(random, from, to)).padStart(2, '0');
  return `${month}-${part(fromDay, toDay)}T${part(1, 7)}:${part(0, 59)}:${part(0, 59)}.000Z`;
}

/** So many days later, at the same time of day. */
export function daysLater(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString();
}
