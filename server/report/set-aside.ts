import type { DatabaseHandle } from '#db/connection.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import { entrySubjectId, findEntry, isWritten, writeSetAside } from '#server/entry/entry.service.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { parseReportKey, type SetAsideInput, type SetAsideOutput } from '#shared/report.ts';
import { assertNone, whyNotEnter } from './access.ts';
import type { Clock } from './clock.ts';
import { assertOwnCell } from './own-cell.ts';
import { findReport, namesOf } from './report.queries.ts';
import { toGridCell } from './report-grid.ts';

/**
 * Keeps a figure that lost a conflict among the revisions of its cell: who typed it, when it was given up and what it
 * lost to. The cell stays as it is, whatever its state: on a verifier's desk, verified, or behind a lock. Asked again
 * with the same id, nothing more is written.
 *
 * @throws AppError REPORT_NOT_YOURS and the other reasons why `saveEntry` refuses a cell or a value; BAD_INPUT when the
 *   id belongs to another cell or another person
 */
export function setAside(
  handle: DatabaseHandle,
  actor: Actor,
  input: SetAsideInput,
  clock: Clock,
): Promise<SetAsideOutput> {
  const subject = parseReportKey(input.reportKey);
  return handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    assertNone(whyNotEnter(reference, actor, subject, clock));
    const { indicatorId, areaId, kind, value, changeId } = input;
    const cell = { indicatorId, areaId, month: subject.month };
    const [before] = await findEntry(trx, cell);
    if (!(await isWritten(trx, changeId, cell, actor))) {
      const report = await findReport(trx, subject);
      assertOwnCell({ reference, subject, report, before }, input);
      const at = new Date().toISOString();
      const words = { note: input.note || null, source: input.source || null, reason: input.reason || null };
      await writeSetAside(trx, cell, { changeId, before, figure: { kind, value, ...words }, actorId: actor.id, at });
      await recordAudit(
        trx,
        actor.id,
        [
          {
            event: 'entry.set_aside',
            subjectType: 'entry',
            subjectId: entrySubjectId(cell),
            data: {
              ...cell,
              mine: { kind, value },
              kept: { kind: before?.kind ?? null, value: before?.value ?? null },
              version: before?.version ?? 0,
            },
          },
        ],
        { at, changesFigures: false },
      );
    }
    if (!before) return { cell: null };
    return { cell: toGridCell(before, await namesOf(trx, [before.enteredById, before.verifiedById])) };
  });
}
