import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { Actor } from '#server/context.ts';
import { loadReference, type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { type Clock, dueDateOf, openDueDates } from '#server/report/report.service.ts';
import type {
  CreateDeadlineInput,
  DeadlineRefInput,
  SetDefaultDayInput,
  SetLockInput,
  SetVerificationDaysInput,
  UpdateDeadlineInput,
} from '#shared/deadline.ts';
import { defaultDueDay } from '#shared/report/due-date.ts';
import { lockAfterDaysOf } from '#shared/report/lock.ts';
import { verificationDaysOf } from '#shared/report/verification-clock.ts';
import {
  type DeadlineRow,
  deleteDeadline,
  deleteSetting,
  findDeadline,
  findExceptionId,
  insertDeadline,
  listDeadlineRows,
  listOpenDueDates,
  moveDueDate,
  saveSetting,
  updateDeadline,
} from './deadline.queries.ts';

const DEFAULT_DAY = 'deadline.defaultDay';
const VERIFICATION_DAYS = 'verification.dueDays';
const LOCK_AFTER_DAYS = 'deadline.lockAfterDays';

export async function listDeadlines(handle: DatabaseHandle, clock: Clock) {
  const reference = await referenceOf(handle);
  return {
    defaultDay: defaultDayOf(reference),
    verificationDays: verificationDaysIn(reference),
    lockAfterDays: lockDaysIn(reference),
    today: clock.today,
    waiting: await openDueDates(handle, clock),
    exceptions: await listDeadlineRows(handle.db),
  };
}

function defaultDayOf(reference: Reference): number {
  const day = Number(reference.settings.get(DEFAULT_DAY));
  return Number.isInteger(day) && day >= 1 && day <= 31 ? day : defaultDueDay;
}

function verificationDaysIn(reference: Reference): number {
  return verificationDaysOf(reference.settings.get(VERIFICATION_DAYS));
}

function lockDaysIn(reference: Reference): number | null {
  return lockAfterDaysOf(reference.settings.get(LOCK_AFTER_DAYS));
}

interface Changed {
  /** How many reports that are not yet verified have another due date now. */
  reports: number;
}

export async function setDefaultDay(handle: DatabaseHandle, actor: Actor, input: SetDefaultDayInput): Promise<Changed> {
  return handle.transaction(async (trx) => {
    const before = defaultDayOf(await loadReference(trx));
    if (before !== input.seen) throw new AppError('VERSION_CONFLICT');
    if (before === input.day) return { reports: 0 };
    await saveSetting(trx, DEFAULT_DAY, String(input.day));
    const changes = { defaultDay: { from: before, to: input.day } };
    await recordAudit(trx, actor.id, [
      { event: 'setting.changed', subjectType: 'setting', subjectId: DEFAULT_DAY, data: { changes } },
    ]);
    return moveDueDates(trx);
  });
}

/** How many working days verifiers have. */
export async function setVerificationDays(
  handle: DatabaseHandle,
  actor: Actor,
  input: SetVerificationDaysInput,
): Promise<{ verificationDays: number }> {
  return handle.transaction(async (trx) => {
    const before = verificationDaysIn(await loadReference(trx));
    if (before !== input.seen) throw new AppError('VERSION_CONFLICT');
    if (before !== input.days) {
      await saveSetting(trx, VERIFICATION_DAYS, String(input.days));
      const changes = { verificationDays: { from: before, to: input.days } };
      await recordAudit(trx, actor.id, [
        { event: 'setting.changed', subjectType: 'setting', subjectId: VERIFICATION_DAYS, data: { changes } },
      ]);
    }
    return { verificationDays: input.days };
  });
}

/** For how many days after the deadline figures are taken; null: for ever. */
export async function setLock(
  handle: DatabaseHandle,
  actor: Actor,
  input: SetLockInput,
): Promise<{ lockAfterDays: number | null }> {
  return handle.transaction(async (trx) => {
    const before = lockDaysIn(await loadReference(trx));
    if (before !== input.seen) throw new AppError('VERSION_CONFLICT');
    if (before !== input.days) {
      if (input.days === null) await deleteSetting(trx, LOCK_AFTER_DAYS);
      else await saveSetting(trx, LOCK_AFTER_DAYS, String(input.days));
      const changes = { lockAfterDays: { from: before, to: input.days } };
      await recordAudit(trx, actor.id, [
        { event: 'setting.changed', subjectType: 'setting', subjectId: LOCK_AFTER_DAYS, data: { changes } },
      ]);
    }
    return { lockAfterDays: input.days };
  });
}

export async function createDeadline(
  handle: DatabaseHandle,
  actor: Actor,
  input: CreateDeadlineInput,
): Promise<Changed> {
  return handle.transaction(async (trx) => {
    await assertNone(trx, input);
    const row: DeadlineRow = { ...input, id: uuid(), version: 1, createdAt: new Date().toISOString() };
    await insertDeadline(trx, row);
    await recordAudit(trx, actor.id, [
      { event: 'deadline.created', subjectType: 'deadline', subjectId: row.id, data: { ...input } },
    ]);
    return moveDueDates(trx);
  });
}

export async function changeDeadline(
  handle: DatabaseHandle,
  actor: Actor,
  input: UpdateDeadlineInput,
): Promise<Changed> {
  const { id, version, ...patch } = input;
  return handle.transaction(async (trx) => {
    const before = await getDeadline(trx, input);
    await assertNone(trx, patch, id);
    const changes = changedFields<DeadlineRow>(before, patch);
    if (Object.keys(changes).length === 0) return { reports: 0 };
    await updateDeadline(trx, id, version, patch);
    const { issueId, month } = before;
    await recordAudit(trx, actor.id, [
      { event: 'deadline.changed', subjectType: 'deadline', subjectId: id, data: { issueId, month, changes } },
    ]);
    return moveDueDates(trx);
  });
}

export async function removeDeadline(handle: DatabaseHandle, actor: Actor, input: DeadlineRefInput): Promise<Changed> {
  return handle.transaction(async (trx) => {
    const { issueId, month, dueDay, dueDate } = await getDeadline(trx, input);
    await deleteDeadline(trx, input.id);
    await recordAudit(trx, actor.id, [
      {
        event: 'deadline.deleted',
        subjectType: 'deadline',
        subjectId: input.id,
        data: { issueId, month, dueDay, dueDate },
      },
    ]);
    return moveDueDates(trx);
  });
}

async function getDeadline(trx: Transaction<Database>, { id, version }: DeadlineRefInput): Promise<DeadlineRow> {
  const row = await findDeadline(trx, id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.version !== version) throw new AppError('VERSION_CONFLICT', { params: { version: row.version } });
  return row;
}

async function assertNone(
  trx: Transaction<Database>,
  scope: Pick<DeadlineRow, 'issueId' | 'month'>,
  ownId?: string,
): Promise<void> {
  const other = await findExceptionId(trx, scope);
  if (other !== undefined && other !== ownId) throw new AppError('DEADLINE_EXISTS');
}

/** Lists take the deadline from the rule as it is now; the date that open reports carry must say the same. */
async function moveDueDates(trx: Transaction<Database>): Promise<Changed> {
  const reference = await loadReference(trx);
  let reports = 0;
  for (const open of await listOpenDueDates(trx)) {
    const dueDate = dueDateOf(reference, open);
    if (dueDate !== open.dueDate) reports += await moveDueDate(trx, open, dueDate);
  }
  return { reports };
}
