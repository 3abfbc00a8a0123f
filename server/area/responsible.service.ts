import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { type ResponsibilityIndex, responsibilityOn, responsibleIn } from '#shared/assignment.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { ResponsibleAgency } from '#shared/issue-page.ts';
import { lastDayOfMonth, type Month } from '#shared/month.ts';
import { type AssignedAgencyRow, listAssignedAgencies } from './area.queries.ts';

/** Who answers for what on the last day of a month; read once, asked for each issue. */
export interface Responsibilities {
  date: string;
  assignments: readonly AssignedAgencyRow[];
}

export async function loadResponsibilities(db: Kysely<Database>, month: Month): Promise<Responsibilities> {
  const date = lastDayOfMonth(month);
  return { date, assignments: await listAssignedAgencies(db, { date, lastDay: date }) };
}

/** The issue's coordinator for an area; null where nobody is named. */
export function coordinatorOf(
  { date, assignments }: Responsibilities,
  issueId: IssueId,
  areaPath: readonly string[],
): ResponsibleAgency | null {
  const coordinators = assignments.filter((each) => each.role === 'issue_coordinator');
  const found = responsibleIn(responsibilityOn(coordinators, issueId, date), areaPath);
  return found ? describe(coordinators, found.assignmentId) : null;
}

/**
 * Who answers for an issue in an area: its owner or, for want of one, the coordinator; then the owners of areas within.
 * @param areaPath the area and those above it, leaf first
 */
export function responsibleFor(
  { date, assignments }: Responsibilities,
  issueId: IssueId,
  areaPath: readonly [string, ...string[]],
): ResponsibleAgency[] {
  const index = responsibilityOn(assignments, issueId, date);
  const own = responsibleIn(index, areaPath);
  const ids = new Set(own ? [own.assignmentId] : []);
  for (const id of ownersWithin(index, areaPath[0])) ids.add(id);
  const agencies = new Map<string, ResponsibleAgency>();
  for (const id of ids) {
    const agency = describe(assignments, id);
    if (agency && !agencies.has(agency.agencyId)) agencies.set(agency.agencyId, agency);
  }
  return [...agencies.values()];
}

function ownersWithin({ ownerByArea }: ResponsibilityIndex, areaId: string): string[] {
  return [...ownerByArea]
    .filter(([owned]) => owned.startsWith(`${areaId}.`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, assignment]) => assignment.id);
}

function describe(assignments: readonly AssignedAgencyRow[], id: string): ResponsibleAgency | null {
  const row = assignments.find((each) => each.id === id);
  if (!row) return null;
  const { agencyId, abbr, name, role, legalBasis, source, confidence, validFrom, validTo } = row;
  return {
    agencyId,
    abbr,
    name,
    role,
    legalBasis,
    source,
    confidence,
    validFrom,
    validTo,
    isSample: row.isSample === 1,
  };
}
