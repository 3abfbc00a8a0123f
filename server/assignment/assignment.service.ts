import type { Reference } from '#server/reference/reference.service.ts';
import { areaPathOf } from '#server/reference/reference.service.ts';
import {
  type AssignmentGap,
  type AssignmentOverlap,
  findGaps,
  findOverlaps,
  responsibilityOn,
  responsibleIn,
} from '#shared/assignment.ts';
import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import { lastDayOfMonth, type Month } from '#shared/month.ts';

export { type Responsibility, responsibilityFor } from './responsibility.ts';

/** The agency that coordinates an issue on that day; undefined where it has none. */
export function coordinatorOf(reference: Reference, issueId: IssueId, date: string): string | undefined {
  const { coordinatorByArea } = responsibilityOn(reference.assignments, issueId, date);
  const province = reference.areasByLevel.get('province')?.[0]?.id;
  const coordinators = { ownerByArea: new Map(), coordinatorByArea };
  return responsibleIn(coordinators, province === undefined ? [] : [province])?.agencyId;
}

/** The level at which areas have owners: districts, where there are any. */
const ownedLevel: AreaLevel = 'district';

/** Districts without an owner, and agencies that share a role, in a month. */
export function assignmentGapsFor(
  reference: Reference,
  month: Month,
): { gaps: AssignmentGap[]; overlaps: AssignmentOverlap[] } {
  const first = `${month}-01`;
  const last = lastDayOfMonth(month);
  const areaPaths = (reference.areasByLevel.get(ownedLevel) ?? []).map((area): [string, ...string[]] => [
    area.id,
    ...areaPathOf(reference, area.id).slice(1),
  ]);
  return {
    gaps: findGaps({
      assignments: reference.assignments,
      issueIds: reference.issues.map((issue) => issue.id),
      areaPaths,
      date: last,
    }),
    overlaps: findOverlaps(reference.assignments).filter(
      ({ from, to }) => from <= last && (to === null || to >= first),
    ),
  };
}
