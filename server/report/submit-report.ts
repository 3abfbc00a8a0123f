import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import { type EntryChange, stateOfEntry } from '#server/entry/entry.service.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { entryTransitions } from '#shared/entry.ts';
import { summarizeReport } from '#shared/report/summary.ts';
import {
  parseReportKey,
  type ReportProgress,
  type ReportSummary,
  type SetCutOffInput,
  type SubmitReportInput,
} from '#shared/report.ts';
import { assertNone, whyClosed, whyNotEnter } from './access.ts';
import { changeCells, countersPatch, withChanges } from './change-cells.ts';
import type { Clock } from './clock.ts';
import { assertVersion, patchReport, startReport } from './open-report.ts';
import { findReport } from './report.queries.ts';
import { countOwed, loadContent, summaryInputOf } from './report-content.ts';
import { dueDateOf, progressOf } from './report-head.ts';

/**
 * Hands in every draft and returned cell: the first time the whole report, later the returned cells, late figures and
 * corrections. Cells without a figure stay missing. A submission that is asked again with its id (the answer was lost
 * on the way) is answered as done, also when the report was verified or returned since; nothing is written.
 * @throws AppError REPORT_NOT_YOURS, VERSION_CONFLICT, REPORT_IS_EMPTY, ENTRY_NOT_EDITED (nothing new), REPORT_HAS_BLOCKS
 *   with the number of each in its params and the rows in its fields, REPORT_HAS_MISSING unless accepted,
 *   REPORT_LOCKED where the deadline lies back too far and no cell was returned
 */
export function submitReport(
  handle: DatabaseHandle,
  actor: Actor,
  input: SubmitReportInput,
  clock: Clock,
): Promise<{ report: ReportProgress; summary: ReportSummary }> {
  const subject = parseReportKey(input.reportKey);
  return handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    assertNone(whyNotEnter(reference, actor, subject, clock));
    const report = await findReport(trx, subject);
    if (!report) throw new AppError('REPORT_IS_EMPTY');
    const isDone =
      input.submissionId !== undefined &&
      report.submissionId === input.submissionId &&
      report.submittedById === actor.id;
    if (!isDone) assertVersion(report, input.expectedVersion);
    const content = await loadContent(trx, reference, subject, report);
    const summary = summarizeReport(summaryInputOf(content));
    if (isDone) return { report: progressOf(report), summary };
    assertNone(whyClosed(reference, subject, report, clock));
    assertSubmittable(summary, input.acceptMissing);

    const at = new Date().toISOString();
    const changes = content.entries.flatMap((before): EntryChange[] => {
      const moved = entryTransitions.submit(stateOfEntry(before));
      if (!moved.ok) return [];
      const after = { ...before, ...moved.state, version: before.version + 1 };
      return [{ before, after, action: 'submitted', actorId: actor.id, at }];
    });
    await changeCells(trx, reference, changes);
    const entries = withChanges(content.entries, changes);
    const submitted = await patchReport(trx, report, {
      ...countersPatch({ ...report, expectedCells: countOwed(content) }, entries, at),
      state: 'submitted',
      dueDate: dueDateOf(reference, subject),
      firstSubmittedAt: report.firstSubmittedAt ?? at,
      submittedAt: at,
      submittedById: actor.id,
      submissionId: input.submissionId ?? null,
    });
    await recordAudit(
      trx,
      actor.id,
      [
        {
          event: 'report.submitted',
          subjectType: 'report',
          subjectId: input.reportKey,
          data: { cells: changes.length, missing: summary.missing.length, warnings: summary.warned.length },
        },
      ],
      { at },
    );
    return { report: progressOf(submitted), summary };
  });
}

function assertSubmittable(summary: ReportSummary, acceptMissing: boolean): void {
  if (summary.counters.filled + summary.counters.notApplicable === 0) throw new AppError('REPORT_IS_EMPTY');
  if (summary.toSubmit === 0) throw new AppError('ENTRY_NOT_EDITED');
  const inTheWay = [...summary.blocked, ...summary.reasonMissing];
  if (inTheWay.length > 0) {
    throw new AppError('REPORT_HAS_BLOCKS', {
      params: { blocked: summary.blocked.length, reasonMissing: summary.reasonMissing.length },
      fields: Object.fromEntries(inTheWay.map(({ areaId, ruleId, state }) => [`${areaId} ${ruleId}`, state])),
    });
  }
  if (summary.missing.length > 0 && !acceptMissing) {
    throw new AppError('REPORT_HAS_MISSING', { params: { missing: summary.missing.length } });
  }
}

/** What `submitReport` would hand in and find, for people who read; nothing is written. */
export async function previewReport(handle: DatabaseHandle, input: { reportKey: string }): Promise<ReportSummary> {
  const subject = parseReportKey(input.reportKey);
  const reference = await referenceOf(handle);
  const report = await findReport(handle.db, subject);
  const content = await loadContent(handle.db, reference, subject, report);
  if (content.areas.length === 0) throw new AppError('REPORT_NOT_FOUND');
  return summarizeReport(summaryInputOf(content));
}

/** States up to when the figures speak: a date, a label ("s.d. minggu II Agustus 2023"), or both. */
export function setCutOff(
  handle: DatabaseHandle,
  actor: Actor,
  input: SetCutOffInput,
  clock: Clock,
): Promise<ReportProgress> {
  const subject = parseReportKey(input.reportKey);
  return handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    assertNone(whyNotEnter(reference, actor, subject, clock));
    const known = await findReport(trx, subject);
    assertVersion(known, input.expectedVersion);
    assertNone(whyClosed(reference, subject, known, clock));
    if (known?.state === 'submitted' || known?.state === 'verified') throw new AppError('REPORT_NOT_EDITABLE');
    const at = new Date().toISOString();
    if (!known) {
      const content = await loadContent(trx, reference, subject, undefined);
      if (content.areas.length === 0) throw new AppError('REPORT_NOT_FOUND');
    }
    const report = known ?? (await startReport(trx, reference, subject, at));
    const cutOff = { cutOffDate: input.cutOffDate, cutOffLabel: input.cutOffLabel || null };
    const changed = await patchReport(trx, report, { ...cutOff, updatedAt: at });
    await recordAudit(
      trx,
      actor.id,
      [{ event: 'report.cut_off_changed', subjectType: 'report', subjectId: input.reportKey, data: cutOff }],
      { at },
    );
    return progressOf(changed);
  });
}
