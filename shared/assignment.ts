import { z } from 'zod';
import { groupBy } from '#shared/group-by.ts';
import type { IssueId } from '#shared/indicator.ts';

export const assignmentRoles = ['issue_coordinator', 'area_owner'] as const;
export const assignmentRoleSchema = z.enum(assignmentRoles);
export type AssignmentRole = z.infer<typeof assignmentRoleSchema>;

/** An agency's task, from its first to its last day. */
export type Assignment = {
  id: string;
  agencyId: string;
  /** Null: all issues. */
  issueId: IssueId | null;
  /** Null: the whole province. */
  areaId: string | null;
  role: AssignmentRole;
  validFrom: string;
  /** Last day of validity; null: until further notice. */
  validTo: string | null;
};

export type Responsible = {
  agencyId: string;
  assignmentId: string;
  /** Whether the area has an owner, or falls to the issue's coordinator for want of one. */
  role: AssignmentRole;
};

/** Who is responsible for one issue on one day: made once, asked for many areas. */
export type ResponsibilityIndex = {
  ownerByArea: ReadonlyMap<string, Assignment>;
  coordinatorByArea: ReadonlyMap<string, Assignment>;
};

/** The key of an assignment to the whole province. */
const everywhere = '';

export function isValidOn(assignment: Pick<Assignment, 'validFrom' | 'validTo'>, date: string): boolean {
  return assignment.validFrom <= date && (assignment.validTo === null || date <= assignment.validTo);
}

export function responsibilityOn(
  assignments: readonly Assignment[],
  issueId: IssueId,
  date: string,
): ResponsibilityIndex {
  const ownerByArea = new Map<string, Assignment>();
  const coordinatorByArea = new Map<string, Assignment>();
  for (const assignment of assignments) {
    if (!isValidOn(assignment, date) || !(assignment.issueId === null || assignment.issueId === issueId)) continue;
    const byArea = assignment.role === 'area_owner' ? ownerByArea : coordinatorByArea;
    const areaId = assignment.areaId ?? everywhere;
    const other = byArea.get(areaId);
    if (!other || takesPrecedence(assignment, other)) byArea.set(areaId, assignment);
  }
  return { ownerByArea, coordinatorByArea };
}

/**
 * The one agency that answers for an area: the owner of the nearest area up the tree, where an assignment for this
 * issue beats one for all; without an owner the issue's coordinator. Null: the issue has no coordinator either.
 * @param areaPath the area and those above it, leaf first
 */
export function responsibleIn(index: ResponsibilityIndex, areaPath: readonly string[]): Responsible | null {
  const found = nearest(index.ownerByArea, areaPath) ?? nearest(index.coordinatorByArea, areaPath);
  return found ? { agencyId: found.agencyId, assignmentId: found.id, role: found.role } : null;
}

export function responsibleAgency(input: {
  assignments: readonly Assignment[];
  issueId: IssueId;
  areaPath: readonly string[];
  date: string;
}): Responsible | null {
  return responsibleIn(responsibilityOn(input.assignments, input.issueId, input.date), input.areaPath);
}

function nearest(byArea: ReadonlyMap<string, Assignment>, areaPath: readonly string[]): Assignment | undefined {
  for (const areaId of areaPath) {
    const found = byArea.get(areaId);
    if (found) return found;
  }
  return byArea.get(everywhere);
}

/** For one area: the issue's own before all issues; of two overlapping ones the later, so that there is always one. */
function takesPrecedence(left: Assignment, right: Assignment): boolean {
  if ((left.issueId === null) !== (right.issueId === null)) return left.issueId !== null;
  if (left.validFrom !== right.validFrom) return left.validFrom > right.validFrom;
  return left.id > right.id;
}

export type AssignmentOverlap = {
  role: AssignmentRole;
  issueId: IssueId | null;
  areaId: string | null;
  assignmentIds: [string, string];
  agencyIds: [string, string];
  /** The days on which both are valid. */
  from: string;
  to: string | null;
};

/** Two agencies in one role for the same area and issue at the same time. An issue's own owner beside a general one is none. */
export function findOverlaps(assignments: readonly Assignment[]): AssignmentOverlap[] {
  const byScope = groupBy(
    assignments,
    ({ role, issueId, areaId }) => `${role} ${issueId ?? ''} ${areaId ?? everywhere}`,
  );
  return [...byScope.values()].flatMap(overlapsWithin);
}

function overlapsWithin(sameScope: readonly Assignment[]): AssignmentOverlap[] {
  const overlaps: AssignmentOverlap[] = [];
  for (const [index, left] of sameScope.entries()) {
    for (const right of sameScope.slice(index + 1)) {
      const from = left.validFrom > right.validFrom ? left.validFrom : right.validFrom;
      const to = earlierEnd(left.validTo, right.validTo);
      if (left.agencyId === right.agencyId || (to !== null && to < from)) continue;
      overlaps.push({
        role: left.role,
        issueId: left.issueId,
        areaId: left.areaId,
        assignmentIds: [left.id, right.id],
        agencyIds: [left.agencyId, right.agencyId],
        from,
        to,
      });
    }
  }
  return overlaps;
}

function earlierEnd(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

export type AssignmentGap = {
  issueId: IssueId;
  areaId: string;
  /** The coordinator that the area falls to; null: the issue has none either. */
  fallbackAgencyId: string | null;
};

/** The areas (each given by its path, leaf first) that have no owner for an issue on that day. */
export function findGaps(input: {
  assignments: readonly Assignment[];
  issueIds: readonly IssueId[];
  areaPaths: readonly (readonly [string, ...string[]])[];
  date: string;
}): AssignmentGap[] {
  return input.issueIds.flatMap((issueId) => {
    const index = responsibilityOn(input.assignments, issueId, input.date);
    return input.areaPaths.flatMap((areaPath) => {
      const responsible = responsibleIn(index, areaPath);
      if (responsible?.role === 'area_owner') return [];
      return [{ issueId, areaId: areaPath[0], fallbackAgencyId: responsible?.agencyId ?? null }];
    });
  });
}
