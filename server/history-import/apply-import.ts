import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import {
  type EntryChange,
  type EntryRow,
  entrySubjectId,
  findVerifiedReason,
  rollupBatch,
  stateOfEntry,
  writeEntries,
} from '#server/entry/entry.service.ts';
import {
  type Clock,
  counterColumns,
  countersOf,
  openMonths,
  patchReport,
  type ReportRow,
  settledState,
  startReport,
} from '#server/report/report.service.ts';
import type { AuditEvent } from '#shared/audit-event.ts';
import type { ApplyInput, ImportResult, ImportStep } from '#shared/history-import.ts';
import { addCounters, counterDelta } from '#shared/report/counters.ts';
import { reportKeyOf } from '#shared/report.ts';
import { type Assessment, assess } from './assess.ts';
import { subjectKey, type Verdict } from './evaluate.ts';
import { findImport, type ImportTableRow, insertImport, listStatuses } from './history-import.queries.ts';
import { importResult } from './import-list.ts';

type OnStep = (step: ImportStep, done: number, total: number) => void;

/**
 * Does what the dry run has shown, in one transaction: all of it or nothing. Asked again with the same id, it says what
 * was done and writes nothing.
 * @throws AppError IMPORT_STALE when something moved since the dry run, IMPORT_NOTHING when no row would be written,
 *   BAD_INPUT when the id belongs to another import
 */
export async function applyImport(
  handle: DatabaseHandle,
  actor: Actor,
  input: ApplyInput,
  clock: Clock,
  onStep: OnStep = () => {},
): Promise<{ wasDone: boolean; result: ImportResult }> {
  onStep('waiting', 0, input.rows.length);
  const done = await handle.transaction(async (trx) => {
    const known = await findImport(trx, input.importId);
    if (known) {
      if (known.actorId !== actor.id || known.fingerprint !== input.fingerprint)
        throw new AppError('BAD_INPUT', { fields: { importId: 'ID_IN_USE' } });
      return { wasDone: true };
    }
    onStep('checking', 0, input.rows.length);
    const assessment = await assess(handle, trx, input, clock, (count, total) => onStep('checking', count, total));
    if (assessment.fingerprint !== input.fingerprint) throw new AppError('IMPORT_STALE');
    if (assessment.counts.new + assessment.counts.changed === 0) throw new AppError('IMPORT_NOTHING');
    await write(trx, actor, input, clock, assessment, onStep);
    onStep('saving', 0, 1);
    return { wasDone: false };
  });
  const result = await importResult(handle.db, input.importId);
  if (!result) throw new AppError('IMPORT_NOT_FOUND');
  return { ...done, result };
}

/** A report that the import touches. */
interface Touched {
  report: ReportRow;
  changes: EntryChange[];
  corrections: number;
}

async function write(
  trx: Transaction<Database>,
  actor: Actor,
  input: ApplyInput,
  clock: Clock,
  assessment: Assessment,
  onStep: OnStep,
): Promise<void> {
  const { reference } = assessment;
  const at = new Date().toISOString();
  const settingEvents = await keepFirstMonth(trx, assessment, clock, at);
  const touched = await beginReports(trx, assessment, at);
  const changes: EntryChange[] = [];
  for (const verdict of assessment.verdicts) {
    const one = touched.get(subjectKey(verdict) ?? '');
    if (!verdict.after || !one) continue;
    const after = await nextEntry(trx, verdict, one.report.id, actor, input.fileName, at);
    const change: EntryChange = { before: verdict.before, after, action: 'imported', actorId: actor.id, at };
    changes.push(change);
    one.changes.push(change);
    one.corrections += verdict.isCorrection ? 1 : 0;
  }
  await writeEntries(trx, changes, (count) => onStep('writing', count, changes.length));
  const rollups = rollupBatch(reference);
  for (const { before, after } of changes) rollups.add(before, after);
  await rollups.applyInBulk(trx, (count, total) => onStep('summing', count, total));
  for (const one of touched.values()) await settleReport(trx, one, actor, at);
  const row = importRowOf(input, actor, assessment, changes, at);
  await insertImport(
    trx,
    row,
    [...touched.values()].map((one) => ({ importId: row.id, reportId: one.report.id, ...countsOf(one) })),
  );
  const events = [...settingEvents, ...eventsOf(row, [...touched.values()])];
  await recordAudit(trx, actor.id, events, { at });
}

/** The reports of all cells that are written, begun where they are not. */
async function beginReports(
  trx: Transaction<Database>,
  { reference, reportByKey, reports, verdicts }: Assessment,
  at: string,
): Promise<Map<string, Touched>> {
  const subjects = new Map(verdicts.flatMap(({ subject }) => (subject ? [[reportKeyOf(subject), subject]] : [])));
  const touched = new Map<string, Touched>();
  for (const { reportKey, effect } of reports) {
    const subject = subjects.get(reportKey);
    if (effect === 'none' || !subject) continue;
    const report = reportByKey.get(reportKey) ?? (await startReport(trx, reference, subject, at));
    touched.set(reportKey, { report, changes: [], corrections: 0 });
  }
  return touched;
}

/**
 * Without a setting the oldest report says from when on reports are owed: imported months would be owed by everybody
 * from then on. So what it is now is written down before older reports begin.
 */
async function keepFirstMonth(
  trx: Transaction<Database>,
  { reference, reports }: Assessment,
  clock: Clock,
  at: string,
): Promise<AuditEvent[]> {
  const key = 'reporting.firstMonth';
  if (reference.settings.has(key)) return [];
  const oldest = reports.find(({ effect }) => effect === 'begun')?.month;
  const [first] = await openMonths(trx, reference, clock);
  if (oldest === undefined || first === undefined || oldest >= first) return [];
  await trx.insertInto('setting').values({ key, value: first, updatedAt: at }).execute();
  return [
    {
      event: 'setting.changed',
      subjectType: 'setting',
      subjectId: key,
      data: { changes: { value: { from: null, to: first } } },
    },
  ];
}

async function nextEntry(
  trx: Transaction<Database>,
  { row, before, after, reason, isCorrection }: Verdict,
  reportId: string,
  actor: Actor,
  fileName: string,
  at: string,
): Promise<EntryRow> {
  if (!after) throw new Error('a row without a result is not written');
  const isNew = before === undefined || before.kind !== row.kind || before.value !== row.value;
  const isTakenBack = before !== undefined && after.status === 'verified';
  const origin = `Impor riwayat: ${fileName}`;
  return {
    indicatorId: row.indicatorId,
    month: row.month,
    areaId: row.areaId,
    reportId: before?.reportId ?? reportId,
    ...after,
    version: (before?.version ?? 0) + 1,
    note: row.note ?? before?.note ?? null,
    source: row.source ?? (isNew ? origin : (before?.source ?? origin)),
    // A correction that is taken back gives the verified figure its own reason again.
    reason: isTakenBack && !isCorrection ? ((await findVerifiedReason(trx, row))[0]?.reason ?? null) : reason,
    // While a verified sample figure stands behind a correction, the label stays.
    isSample: before && (!isNew || before.verifiedKind !== null) ? before.isSample : 0,
    enteredById: isNew ? actor.id : (before?.enteredById ?? actor.id),
    enteredAt: isNew ? at : (before?.enteredAt ?? at),
    verifiedById: before?.verifiedById ?? null,
    verifiedAt: before?.verifiedAt ?? null,
  };
}

/** Counters and state of a report after its cells were written. What was imported waits for a verifier. */
async function settleReport(
  trx: Transaction<Database>,
  { report, changes }: Touched,
  actor: Actor,
  at: string,
): Promise<void> {
  let counters = countersOf(report);
  for (const { before, after } of changes) {
    counters = addCounters(counters, counterDelta(before && stateOfEntry(before), stateOfEntry(after)));
  }
  const isSubmission = changes.some(({ after }) => after.status === 'submitted');
  const statuses = await listStatuses(trx, { reportId: report.id });
  await patchReport(trx, report, {
    ...counterColumns(counters),
    state: settledState(report.state === 'draft' && isSubmission ? 'submitted' : report.state, statuses),
    updatedAt: at,
    ...(isSubmission
      ? { firstSubmittedAt: report.firstSubmittedAt ?? at, submittedAt: at, submittedById: actor.id }
      : {}),
  });
}

function countsOf({ changes }: Touched): { newCount: number; changedCount: number } {
  const newCount = changes.filter(({ before }) => before === undefined).length;
  return { newCount, changedCount: changes.length - newCount };
}

function importRowOf(
  { importId, fileName, fingerprint, reason }: ApplyInput,
  actor: Actor,
  { counts }: Assessment,
  changes: readonly EntryChange[],
  at: string,
): ImportTableRow {
  const months = changes.map(({ after }) => after.month).sort();
  return {
    ...{ id: importId, fileName, actorId: actor.id, at, fingerprint },
    reason: counts.corrections > 0 ? reason : null,
    fromMonth: months[0] ?? '',
    toMonth: months.at(-1) ?? '',
    rowCount: counts.rows,
    newCount: counts.new,
    changedCount: counts.changed,
    correctionCount: counts.corrections,
    sameCount: counts.same,
    refusedCount: counts.refused,
  };
}

/** One event for the import and one for each report; every correction of a verified figure besides, as when it is typed. */
function eventsOf(row: ImportTableRow, touched: readonly Touched[]): AuditEvent[] {
  const imported: AuditEvent = {
    event: 'history.imported',
    subjectType: 'history_import',
    subjectId: row.id,
    data: {
      rows: row.rowCount,
      new: row.newCount,
      changed: row.changedCount,
      corrections: row.correctionCount,
      same: row.sameCount,
      refused: row.refusedCount,
      reports: touched.length,
      fromMonth: row.fromMonth,
      toMonth: row.toMonth,
      fingerprint: row.fingerprint,
    },
  };
  const reports = touched.map((one): AuditEvent => {
    const { newCount, changedCount } = countsOf(one);
    const counts = { new: newCount, changed: changedCount, corrections: one.corrections };
    const figures = figuresDigest(one.changes.map(({ after }) => after));
    return {
      event: 'report.imported',
      subjectType: 'report',
      subjectId: reportKeyOf(one.report),
      data: { importId: row.id, ...counts, figures },
    };
  });
  const corrections = touched.flatMap(({ changes }) => changes.flatMap(correctionEvent));
  return [imported, ...reports, ...corrections];
}

function correctionEvent({ before, after }: EntryChange): AuditEvent[] {
  if (!before || after.verifiedKind === null || after.status === 'verified') return [];
  const { indicatorId, month, areaId, version, reason } = after;
  return [
    {
      event: 'entry.corrected',
      subjectType: 'entry',
      subjectId: entrySubjectId(after),
      data: {
        ...{ indicatorId, month, areaId, version, reason },
        from: { kind: before.kind, value: before.value },
        to: { kind: after.kind, value: after.value },
      },
    },
  ];
}

/**
 * SHA-256 over cells that an import wrote, by area and indicator: with it the chain holds every figure of the import, and
 * the revisions prove it.
 */
export function figuresDigest(
  cells: readonly Pick<EntryRow, 'areaId' | 'indicatorId' | 'kind' | 'value' | 'version'>[],
): string {
  const lines = cells.map(({ areaId, indicatorId, kind, value, version }) =>
    JSON.stringify([areaId, indicatorId, kind, value, version]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
