import type { DatabaseHandle } from '#db/connection.ts';
import { areaPathOf, type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { findOverlaps, isValidOn, type Responsible, responsibilityOn, responsibleIn } from '#shared/assignment.ts';
import type { ResponsibilityOn, ResponsibleCell } from '#shared/assignment-admin.ts';
import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import { listNamedByIds } from './assignment-admin.queries.ts';
import { toAssignmentAdmin } from './assignment-admin.service.ts';

/** The level at which areas have owners. */
const ownedLevel: AreaLevel = 'district';

/** Who is responsible on a day: for each issue its coordinator, for each district its owner or, without one, the coordinator. */
export async function responsibilityOnDay(handle: DatabaseHandle, date: string): Promise<ResponsibilityOn> {
  const reference = await referenceOf(handle);
  const provinceId = reference.areasByLevel.get('province')?.[0]?.id ?? '';
  const indexes = reference.issues.map((issue) => ({
    issueId: issue.id,
    index: responsibilityOn(reference.assignments, issue.id, date),
  }));
  const coordinators = indexes.map(({ issueId, index }) =>
    toCell(issueId, responsibleIn({ ...index, ownerByArea: new Map() }, [provinceId])),
  );
  const areas = (reference.areasByLevel.get(ownedLevel) ?? []).map((area) => ({
    areaId: area.id,
    name: area.name,
    parentName: reference.areaById.get(area.parentId ?? '')?.name ?? '',
    cells: indexes.map(({ issueId, index }) => toCell(issueId, responsibleIn(index, areaPathOf(reference, area.id)))),
  }));
  const used = [...coordinators, ...areas.flatMap((area) => area.cells)];
  const assignmentIds = [...new Set(used.flatMap((cell) => cell.assignmentId ?? []))];
  const overlaps = overlapsOn(reference, date);
  const agencyIds = new Set([
    ...used.flatMap((cell) => cell.agencyId ?? []),
    ...overlaps.flatMap((overlap) => overlap.agencyIds),
  ]);
  return {
    date,
    coordinators,
    areas,
    assignments:
      assignmentIds.length > 0 ? (await listNamedByIds(handle.db, assignmentIds)).map(toAssignmentAdmin) : [],
    agencies: [...agencyIds].map((id) => {
      const agency = reference.agencyById.get(id);
      return { id, abbr: agency?.abbr ?? id, name: agency?.name ?? id };
    }),
    overlaps,
  };
}

function toCell(issueId: IssueId, responsible: Responsible | null): ResponsibleCell {
  return {
    issueId,
    agencyId: responsible?.agencyId ?? null,
    assignmentId: responsible?.assignmentId ?? null,
    role: responsible?.role ?? null,
  };
}

function overlapsOn(reference: Reference, date: string): ResponsibilityOn['overlaps'] {
  const valid = reference.assignments.filter((each) => isValidOn(each, date));
  return findOverlaps(valid).map(({ role, issueId, areaId, agencyIds }) => ({
    role,
    issueId,
    areaId,
    areaName: areaId === null ? null : (reference.areaById.get(areaId)?.name ?? areaId),
    agencyIds,
  }));
}
