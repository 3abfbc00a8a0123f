import type { Kysely, Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { Actor } from '#server/context.ts';
import { loadReference, type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { reassignOpenEntries } from '#server/report/report.service.ts';
import type {
  AssignmentAdmin,
  AssignmentChange,
  AssignmentEffect,
  ClosingEffectInput,
  ListAssignmentsInput,
} from '#shared/assignment-admin.ts';
import type { AuditEvent } from '#shared/audit-event.ts';
import {
  type AssignmentRow,
  deleteAssignment,
  findAssignment,
  insertAssignment,
  listAssignmentsOfAgency,
  listNamedAssignments,
  listNamedBeyond,
  updateAssignment,
} from './assignment-admin.queries.ts';
import { effectOf } from './assignment-effect.ts';
import { type AssignmentPlan, assertPlan, dayBefore, emptyPlan, nextDay, reachOf } from './assignment-plan.ts';

type NamedRow = Awaited<ReturnType<typeof listNamedBeyond>>[number];

export function toAssignmentAdmin(row: NamedRow): AssignmentAdmin {
  return { ...row, isSample: row.isSample === 1 };
}

export async function listAssignments(handle: DatabaseHandle, filter: ListAssignmentsInput) {
  const { total, rows } = await listNamedAssignments(handle.db, filter);
  return { total, rows: rows.map(toAssignmentAdmin) };
}

/** What a change would do to cells that are filled in. Refused as the change itself would be. */
export async function previewChange(
  handle: DatabaseHandle,
  change: AssignmentChange,
  today: string,
): Promise<AssignmentEffect> {
  const reference = await referenceOf(handle);
  const plan = await planChange(handle.db, change, today);
  assertPlan(reference, plan);
  return effectOf(handle.db, reference, plan);
}

/** Writes the change and moves the open cells it makes another agency's, in one transaction. */
export async function changeAssignment(
  handle: DatabaseHandle,
  actor: Actor,
  change: AssignmentChange,
  today: string,
): Promise<{ movedCells: number }> {
  return handle.transaction(async (trx) => {
    const plan = await planChange(trx, change, today);
    return { movedCells: await carryOut(trx, actor, plan) };
  });
}

async function planChange(db: Kysely<Database>, change: AssignmentChange, today: string): Promise<AssignmentPlan> {
  const plan = emptyPlan();
  if (change.kind === 'create') {
    const { kind, ...facts } = change;
    assertTask(facts);
    plan.inserts.push(newRow(facts));
    return plan;
  }
  const before = await findAssignment(db, change.id);
  if (!before) throw new AppError('NOT_FOUND');
  if (before.version !== change.version)
    throw new AppError('VERSION_CONFLICT', { params: { version: before.version } });
  switch (change.kind) {
    case 'correct': {
      const { kind, id, version, ...patch } = change;
      plan.updates.push({ before, patch });
      return plan;
    }
    case 'end':
      plan.updates.push({ before, patch: { validTo: change.validTo } });
      return plan;
    case 'hand_over': {
      const { kind, id, version, ...facts } = change;
      if (facts.validFrom <= before.validFrom) {
        throw new AppError('ASSIGNMENT_DATES_INVALID', { fields: { validFrom: 'DATES_REVERSED' } });
      }
      const { role, issueId, areaId, validTo } = before;
      if (validTo !== null && facts.validFrom > nextDay(validTo)) {
        throw new AppError('ASSIGNMENT_DATES_INVALID', { fields: { validFrom: 'TASK_ENDED_BEFORE' } });
      }
      // What was handed over after its end goes on without one.
      const isPast = validTo !== null && facts.validFrom > validTo;
      plan.updates.push({ before, patch: { validTo: dayBefore(facts.validFrom) } });
      plan.inserts.push(newRow({ ...facts, role, issueId, areaId, validTo: isPast ? null : validTo }));
      return plan;
    }
    case 'remove':
      if (before.validFrom <= today) throw new AppError('ASSIGNMENT_HAS_BEGUN');
      plan.removals.push(before);
      return plan;
  }
}

type NewAssignment = Omit<AssignmentRow, 'id' | 'isSample' | 'version' | 'createdAt'>;

/** An owner owns an area; a coordinator coordinates an issue. */
function assertTask({ role, issueId, areaId }: NewAssignment): void {
  if (role === 'area_owner' && areaId === null)
    throw new AppError('BAD_INPUT', { fields: { areaId: 'CHOICE_REQUIRED' } });
  if (role === 'issue_coordinator' && issueId === null) {
    throw new AppError('BAD_INPUT', { fields: { issueId: 'CHOICE_REQUIRED' } });
  }
}

function newRow(facts: NewAssignment): AssignmentRow {
  return { ...facts, id: uuid(), isSample: 0, version: 1, createdAt: new Date().toISOString() };
}

/** @returns how many open cells went to another agency */
async function carryOut(trx: Transaction<Database>, actor: Actor, plan: AssignmentPlan): Promise<number> {
  const reference = await loadReference(trx);
  assertPlan(reference, plan);
  assertAreas(reference, plan);
  for (const { before, patch } of plan.updates) {
    if (!(await updateAssignment(trx, before.id, before.version, patch))) throw new AppError('VERSION_CONFLICT');
  }
  for (const row of plan.removals) {
    if (!(await deleteAssignment(trx, row.id, row.version))) throw new AppError('VERSION_CONFLICT');
  }
  for (const row of plan.inserts) await insertAssignment(trx, row);
  await recordAudit(trx, actor.id, eventsOf(plan));
  let moved = 0;
  for (const reach of reachOf(plan)) moved += await reassignOpenEntries(trx, actor, reach);
  return moved;
}

function assertAreas(reference: Reference, plan: AssignmentPlan): void {
  for (const { areaId } of plan.inserts) {
    if (areaId !== null && !reference.areaById.has(areaId)) {
      throw new AppError('BAD_INPUT', { fields: { areaId: 'CHOICE_REQUIRED' } });
    }
  }
}

function eventsOf(plan: AssignmentPlan): AuditEvent[] {
  const task = ({ role, issueId, areaId, agencyId }: AssignmentRow) => ({ role, issueId, areaId, agencyId });
  return [
    ...plan.updates.map(({ before, patch }): AuditEvent => {
      const changes = changedFields<AssignmentRow>(before, patch);
      const isEnd = Object.keys(changes).join() === 'validTo' && patch.validTo !== null;
      return {
        event: isEnd ? 'assignment.ended' : 'assignment.changed',
        subjectType: 'assignment',
        subjectId: before.id,
        data: { ...task(before), changes },
      };
    }),
    ...plan.removals.map((row): AuditEvent => {
      const { validFrom, validTo } = row;
      return {
        event: 'assignment.deleted',
        subjectType: 'assignment',
        subjectId: row.id,
        data: { ...task(row), validFrom, validTo },
      };
    }),
    ...plan.inserts.map((row): AuditEvent => {
      const { validFrom, validTo, legalBasis, source, confidence } = row;
      return {
        event: 'assignment.created',
        subjectType: 'assignment',
        subjectId: row.id,
        data: { ...task(row), validFrom, validTo, legalBasis, source, confidence },
      };
    }),
  ];
}

/** What closing an agency on that day does: assignments that go on beyond it end, or go to its heir. */
async function planClosing(db: Kysely<Database>, input: ClosingEffectInput, legalBasis: string | null) {
  const plan = emptyPlan();
  for (const before of await listAssignmentsOfAgency(db, input.agencyId)) {
    if (before.validTo !== null && before.validTo <= input.validTo) continue;
    if (before.validFrom > input.validTo) {
      if (input.heirId === null) plan.removals.push(before);
      else plan.updates.push({ before, patch: { agencyId: input.heirId } });
      continue;
    }
    plan.updates.push({ before, patch: { validTo: input.validTo } });
    if (input.heirId === null) continue;
    const { role, issueId, areaId, validTo, source, confidence, isSample } = before;
    const facts = { agencyId: input.heirId, role, issueId, areaId, validTo, source, confidence };
    plan.inserts.push({ ...newRow({ ...facts, legalBasis, validFrom: nextDay(input.validTo) }), isSample });
  }
  return plan;
}

export async function previewClosing(handle: DatabaseHandle, input: ClosingEffectInput) {
  const reference = await referenceOf(handle);
  const plan = await planClosing(handle.db, input, null);
  assertPlan(reference, plan);
  const assignments = await listNamedBeyond(handle.db, input.agencyId, input.validTo);
  return { ...(await effectOf(handle.db, reference, plan)), assignments: assignments.map(toAssignmentAdmin) };
}

/**
 * Ends an agency's assignments on its last day, in the transaction that closes it.
 * @returns how many open cells went to another agency
 */
export async function endAssignmentsOf(
  trx: Transaction<Database>,
  actor: Actor,
  input: ClosingEffectInput,
  legalBasis: string | null,
): Promise<number> {
  const plan = await planClosing(trx, input, legalBasis);
  if (plan.updates.length + plan.removals.length === 0) return 0;
  return carryOut(trx, actor, plan);
}
