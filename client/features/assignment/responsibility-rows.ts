import type { AssignmentAdmin, ResponsibilityOn, ResponsibleCell } from '#shared/assignment-admin.ts';

/** One district on one day, and what it was on the day compared with. */
export interface DistrictRow {
  areaId: string;
  name: string;
  parentName: string;
  cells: { now: ResponsibleCell; before: ResponsibleCell | undefined; isChanged: boolean }[];
  isChanged: boolean;
}

/** The districts under their regencies, in the order of the answer. */
export function districtRows(now: ResponsibilityOn, before: ResponsibilityOn | undefined): DistrictRow[] {
  const beforeByArea = new Map((before?.areas ?? []).map((area) => [area.areaId, area.cells]));
  return now.areas.map(({ areaId, name, parentName, cells }) => {
    const compared = cells.map((cell) => {
      const old = beforeByArea.get(areaId)?.find((each) => each.issueId === cell.issueId);
      return { now: cell, before: old, isChanged: old !== undefined && old.agencyId !== cell.agencyId };
    });
    return { areaId, name, parentName, cells: compared, isChanged: compared.some((cell) => cell.isChanged) };
  });
}

/** Whether one assignment answers for all issues, now and on the day compared with: then one cell says it. */
export function isUniform({ cells }: DistrictRow): boolean {
  const same = (pick: (cell: DistrictRow['cells'][number]) => string | null | undefined) =>
    cells.every((cell) => pick(cell) === pick(cells[0] ?? cell));
  return same((cell) => cell.now.assignmentId) && same((cell) => cell.before?.assignmentId);
}

/** Districts in which no issue has an owner. */
export function countGaps({ areas }: ResponsibilityOn): number {
  return areas.filter((area) => area.cells.some((cell) => cell.role !== 'area_owner')).length;
}

/** The rows that name what is looked for, by district, regency or agency. */
export function findRows(
  rows: readonly DistrictRow[],
  wanted: string,
  agencyName: (id: string) => string,
): readonly DistrictRow[] {
  const text = wanted.trim().toLowerCase();
  if (text === '') return rows;
  return rows.filter((row) => {
    const agencies = row.cells.map((cell) => (cell.now.agencyId === null ? '' : agencyName(cell.now.agencyId)));
    return [row.name, row.parentName, ...agencies].some((each) => each.toLowerCase().includes(text));
  });
}

export function assignmentById(views: readonly (ResponsibilityOn | undefined)[]): Map<string, AssignmentAdmin> {
  return new Map(views.flatMap((view) => view?.assignments ?? []).map((each) => [each.id, each]));
}

export function agencyAbbrs(views: readonly (ResponsibilityOn | undefined)[]): Map<string, string> {
  return new Map(views.flatMap((view) => view?.agencies ?? []).map(({ id, abbr }) => [id, abbr]));
}
