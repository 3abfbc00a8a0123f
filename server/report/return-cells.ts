import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import {
  type EntryChange,
  entrySubjectId,
  findEntry,
  insertComment,
  listReportEntries,
  stateOfEntry,
} from '#server/entry/entry.service.ts';
import { announceMail } from '#server/notification/settled-notice.service.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import type { AuditEvent } from '#shared/audit-event.ts';
import { entryTransitions } from '#shared/entry.ts';
import { cellKey } from '#shared/report/summary.ts';
import {
  type CellComment,
  parseReportKey,
  type ReplyInput,
  type ReportProgress,
  type ReturnCellsInput,
} from '#shared/report.ts';
import { whyNotEnter, whyNotVerify } from './access.ts';
import { changeCells, countersPatch, seenCell, withChanges } from './change-cells.ts';
import type { Clock } from './clock.ts';
import { getReportOnDesk, getReportRow, patchReport, settledState } from './open-report.ts';
import { progressOf } from './report-head.ts';
import { tellAuthors } from './tell-authors.ts';

/**
 * Returns cells, each with its reason, which opens or continues the cell's thread. The other cells stay where they are.
 * @throws AppError as `verifyCells`, and ENTRY_REASON_REQUIRED
 */
export async function returnCells(
  handle: DatabaseHandle,
  actor: Actor,
  input: ReturnCellsInput,
  clock: Clock,
): Promise<{ report: ReportProgress; returned: number }> {
  const subject = parseReportKey(input.reportKey);
  const done = await handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    const report = await getReportOnDesk(trx, reference, actor, subject, clock);
    const entries = await listReportEntries(trx, { reportId: report.id });
    const byKey = new Map(entries.map((entry) => [cellKey(entry), entry]));
    const at = new Date().toISOString();
    const chosen = new Map(input.cells.map((cell) => [cellKey(cell), cell]));
    const returned = [...chosen.values()].map((cell) => {
      const before = seenCell(byKey, cell);
      const moved = entryTransitions.return(stateOfEntry(before), { reason: cell.reason });
      if (!moved.ok) throw new AppError(moved.code);
      const after = { ...before, ...moved.state, version: before.version + 1 };
      const change: EntryChange = { before, after, action: 'returned', actorId: actor.id, at, reason: cell.reason };
      return { change, reason: cell.reason };
    });
    const changes = returned.map(({ change }) => change);
    await changeCells(trx, reference, changes);
    for (const { change, reason } of returned) {
      const { indicatorId, areaId, month } = change.after;
      const comment = { id: uuid(), kind: 'return' as const, text: reason, actorId: actor.id, at };
      await insertComment(trx, { ...comment, indicatorId, areaId, month, reportId: report.id });
    }
    const now = withChanges(entries, changes);
    const patched = await patchReport(trx, report, {
      ...countersPatch(report, now, at),
      state: settledState(report.state, now),
      returnedAt: at,
      returnedById: actor.id,
    });
    const authors = changes.map(({ after }) => after);
    await tellAuthors(trx, reference, { kind: 'returned', report: patched, entries: authors, actor, at }, clock);
    const events = returned.map(({ change: { after }, reason }): AuditEvent => {
      const { indicatorId, areaId, month } = after;
      const data = { indicatorId, areaId, month, reason };
      return { event: 'entry.returned', subjectType: 'entry', subjectId: entrySubjectId(after), data };
    });
    await recordAudit(
      trx,
      actor.id,
      [
        ...events,
        {
          event: 'report.returned',
          subjectType: 'report',
          subjectId: input.reportKey,
          data: { cells: changes.length },
        },
      ],
      { at },
    );
    return { report: progressOf(patched), returned: changes.length };
  });
  announceMail();
  return done;
}

/**
 * Adds to a cell's thread. The agency and those who may verify its report talk there; others read.
 * @throws AppError REPORT_NOT_YOURS, REPORT_NOT_FOUND, ENTRY_CELL_NOT_COLLECTED when nobody has filled the cell
 */
export function replyToCell(
  handle: DatabaseHandle,
  actor: Actor,
  input: ReplyInput,
  clock: Clock,
): Promise<CellComment> {
  const subject = parseReportKey(input.reportKey);
  return handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    const report = await getReportRow(trx, subject);
    const isTheirs =
      whyNotEnter(reference, actor, subject, clock) === null ||
      whyNotVerify(reference, actor, subject, report, clock) === null;
    if (!isTheirs) throw new AppError('REPORT_NOT_YOURS');
    const cell = { indicatorId: input.indicatorId, areaId: input.areaId, month: subject.month };
    const [entry] = await findEntry(trx, cell);
    if (entry?.reportId !== report.id) throw new AppError('ENTRY_CELL_NOT_COLLECTED');
    const comment = { id: uuid(), kind: 'reply' as const, text: input.text, at: new Date().toISOString() };
    await insertComment(trx, { ...comment, ...cell, reportId: report.id, actorId: actor.id });
    const event: AuditEvent = {
      event: 'entry.commented',
      subjectType: 'entry',
      subjectId: entrySubjectId(cell),
      data: cell,
    };
    await recordAudit(trx, actor.id, [event], { at: comment.at });
    const { indicatorId, areaId } = input;
    return { ...comment, indicatorId, areaId, actorId: actor.id, actorName: actor.name };
  });
}
