import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import type { Actor } from '#server/context.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import type { EntryStatus } from '#shared/entry.ts';
import type { ReportState, ReportSubject } from '#shared/report.ts';
import { assertNone, whyNotVerify } from './access.ts';
import type { Clock } from './clock.ts';
import { findReport, insertReport, type ReportPatch, type ReportRow, updateReport } from './report.queries.ts';
import { dueDateOf } from './report-head.ts';

/** Begins a report: its first cell, cut-off or reassigned cell makes its row. */
export async function startReport(
  trx: Kysely<Database>,
  reference: Reference,
  subject: ReportSubject,
  at: string,
): Promise<ReportRow> {
  const responsibility = responsibilityFor(reference, subject.issueId, subject.month);
  const report: ReportRow = {
    ...subject,
    id: uuid(),
    state: 'draft',
    dueDate: dueDateOf(reference, subject),
    cutOffDate: null,
    cutOffLabel: null,
    expectedCells: responsibility.expectedByAgency().get(subject.agencyId) ?? 0,
    filledCells: 0,
    notApplicableCells: 0,
    verifiedCells: 0,
    returnedCells: 0,
    draftCells: 0,
    firstSubmittedAt: null,
    submittedAt: null,
    submittedById: null,
    submissionId: null,
    verifiedAt: null,
    verifiedById: null,
    returnedAt: null,
    returnedById: null,
    version: 1,
    isSample: 0,
    createdAt: at,
    updatedAt: at,
  };
  await insertReport(trx, report);
  return report;
}

/** @throws AppError REPORT_NOT_FOUND while the report has no row */
export async function getReportRow(db: Kysely<Database>, subject: ReportSubject): Promise<ReportRow> {
  const report = await findReport(db, subject);
  if (!report) throw new AppError('REPORT_NOT_FOUND');
  return report;
}

/**
 * The report as a verifier finds it.
 * @throws AppError REPORT_NOT_FOUND, REPORT_NOT_SUBMITTED, and why this person may not verify it
 */
export async function getReportOnDesk(
  trx: Kysely<Database>,
  reference: Reference,
  actor: Actor,
  subject: ReportSubject,
  clock: Clock,
): Promise<ReportRow> {
  const report = await getReportRow(trx, subject);
  assertNone(whyNotVerify(reference, actor, subject, report, clock));
  if (report.state === 'draft') throw new AppError('REPORT_NOT_SUBMITTED');
  return report;
}

/** @throws AppError VERSION_CONFLICT when the person has seen another version; 0 stands for a report without a row */
export function assertVersion(report: ReportRow | undefined, expectedVersion: number): void {
  const version = report?.version ?? 0;
  if (version !== expectedVersion) throw new AppError('VERSION_CONFLICT', { params: { version } });
}

/** Writes a patch over the version that was read. */
export async function patchReport(trx: Kysely<Database>, report: ReportRow, patch: ReportPatch): Promise<ReportRow> {
  const isUpdated = await updateReport(trx, report.id, report.version, patch);
  if (!isUpdated) throw new AppError('VERSION_CONFLICT', { params: { version: report.version } });
  return { ...report, ...patch, version: report.version + 1 };
}

/**
 * The state a report is in after its cells were verified, returned or moved. A draft stays one until it is submitted;
 * later, one returned cell makes it returned until it is submitted again, and drafts beside verified cells (late figures, corrections)
 * leave it verified: they are shown as pending.
 */
export function settledState(state: ReportState, cells: readonly { status: EntryStatus }[]): ReportState {
  if (state === 'draft') return 'draft';
  const has = (status: EntryStatus) => cells.some((cell) => cell.status === status);
  if (has('returned') || (state === 'returned' && has('draft'))) return 'returned';
  if (has('submitted')) return 'submitted';
  return has('verified') ? 'verified' : 'draft';
}
