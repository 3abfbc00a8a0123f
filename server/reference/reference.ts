import type { Selectable } from 'kysely';
import type { AgencyTable, AreaTable, IndicatorTable, IssueTable } from '#db/schema.ts';
import type { Assignment } from '#shared/assignment.ts';
import type { ConsistencyRule } from '#shared/consistency.ts';
import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import type { DeadlineException } from '#shared/report/due-date.ts';

export type ReferenceIssue = Selectable<IssueTable>;
export type ReferenceIndicator = Selectable<IndicatorTable>;
export type ReferenceAgency = Pick<Selectable<AgencyTable>, 'id' | 'abbr' | 'name' | 'validFrom' | 'validTo'>;
export type ReferenceArea = Pick<
  Selectable<AreaTable>,
  'id' | 'parentId' | 'level' | 'name' | 'regencyCount' | 'districtCount' | 'villageCount'
>;

/** What changes seldom and is asked for with every cell; see `referenceOf`. */
export interface Reference {
  version: string;
  issues: readonly ReferenceIssue[];
  indicatorById: ReadonlyMap<string, ReferenceIndicator>;
  indicatorsByIssue: ReadonlyMap<IssueId, readonly ReferenceIndicator[]>;
  rulesByIssue: ReadonlyMap<IssueId, readonly ConsistencyRule[]>;
  /** Where an indicator is collected at some areas only. */
  areasByIndicator: ReadonlyMap<string, ReadonlySet<string>>;
  areaById: ReadonlyMap<string, ReferenceArea>;
  areasByLevel: ReadonlyMap<AreaLevel, readonly ReferenceArea[]>;
  agencyById: ReadonlyMap<string, ReferenceAgency>;
  successorsByAgency: ReadonlyMap<string, readonly string[]>;
  assignments: readonly Assignment[];
  deadlines: readonly DeadlineException[];
  settings: ReadonlyMap<string, string>;
}

/** The area and those above it, leaf first; empty for an unknown area. */
export function areaPathOf(reference: Pick<Reference, 'areaById'>, areaId: string): string[] {
  const path: string[] = [];
  let area = reference.areaById.get(areaId);
  while (area) {
    path.push(area.id);
    area = area.parentId === null ? undefined : reference.areaById.get(area.parentId);
  }
  return path;
}

/** The agencies that took over from an agency, and those that took over from them. */
export function successorsOf(reference: Pick<Reference, 'successorsByAgency'>, agencyId: string): Set<string> {
  const found = new Set<string>();
  const waiting = [agencyId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const successorId of reference.successorsByAgency.get(id) ?? []) {
      if (found.has(successorId)) continue;
      found.add(successorId);
      waiting.push(successorId);
    }
  }
  return found;
}

/** The agencies whose work an agency has taken over, at first or second hand. */
export function predecessorsOf(
  reference: Pick<Reference, 'successorsByAgency' | 'agencyById'>,
  agencyId: string,
): string[] {
  return [...reference.agencyById.keys()].filter((id) => id !== agencyId && successorsOf(reference, id).has(agencyId));
}
