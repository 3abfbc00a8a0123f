import { AppError } from '#server/app-error.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import { type Assignment, isValidOn } from '#shared/assignment.ts';
import { type Month, monthOfDate } from '#shared/month.ts';
import type { AssignmentPatch, AssignmentRow } from './assignment-admin.queries.ts';

/** Where and from when another agency may be responsible. */
export interface Reach {
  issueId: Assignment['issueId'];
  areaId: string | null;
  fromMonth: Month;
}

/** Rows to write, worked out before any is written: the preview and the deed share it. */
export interface AssignmentPlan {
  inserts: AssignmentRow[];
  updates: { before: AssignmentRow; patch: AssignmentPatch }[];
  removals: AssignmentRow[];
}

export function emptyPlan(): AssignmentPlan {
  return { inserts: [], updates: [], removals: [] };
}

/** All assignments as they would be after the plan. */
export function assignmentsAfter(current: readonly Assignment[], plan: AssignmentPlan): Assignment[] {
  const removed = new Set(plan.removals.map((row) => row.id));
  const patches = new Map(plan.updates.map(({ before, patch }) => [before.id, patch]));
  return [
    ...current.filter((each) => !removed.has(each.id)).map((each) => ({ ...each, ...patches.get(each.id) })),
    ...plan.inserts,
  ];
}

/** The parts of the province and the months in which the plan can make another agency responsible. */
export function reachOf(plan: AssignmentPlan): Reach[] {
  const reach = new Map<string, Reach>();
  const add = ({ issueId, areaId }: Pick<Assignment, 'issueId' | 'areaId'>, fromMonth: Month | null) => {
    if (fromMonth === null) return;
    const key = `${issueId ?? ''} ${areaId ?? ''}`;
    const known = reach.get(key);
    reach.set(key, { issueId, areaId, fromMonth: known && known.fromMonth < fromMonth ? known.fromMonth : fromMonth });
  };
  for (const row of [...plan.inserts, ...plan.removals]) add(row, monthOfDate(row.validFrom));
  for (const { before, patch } of plan.updates) add(before, firstChangedMonth(before, { ...before, ...patch }));
  return [...reach.values()];
}

/** Responsible is who is assigned on a month's last day, so a change on any day of a month can change that month. */
function firstChangedMonth(before: Assignment, after: Assignment): Month | null {
  const months: Month[] = [];
  if (before.agencyId !== after.agencyId || before.validFrom !== after.validFrom) {
    months.push(monthOfDate(before.validFrom), monthOfDate(after.validFrom));
  }
  if (before.validTo !== after.validTo) {
    for (const last of [before.validTo, after.validTo]) if (last !== null) months.push(monthOfDate(nextDay(last)));
  }
  return months.sort()[0] ?? null;
}

export function nextDay(date: string): string {
  return shiftDay(date, 1);
}

export function dayBefore(date: string): string {
  return shiftDay(date, -1);
}

function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * @throws AppError ASSIGNMENT_DATES_INVALID for dates that are reversed or lie outside the agency's existence,
 * ASSIGNMENT_OVERLAPS naming the other agency when the same task has somebody already
 */
export function assertPlan(reference: Reference, plan: AssignmentPlan): void {
  const after = assignmentsAfter(reference.assignments, plan);
  const touched: Assignment[] = [
    ...plan.inserts,
    // Correcting a legal basis must be possible in what is wrong for another reason.
    ...plan.updates.flatMap(({ before, patch }) => {
      const next = { ...before, ...patch };
      return firstChangedMonth(before, next) === null ? [] : [next];
    }),
  ];
  for (const assignment of touched) {
    assertDates(assignment, reference.agencyById.get(assignment.agencyId));
    assertNoOverlap(reference, assignment, after);
  }
}

type Existence = Pick<Assignment, 'validFrom' | 'validTo'>;

function assertDates({ validFrom, validTo }: Assignment, agency: Existence | undefined): void {
  const refuse = (field: string, code: string): never => {
    throw new AppError('ASSIGNMENT_DATES_INVALID', { fields: { [field]: code } });
  };
  if (!agency) throw new AppError('NOT_FOUND');
  if (validTo !== null && validTo < validFrom) refuse('validTo', 'DATES_REVERSED');
  if (!isValidOn(agency, validFrom)) refuse('validFrom', 'AGENCY_NOT_THERE');
  if (agency.validTo !== null && (validTo === null || validTo > agency.validTo))
    refuse('validTo', 'AGENCY_ENDS_BEFORE');
}

function assertNoOverlap(reference: Reference, assignment: Assignment, after: readonly Assignment[]): void {
  const other = after.find(
    (each) => each.id !== assignment.id && isSameTask(each, assignment) && meets(each, assignment),
  );
  if (!other) return;
  const agency = reference.agencyById.get(other.agencyId);
  throw new AppError('ASSIGNMENT_OVERLAPS', {
    params: {
      agency: agency?.abbr ?? other.agencyId,
      from: other.validFrom,
      to: other.validTo,
      assignmentId: other.id,
    },
  });
}

function isSameTask(left: Assignment, right: Assignment): boolean {
  return left.role === right.role && left.issueId === right.issueId && left.areaId === right.areaId;
}

function meets(left: Assignment, right: Assignment): boolean {
  return (
    (left.validTo === null || left.validTo >= right.validFrom) &&
    (right.validTo === null || right.validTo >= left.validFrom)
  );
}
