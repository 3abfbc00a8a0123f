import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import { rollupPlaces } from '#db/rollup.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import {
  type EntryChange,
  type EntryRow,
  entrySubjectId,
  listReportEntries,
  stateOfEntry,
} from '#server/entry/entry.service.ts';
import { announceMail } from '#server/notification/settled-notice.service.ts';
import { type Reference, referenceOf } from '#server/reference/reference.service.ts';
import type { AuditEvent } from '#shared/audit-event.ts';
import { entryTransitions } from '#shared/entry.ts';
import { cellsInRange } from '#shared/report/in-range.ts';
import { cellKey } from '#shared/report/summary.ts';
import {
  type CellRef,
  parseReportKey,
  type ReportProgress,
  reportKeyOf,
  type VerifyAllInput,
  type VerifyCellsInput,
} from '#shared/report.ts';
import { changeCells, countersPatch, seenCell, withChanges } from './change-cells.ts';
import type { Clock } from './clock.ts';
import { assertVersion, getReportOnDesk, patchReport, settledState } from './open-report.ts';
import { findVerifiedTotal, insertRestatement, type ReportRow } from './report.queries.ts';
import { loadContent, summaryInputOf } from './report-content.ts';
import { inRangePercentOf } from './report-grid.ts';
import { progressOf } from './report-head.ts';
import { tellAuthors } from './tell-authors.ts';

export interface VerifyResult {
  report: ReportProgress;
  verified: number;
  left: CellRef[];
}

/**
 * Verifies the cells that the verifier has looked at, each at the version seen.
 * @throws AppError REPORT_NOT_FOUND, REPORT_OWN_AGENCY (also for a figure that the verifier brought in by an import),
 *   REPORT_NOT_YOURS (another issue's coordinator),
 *   ENTRY_NOT_SUBMITTED, ENTRY_VERSION_CONFLICT; then none of the cells is verified
 */
export async function verifyCells(
  handle: DatabaseHandle,
  actor: Actor,
  input: VerifyCellsInput,
  clock: Clock,
): Promise<VerifyResult> {
  const subject = parseReportKey(input.reportKey);
  const done = await handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    const report = await getReportOnDesk(trx, reference, actor, subject, clock);
    const entries = await listReportEntries(trx, { reportId: report.id });
    const byKey = new Map(entries.map((entry) => [cellKey(entry), entry]));
    const chosen = new Map(input.cells.map((cell) => [cellKey(cell), seenCell(byKey, cell)]));
    if ([...chosen.values()].some((entry) => isOwnFigure(entry, actor))) throw new AppError('REPORT_OWN_AGENCY');
    return verify(trx, { reference, actor, clock }, report, entries, [...chosen.values()]);
  });
  announceMail();
  return done;
}

/**
 * Verifies what needs no look: submitted cells near last month's figure and without findings (`cellsInRange`).
 * @throws AppError as `verifyCells`, and VERSION_CONFLICT when the report was changed since it was seen
 */
export async function verifyAll(
  handle: DatabaseHandle,
  actor: Actor,
  input: VerifyAllInput,
  clock: Clock,
): Promise<VerifyResult> {
  const subject = parseReportKey(input.reportKey);
  const done = await handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    const report = await getReportOnDesk(trx, reference, actor, subject, clock);
    assertVersion(report, input.expectedVersion);
    const content = await loadContent(trx, reference, subject, report);
    const { inRange, toLookAt } = cellsInRange(summaryInputOf(content), inRangePercentOf(reference));
    if (inRange.length === 0) return { report: progressOf(report), verified: 0, left: toLookAt };
    const keys = new Set(inRange.map(cellKey));
    const chosen = content.entries.filter((entry) => keys.has(cellKey(entry)) && !isOwnFigure(entry, actor));
    return verify(trx, { reference, actor, clock }, report, content.entries, chosen);
  });
  announceMail();
  return done;
}

/** Nobody verifies what they wrote themselves, whoever handed the report in since. */
function isOwnFigure(entry: EntryRow, actor: Actor): boolean {
  return entry.status === 'submitted' && entry.enteredById === actor.id;
}

async function verify(
  trx: Transaction<Database>,
  { reference, actor, clock }: { reference: Reference; actor: Actor; clock: Clock },
  report: ReportRow,
  entries: readonly EntryRow[],
  chosen: readonly EntryRow[],
): Promise<VerifyResult> {
  const at = new Date().toISOString();
  const changes = chosen.map((before): EntryChange => {
    const moved = entryTransitions.verify(stateOfEntry(before));
    if (!moved.ok) throw new AppError(moved.code);
    const isRestated = before.verifiedKind !== null;
    const after: EntryRow = {
      ...before,
      ...moved.state,
      version: before.version + 1,
      isSample: isRestated ? 0 : before.isSample,
      verifiedById: actor.id,
      verifiedAt: at,
    };
    return { before, after, action: 'verified', actorId: actor.id, at };
  });
  const isRestated = ({ before }: EntryChange) => before !== undefined && before.verifiedKind !== null;
  await changeCells(
    trx,
    reference,
    changes.filter((change) => !isRestated(change)),
  );
  for (const change of changes.filter(isRestated)) await restate(trx, reference, change);

  const now = withChanges(entries, changes);
  const state = settledState(report.state, now);
  const verified = await patchReport(trx, report, {
    ...countersPatch(report, now, at),
    state,
    ...(state === 'verified' ? { verifiedAt: at, verifiedById: actor.id } : {}),
  });
  if (state === 'verified') {
    await tellAuthors(trx, reference, { kind: 'verified', report: verified, entries: now, actor, at }, clock);
  }
  await recordAudit(trx, actor.id, verifyEvents(changes, reportKeyOf(report), state === 'verified'), { at });
  return {
    report: progressOf(verified),
    verified: changes.length,
    left: now
      .filter((entry) => entry.status === 'submitted')
      .map(({ indicatorId, areaId }) => ({ indicatorId, areaId })),
  };
}

/** A verified figure changes: the ledger says what, why and what it does to the province's total. */
async function restate(trx: Transaction<Database>, reference: Reference, change: EntryChange): Promise<void> {
  const { before, after, actorId, at } = change;
  const indicator = reference.indicatorById.get(after.indicatorId);
  if (!before || before.verifiedKind === null || !indicator) return;
  const places = rollupPlaces(after.areaId, indicator, reference.areaById);
  const province = indicator.aggregation === 'sum' ? places.at(-1) : undefined;
  const total = async () =>
    province
      ? findVerifiedTotal(trx, {
          indicatorId: after.indicatorId,
          month: after.month,
          parentId: province.parentId,
          areaId: province.areaId,
        })
      : null;
  const provinceBefore = await total();
  await changeCells(trx, reference, [change]);
  await insertRestatement(trx, {
    id: uuid(),
    indicatorId: after.indicatorId,
    month: after.month,
    areaId: after.areaId,
    issueId: indicator.issueId,
    fromKind: before.verifiedKind,
    fromValue: before.verifiedValue,
    toKind: after.kind,
    toValue: after.value,
    reason: after.reason ?? '',
    actorId: after.enteredById,
    verifiedById: actorId,
    at,
    provinceBefore,
    provinceAfter: await total(),
  });
}

function verifyEvents(changes: readonly EntryChange[], reportKey: string, isWhole: boolean): AuditEvent[] {
  const cells = changes.map(
    ({ before, after }): AuditEvent => ({
      event: 'entry.verified',
      subjectType: 'entry',
      subjectId: entrySubjectId(after),
      data: {
        indicatorId: after.indicatorId,
        month: after.month,
        areaId: after.areaId,
        from: { kind: before?.verifiedKind ?? null, value: before?.verifiedValue ?? null },
        to: { kind: after.kind, value: after.value },
      },
    }),
  );
  if (!isWhole) return cells;
  return [
    ...cells,
    { event: 'report.verified', subjectType: 'report', subjectId: reportKey, data: { cells: changes.length } },
  ];
}
