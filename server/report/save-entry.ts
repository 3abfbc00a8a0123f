import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import { isDuplicateKey } from '#db/duplicate-key.ts';
import type { Database, Flag } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { type Responsibility, responsibilityFor } from '#server/assignment/assignment.service.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import {
  type EntryRow,
  entrySubjectId,
  findVerifiedReason,
  isWritten,
  listRowEntries,
  rollupBatch,
  stateOfEntry,
  writeEntry,
} from '#server/entry/entry.service.ts';
import { type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { type EntryState, entryTransitions } from '#shared/entry.ts';
import { previousMonth } from '#shared/month.ts';
import { checkCells } from '#shared/report/check-cells.ts';
import { addCounters, counterDelta } from '#shared/report/counters.ts';
import { isCellClosed } from '#shared/report/lock.ts';
import {
  type EarlierCell,
  parseReportKey,
  type ReportSubject,
  type SaveEntryInput,
  type SaveEntryOutput,
} from '#shared/report.ts';
import { assertNone, whyNotEnter } from './access.ts';
import type { Clock } from './clock.ts';
import { listEarlierFigures } from './earlier-figures.ts';
import { startReport } from './open-report.ts';
import { assertOwnCell } from './own-cell.ts';
import { addToCounters, counterColumns, countersOf, findReport, namesOf, type ReportRow } from './report.queries.ts';
import { toGridCell } from './report-grid.ts';
import { isLockedNow, progressOf } from './report-head.ts';

/** What a save has read before it decides. */
interface Scene {
  reference: Reference;
  responsibility: Responsibility;
  subject: ReportSubject;
  report: ReportRow | undefined;
  /** The row's cells of this month that belong to the report, and of last month, by indicator. */
  cells: Map<string, EntryRow>;
  previous: Map<string, EntryRow>;
  earlier: Map<string, EarlierCell>;
  before: EntryRow | undefined;
}

/**
 * Saves one cell: the hot path, one transaction of prepared statements.
 *
 * Only what cannot be a figure is refused: kind and value that contradict each other, a negative count. A figure that
 * breaks a rule, even a blocking one, is kept as a draft and answered with its findings: nothing typed is lost while the
 * other cells of the row are still being filled. Blocks and missing reasons stop the submission instead.
 *
 * What is sent twice (the answer was lost on the way) is answered with the cell as it is, not with a conflict: a figure
 * that the cell holds already, and a change whose `changeId` is a revision of the cell, whatever happened to it since.
 * Writers run one after the other, so a repetition that overtakes its original's answer finds the revision, too.
 *
 * @throws AppError REPORT_NOT_YOURS, REPORT_MONTH_NOT_OPEN, ENTRY_CELL_NOT_YOURS, ENTRY_CELL_NOT_COLLECTED,
 *   ENTRY_VALUE_INVALID, ENTRY_VALUE_NEGATIVE, ENTRY_SUBMITTED (on the verifier's desk), REPORT_LOCKED, ENTRY_REASON_REQUIRED
 *   (a correction of a verified figure), ENTRY_VERSION_CONFLICT with mine and theirs in its params, BAD_INPUT when the
 *   `changeId` belongs to another cell or another person
 */
export async function saveEntry(
  handle: DatabaseHandle,
  actor: Actor,
  input: SaveEntryInput,
  clock: Clock,
): Promise<SaveEntryOutput> {
  try {
    return await save(handle, actor, input, clock, { isRepeated: false });
  } catch (error) {
    // The cell was as the person saw it, and yet the change had been written: it was sent again on a later version.
    if (input.changeId === undefined || !isDuplicateKey(error)) throw error;
    return save(handle, actor, input, clock, { isRepeated: true });
  }
}

/** @param isRepeated the change's id is known to be taken; else it is looked for only where the cell has moved on */
function save(
  handle: DatabaseHandle,
  actor: Actor,
  input: SaveEntryInput,
  clock: Clock,
  { isRepeated }: { isRepeated: boolean },
): Promise<SaveEntryOutput> {
  const subject = parseReportKey(input.reportKey);
  return handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    assertNone(whyNotEnter(reference, actor, subject, clock));
    const scene = await readScene(trx, reference, subject, input);
    const { before } = scene;
    const mayBeWritten = isRepeated || (before !== undefined && before.version !== input.baseVersion);
    if (mayBeWritten && (await isKnown(trx, subject, actor, input))) return answer(trx, scene, before, actor);
    assertOwnCell(scene, input);
    if (before && isSame(before, input)) return answer(trx, scene, before, actor);
    if (before?.status === 'submitted') throw new AppError('ENTRY_SUBMITTED');
    const isLocked = isLockedNow(reference, subject, clock);
    if (isCellClosed({ isLocked, state: scene.report?.state ?? 'not_started' }, before?.status))
      throw new AppError('REPORT_LOCKED');
    await assertSeen(trx, before, input);

    const at = new Date().toISOString();
    const report = scene.report ?? (await startReport(trx, reference, subject, at));
    const after = await nextEntry(trx, scene, report.id, actor, input, at);
    const isCorrection = after.verifiedKind !== null && after.status === 'draft' && isNewFigure(before, after);
    await writeEntry(trx, {
      before,
      after,
      action: before ? (isCorrection ? 'corrected' : 'changed') : 'entered',
      actorId: actor.id,
      at,
      changeId: input.changeId,
    });
    const rollups = rollupBatch(reference);
    rollups.add(before, after);
    await rollups.apply(trx);
    const counted = counterDelta(before && stateOfEntry(before), stateOfEntry(after));
    await addToCounters(trx, { ...counted, id: report.id, updatedAt: at });
    await recordAudit(
      trx,
      actor.id,
      [
        {
          event: isCorrection ? 'entry.corrected' : 'entry.saved',
          subjectType: 'entry',
          subjectId: entrySubjectId(after),
          data: {
            indicatorId: after.indicatorId,
            month: after.month,
            areaId: after.areaId,
            from: { kind: before?.kind ?? null, value: before?.value ?? null },
            to: { kind: after.kind, value: after.value },
            version: after.version,
            reason: after.reason,
          },
        },
      ],
      { at },
    );
    scene.cells.set(after.indicatorId, after);
    const counters = counterColumns(addCounters(countersOf(report), counted));
    return answer(trx, { ...scene, report: { ...report, ...counters, version: report.version + 1 } }, after, actor);
  });
}

async function readScene(
  trx: Kysely<Database>,
  reference: Reference,
  subject: ReportSubject,
  { indicatorId, areaId }: SaveEntryInput,
): Promise<Scene> {
  const { issueId, month } = subject;
  const report = await findReport(trx, subject);
  const columns = (reference.indicatorsByIssue.get(issueId) ?? [])
    .filter((indicator) => indicator.isReported === 1 || indicator.id === indicatorId)
    .map((indicator) => indicator.id);
  const rows = await listRowEntries(trx, columns, { areaId, month, previousMonth: previousMonth(month) });
  const now = rows.filter((row) => row.month === month);
  const previous = rows.filter((row) => row.month !== month);
  const refs = columns.map((id) => ({ indicatorId: id, areaId }));
  const earlier = await listEarlierFigures(trx, reference, month, refs, previous);
  return {
    reference,
    responsibility: responsibilityFor(reference, issueId, month),
    subject,
    report,
    cells: new Map(now.filter((row) => row.reportId === report?.id).map((row) => [row.indicatorId, row])),
    previous: new Map(previous.map((row) => [row.indicatorId, row])),
    earlier: new Map(earlier.map((each) => [each.indicatorId, each])),
    before: now.find((row) => row.indicatorId === indicatorId),
  };
}

async function isKnown(
  trx: Kysely<Database>,
  { month }: ReportSubject,
  actor: Actor,
  { changeId, indicatorId, areaId }: SaveEntryInput,
): Promise<boolean> {
  return changeId !== undefined && (await isWritten(trx, changeId, { indicatorId, areaId, month }, actor));
}

/** Nothing would change: the same figure and the same words, in a cell that is not returned. */
function isSame(before: EntryRow, input: SaveEntryInput): boolean {
  return (
    before.status !== 'returned' &&
    before.kind === input.kind &&
    before.value === input.value &&
    before.note === kept(input.note, before.note) &&
    before.source === kept(input.source, before.source) &&
    before.reason === kept(input.reason, before.reason)
  );
}

async function assertSeen(trx: Kysely<Database>, before: EntryRow | undefined, input: SaveEntryInput): Promise<void> {
  const version = before?.version ?? 0;
  if (version === input.baseVersion) return;
  const byId = before?.enteredById ?? null;
  throw new AppError('ENTRY_VERSION_CONFLICT', {
    params: {
      kind: before?.kind ?? 'not_reported',
      value: before?.value ?? null,
      status: before?.status ?? null,
      version,
      byName: (await namesOf(trx, [byId])).get(byId ?? '') ?? null,
      at: before?.enteredAt ?? null,
      mineKind: input.kind,
      mineValue: input.value,
    },
  });
}

async function nextEntry(
  trx: Kysely<Database>,
  { before, subject }: Scene,
  reportId: string,
  actor: Actor,
  input: SaveEntryInput,
  at: string,
): Promise<EntryRow> {
  // A correction of a verified figure needs a reason of its own; later drafts of the same correction keep it.
  const reason = before?.status === 'verified' ? input.reason : kept(input.reason, before?.reason ?? null);
  const moved = entryTransitions.save(before && stateOfEntry(before), { kind: input.kind, value: input.value, reason });
  if (!moved.ok) throw new AppError(moved.code);
  const { state } = moved;
  if (state.status === 'draft' && state.verifiedKind !== null && !kept(input.reason, before?.reason ?? null))
    throw new AppError('ENTRY_REASON_REQUIRED');

  const isNew = before === undefined || isNewFigure(before, state);
  return {
    indicatorId: input.indicatorId,
    areaId: input.areaId,
    month: subject.month,
    reportId,
    ...state,
    version: (before?.version ?? 0) + 1,
    note: kept(input.note, before?.note ?? null),
    source: kept(input.source, before?.source ?? null),
    reason: await nextReason(trx, before, state, input),
    isSample: nextIsSample(before, isNew),
    enteredById: isNew ? actor.id : before.enteredById,
    enteredAt: isNew ? at : before.enteredAt,
    verifiedById: before?.verifiedById ?? null,
    verifiedAt: before?.verifiedAt ?? null,
  };
}

/** A correction that is taken back gives the verified figure its own reason again. */
async function nextReason(
  trx: Kysely<Database>,
  before: EntryRow | undefined,
  state: EntryState,
  input: SaveEntryInput,
): Promise<string | null> {
  if (!before || state.status !== 'verified' || before.status === 'verified' || input.reason !== undefined)
    return kept(input.reason, before?.reason ?? null);
  return (await findVerifiedReason(trx, before))[0]?.reason ?? null;
}

/** What a person types is no sample; but while a verified sample figure stands behind a correction, the label stays. */
function nextIsSample(before: EntryRow | undefined, isNew: boolean): Flag {
  return before && (!isNew || before.verifiedKind !== null) ? before.isSample : 0;
}

function isNewFigure(before: EntryRow | undefined, after: Pick<EntryRow, 'kind' | 'value'>): boolean {
  return before === undefined || before.kind !== after.kind || before.value !== after.value;
}

/** Undefined keeps the text, empty takes it away. */
function kept(text: string | null | undefined, before: string | null): string | null {
  return text === undefined ? before : text || null;
}

async function answer(
  trx: Kysely<Database>,
  { reference, responsibility, report, cells, previous, earlier }: Scene,
  entry: EntryRow | undefined,
  actor: Actor,
): Promise<SaveEntryOutput> {
  if (!report || !entry) throw new AppError('REPORT_NOT_FOUND');
  const others = [entry.enteredById, entry.verifiedById].filter((id) => id !== actor.id);
  const names = new Map([...(await namesOf(trx, others)), [actor.id, actor.name]]);
  const rules = reference.rulesByIssue.get(report.issueId) ?? [];
  return {
    cell: toGridCell(entry, names),
    findings: checkCells({
      areaId: entry.areaId,
      indicators: responsibility.indicators,
      rules,
      cell: (id) => cells.get(id),
      previous: (id) => previous.get(id),
      earlier: (id) => earlier.get(id),
    }),
    report: progressOf(report),
  };
}
