import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import { recordAudit } from '#server/audit.ts';
import {
  type EntryChange,
  type EntryRow,
  listReportEntries,
  moveComments,
  stateOfEntry,
} from '#server/entry/entry.service.ts';
import { areaPathOf, loadReference, type Reference } from '#server/reference/reference.service.ts';
import type { AuditEvent } from '#shared/audit-event.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import { countCells } from '#shared/report/counters.ts';
import { type ReportSubject, reportKeyOf } from '#shared/report.ts';
import { changeCells } from './change-cells.ts';
import { patchReport, settledState, startReport } from './open-report.ts';
import { counterColumns, countersOf, findReport, type ReportRow } from './report.queries.ts';

interface Reassignment {
  /** Null: all issues. */
  issueId: IssueId | null;
  /** Null: the whole province. */
  areaId: string | null;
  /** The first month for which the new assignment holds. */
  fromMonth: Month;
}

/**
 * Call it in the transaction that created, changed or ended an assignment, after its row was written. Cells that nobody
 * has handed in yet (drafts, returned) go to the report of the agency that is now responsible, with their threads;
 * what was submitted or verified, and a pending correction of it, stays with the agency that was responsible then.
 * Counters of all reports of the months are made anew.
 * @returns how many cells moved
 */
export async function reassignOpenEntries(
  trx: Transaction<Database>,
  actor: { id: string } | null,
  { issueId, areaId, fromMonth }: Reassignment,
): Promise<number> {
  const reference = await loadReference(trx);
  const issues = reference.issues.map((issue) => issue.id).filter((id) => issueId === null || id === issueId);
  let moved = 0;
  for (const issue of issues) {
    for (const month of await listMonths(trx, issue, fromMonth)) {
      moved += await reassignMonth(trx, reference, actor?.id ?? null, issue, month, areaId);
      await recount(trx, reference, issue, month);
    }
  }
  return moved;
}

/**
 * Makes the counters of all reports anew from their cells and from who is responsible: after a change of what is
 * collected (an indicator added, dropped or due in other months).
 */
export async function recountReports(
  trx: Transaction<Database>,
  { issueId, fromMonth }: Pick<Reassignment, 'issueId' | 'fromMonth'>,
): Promise<void> {
  const reference = await loadReference(trx);
  for (const issue of reference.issues.filter(({ id }) => issueId === null || id === issueId)) {
    for (const month of await listMonths(trx, issue.id, fromMonth)) await recount(trx, reference, issue.id, month);
  }
}

async function listMonths(db: Kysely<Database>, issueId: IssueId, fromMonth: Month): Promise<Month[]> {
  const rows = await db
    .selectFrom('report')
    .select('month')
    .distinct()
    .where('issueId', '=', issueId)
    .where('month', '>=', fromMonth)
    .orderBy('month')
    .execute();
  return rows.map((row) => row.month);
}

interface Move {
  from: ReportRow;
  to: ReportSubject;
  entries: EntryRow[];
}

async function reassignMonth(
  trx: Transaction<Database>,
  reference: Reference,
  actorId: string | null,
  issueId: IssueId,
  month: Month,
  areaId: string | null,
): Promise<number> {
  const responsibility = responsibilityFor(reference, issueId, month);
  const moves = new Map<string, Move>();
  for (const from of await listReports(trx, issueId, month)) {
    for (const entry of await listReportEntries(trx, { reportId: from.id })) {
      if (!isOpenEntry(entry) || !isUnder(reference, entry.areaId, areaId)) continue;
      const agencyId = responsibility.responsibleFor(entry.areaId)?.agencyId;
      if (agencyId === undefined || agencyId === from.agencyId) continue;
      const key = `${from.id} ${agencyId}`;
      const move = moves.get(key) ?? { from, to: { month, issueId, agencyId }, entries: [] };
      move.entries.push(entry);
      moves.set(key, move);
    }
  }
  let moved = 0;
  for (const move of moves.values()) moved += await moveEntries(trx, reference, actorId, move);
  return moved;
}

/** Never verified and not on a verifier's desk. */
function isOpenEntry(entry: EntryRow): boolean {
  return (entry.status === 'draft' || entry.status === 'returned') && entry.verifiedKind === null;
}

function isUnder(reference: Reference, areaId: string, above: string | null): boolean {
  return above === null || areaPathOf(reference, areaId).includes(above);
}

async function moveEntries(
  trx: Transaction<Database>,
  reference: Reference,
  actorId: string | null,
  { from, to, entries }: Move,
): Promise<number> {
  const at = new Date().toISOString();
  const target = (await findReport(trx, to)) ?? (await startReport(trx, reference, to, at));
  const changes = entries.map((before): EntryChange => {
    const after = { ...before, reportId: target.id, version: before.version + 1 };
    return { before, after, action: 'moved', actorId, at };
  });
  await changeCells(trx, reference, changes);
  for (const { after } of changes) await moveComments(trx, after, target.id);
  const event: AuditEvent = {
    event: 'report.reassigned',
    subjectType: 'report',
    subjectId: reportKeyOf(from),
    data: { fromAgencyId: from.agencyId, toAgencyId: to.agencyId, cells: entries.length },
  };
  await recordAudit(trx, actorId, [event], { at });
  return entries.length;
}

function listReports(db: Kysely<Database>, issueId: IssueId, month: Month): Promise<ReportRow[]> {
  return db
    .selectFrom('report')
    .selectAll()
    .where('issueId', '=', issueId)
    .where('month', '=', month)
    .orderBy('id')
    .execute();
}

/**
 * What a report is expected to hold: the cells its agency is responsible for, less those that another report holds,
 * plus those it holds itself although another agency is responsible by now. An agency whose cells are partly held
 * elsewhere gets a report row, so that for an agency without a row responsibility alone is the count.
 */
async function recount(
  trx: Transaction<Database>,
  reference: Reference,
  issueId: IssueId,
  month: Month,
): Promise<void> {
  const at = new Date().toISOString();
  const responsibility = responsibilityFor(reference, issueId, month);
  const expected = new Map(responsibility.expectedByAgency());
  const reports = new Map((await listReports(trx, issueId, month)).map((report) => [report.agencyId, report]));
  const entriesByAgency = new Map<string, EntryRow[]>();
  for (const [agencyId, report] of reports) {
    const entries = await listReportEntries(trx, { reportId: report.id });
    entriesByAgency.set(agencyId, entries);
    for (const { indicatorId, areaId } of entries) {
      const owner = responsibility.isCollected(indicatorId, areaId)
        ? responsibility.responsibleFor(areaId)?.agencyId
        : undefined;
      if (owner === agencyId) continue;
      expected.set(agencyId, (expected.get(agencyId) ?? 0) + 1);
      if (owner !== undefined) expected.set(owner, (expected.get(owner) ?? 0) - 1);
    }
  }
  for (const [agencyId, cells] of expected) {
    const isAsOwed = responsibility.expectedByAgency().get(agencyId) === cells;
    if (reports.has(agencyId) || isAsOwed) continue;
    const report = await startReport(trx, reference, { month, issueId, agencyId }, at);
    reports.set(agencyId, report);
  }
  for (const [agencyId, report] of reports) {
    const entries = entriesByAgency.get(agencyId) ?? [];
    const counters = countCells(entries.map(stateOfEntry), expected.get(agencyId) ?? 0);
    const state = settledState(report.state, entries);
    if (state === report.state && JSON.stringify(counters) === JSON.stringify(countersOf(report))) continue;
    await patchReport(trx, report, { ...counterColumns(counters), state, updatedAt: at });
  }
}
