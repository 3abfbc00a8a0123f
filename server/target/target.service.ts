import type { Kysely, Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { Actor } from '#server/context.ts';
import {
  type CreateTargetInput,
  type TargetPoint,
  type TargetRefInput,
  targetProblems,
  type UpdateTargetInput,
} from '#shared/target.ts';
import {
  areaExists,
  deleteTarget,
  findPointId,
  findTarget,
  findTargetIndicator,
  insertTarget,
  listTargetIndicators,
  listTargetRows,
  type TargetRow,
  updateTarget,
} from './target.queries.ts';

/** Every indicator that can have a target, and every point of the planned paths. */
export async function listTargets({ db }: DatabaseHandle) {
  const indicators = await listTargetIndicators(db);
  const points = await listTargetRows(db);
  return {
    indicators: indicators.map((row) => ({ ...row, allowsNegative: row.allowsNegative === 1 })),
    points: points.map((row): TargetPoint => ({ ...row, isSample: row.isSample === 1 })),
  };
}

export async function createTarget(
  handle: DatabaseHandle,
  actor: Actor,
  input: CreateTargetInput,
): Promise<{ id: string }> {
  return handle.transaction(async (trx) => {
    if (!(await areaExists(trx, input.areaId)))
      throw new AppError('BAD_INPUT', { fields: { areaId: 'CHOICE_REQUIRED' } });
    await assertPoint(trx, input);
    const now = new Date().toISOString();
    const row: TargetRow = { ...input, id: uuid(), isSample: 0, version: 1, createdAt: now, updatedAt: now };
    await insertTarget(trx, row);
    await recordAudit(trx, actor.id, [
      { event: 'target.created', subjectType: 'target', subjectId: row.id, data: { ...input } },
    ]);
    return { id: row.id };
  });
}

export async function changeTarget(handle: DatabaseHandle, actor: Actor, input: UpdateTargetInput): Promise<void> {
  const { id, version, ...patch } = input;
  await handle.transaction(async (trx) => {
    const before = await getTarget(trx, input);
    await assertPoint(trx, { ...before, ...patch }, id);
    const changes = changedFields<TargetRow>(before, patch);
    if (Object.keys(changes).length === 0) return;
    await updateTarget(trx, id, version, { ...patch, updatedAt: new Date().toISOString() });
    const { indicatorId, areaId, month } = before;
    await recordAudit(trx, actor.id, [
      { event: 'target.changed', subjectType: 'target', subjectId: id, data: { indicatorId, areaId, month, changes } },
    ]);
  });
}

export async function removeTarget(handle: DatabaseHandle, actor: Actor, input: TargetRefInput): Promise<void> {
  await handle.transaction(async (trx) => {
    const { indicatorId, areaId, month, kind, value, low, high, legalBasis } = await getTarget(trx, input);
    await deleteTarget(trx, input.id);
    await recordAudit(trx, actor.id, [
      {
        event: 'target.deleted',
        subjectType: 'target',
        subjectId: input.id,
        data: { indicatorId, areaId, month, kind, value, low, high, legalBasis },
      },
    ]);
  });
}

async function getTarget(trx: Transaction<Database>, { id, version }: TargetRefInput): Promise<TargetRow> {
  const row = await findTarget(trx, id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.version !== version) throw new AppError('VERSION_CONFLICT', { params: { version: row.version } });
  return row;
}

async function assertPoint(db: Kysely<Database>, point: CreateTargetInput, ownId?: string): Promise<void> {
  const indicator = await findTargetIndicator(db, point.indicatorId);
  if (!indicator) throw new AppError('BAD_INPUT', { fields: { indicatorId: 'CHOICE_REQUIRED' } });
  const problems = targetProblems(point, { ...indicator, allowsNegative: indicator.allowsNegative === 1 });
  if (problems.length > 0) {
    throw new AppError('BAD_INPUT', { fields: Object.fromEntries(problems.map(({ field, code }) => [field, code])) });
  }
  const other = await findPointId(db, point);
  if (other !== undefined && other !== ownId) {
    throw new AppError('TARGET_POINT_EXISTS', { fields: { month: 'TARGET_POINT_EXISTS' } });
  }
}
