import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import { recomputeRollups } from '#db/rollup.ts';
import { recordAudit } from '#server/audit.ts';
import type { EntryKind, EntryStatus } from '#shared/entry.ts';
import type { IssueId } from '#shared/indicator.ts';

export interface GivenCell {
  areaId: string;
  /** Scaled; null is a cell that does not apply. */
  value: number | null;
  status?: EntryStatus;
  /** What was verified before, where it is not the value itself. */
  verifiedValue?: number | null;
  isSample?: boolean;
}

export interface GivenCells {
  agencyId: string;
  issueId: IssueId;
  indicatorId: string;
  month: string;
  cells: readonly GivenCell[];
  cutOffDate?: string;
  cutOffLabel?: string;
  enteredById?: string;
  verifiedById?: string;
}

const kindOf = (value: number | null): EntryKind => (value === null ? 'not_applicable' : 'number');

/** Puts cells into a report with their rollups and an audit event, as saving them would. @returns the report's id */
export async function insertCells(database: DatabaseHandle, given: GivenCells): Promise<string> {
  const now = new Date().toISOString();
  return database.transaction(async (trx) => {
    const key = { agencyId: given.agencyId, issueId: given.issueId, month: given.month };
    const existing = await trx
      .selectFrom('report')
      .select('id')
      .where('agencyId', '=', key.agencyId)
      .where('issueId', '=', key.issueId)
      .where('month', '=', key.month)
      .executeTakeFirst();
    const reportId = existing?.id ?? uuid();
    if (!existing)
      await trx
        .insertInto('report')
        .values(reportRow(reportId, given, now))
        .execute();
    const entries = given.cells.map((cell) => entryRow(reportId, given, cell, now));
    await trx.insertInto('entry').values(entries).execute();
    await recomputeRollups(trx, { indicatorIds: [given.indicatorId], months: [given.month] });
    await recordAudit(trx, null, [
      { event: 'report.verified', subjectType: 'report', subjectId: reportId, data: { cells: given.cells.length } },
    ]);
    return reportId;
  });
}

function reportRow(id: string, given: GivenCells, now: string) {
  return {
    id,
    agencyId: given.agencyId,
    issueId: given.issueId,
    month: given.month,
    state: 'verified' as const,
    dueDate: '2026-04-05',
    cutOffDate: given.cutOffDate ?? null,
    cutOffLabel: given.cutOffLabel ?? null,
    expectedCells: given.cells.length,
    filledCells: given.cells.length,
    notApplicableCells: 0,
    verifiedCells: given.cells.length,
    returnedCells: 0,
    firstSubmittedAt: '2026-04-03T02:00:00.000Z',
    submittedAt: '2026-04-03T02:00:00.000Z',
    submittedById: null,
    verifiedAt: now,
    verifiedById: null,
    returnedAt: null,
    returnedById: null,
    version: 1,
    isSample: 0 as const,
    createdAt: now,
    updatedAt: now,
  };
}

function entryRow(reportId: string, given: GivenCells, cell: GivenCell, now: string) {
  const status = cell.status ?? 'verified';
  const verifiedValue = status === 'verified' ? cell.value : cell.verifiedValue;
  const wasVerified = verifiedValue !== undefined;
  return {
    indicatorId: given.indicatorId,
    month: given.month,
    areaId: cell.areaId,
    reportId,
    kind: kindOf(cell.value),
    value: cell.value,
    status,
    verifiedKind: wasVerified ? kindOf(verifiedValue) : null,
    verifiedValue: verifiedValue ?? null,
    version: 1,
    note: 'catatan petugas',
    source: 'register posyandu',
    reason: null,
    isSample: cell.isSample ? (1 as const) : (0 as const),
    enteredById: given.enteredById ?? null,
    enteredAt: now,
    verifiedById: given.verifiedById ?? null,
    verifiedAt: wasVerified ? now : null,
  };
}

export interface GivenTarget {
  indicatorId: string;
  areaId: string;
  month: string;
  kind: 'baseline' | 'target';
  /** Scaled. */
  value: number;
}

export async function insertTargets(database: DatabaseHandle, targets: readonly GivenTarget[]): Promise<void> {
  const now = new Date().toISOString();
  const rows = targets.map((target) => ({
    ...target,
    id: uuid(),
    low: null,
    high: null,
    legalBasis: 'Keputusan uji',
    source: null,
    confidence: null,
    isSample: 0 as const,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }));
  await database.transaction((trx) => trx.insertInto('target').values(rows).execute());
}
