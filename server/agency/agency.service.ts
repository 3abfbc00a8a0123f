import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { endAssignmentsOf } from '#server/assignment/assignment-admin.service.ts';
import { recordAudit } from '#server/audit.ts';
import { changedFields } from '#server/changed-fields.ts';
import type { Actor } from '#server/context.ts';
import { loadReference, successorsOf } from '#server/reference/reference.service.ts';
import type {
  AgencyAdmin,
  AgencyRefInput,
  CloseAgencyInput,
  CreateAgencyInput,
  UpdateAgencyInput,
} from '#shared/agency.ts';
import { groupBy } from '#shared/group-by.ts';
import {
  type AgencyRow,
  countUses,
  deleteAgency,
  findAgency,
  findFirstTask,
  insertAgency,
  isNamedInLinks,
  listAgencyRows,
  listSuccessors,
  replaceSuccessors,
  updateAgency,
} from './agency.queries.ts';

export async function listAgencies({ db }: DatabaseHandle): Promise<AgencyAdmin[]> {
  const rows = await listAgencyRows(db);
  const successors = groupBy(await listSuccessors(db), (row) => row.agencyId);
  const uses = await countUses(db);
  return rows.map((row) => ({
    ...row,
    successors: (successors.get(row.id) ?? []).map(({ successorId, note }) => ({ agencyId: successorId, note })),
    usage: {
      assignments: uses.assignment.get(row.id) ?? 0,
      reports: uses.report.get(row.id) ?? 0,
      users: uses.user.get(row.id) ?? 0,
      smallWins: uses.small_win.get(row.id) ?? 0,
    },
  }));
}

export async function createAgency(
  handle: DatabaseHandle,
  actor: Actor,
  input: CreateAgencyInput,
): Promise<{ id: string }> {
  return handle.transaction(async (trx) => {
    await assertAbbrFree(trx, input.abbr, input.validFrom, null);
    const row: AgencyRow = { ...input, id: uuid(), validTo: null, version: 1 };
    await insertAgency(trx, row);
    const { id, version, ...data } = row;
    await recordAudit(trx, actor.id, [{ event: 'agency.created', subjectType: 'agency', subjectId: id, data }]);
    return { id };
  });
}

export async function changeAgency(handle: DatabaseHandle, actor: Actor, input: UpdateAgencyInput): Promise<void> {
  const { id, version, ...patch } = input;
  await handle.transaction(async (trx) => {
    const before = await getAgency(trx, input);
    if (before.validTo !== null && patch.validFrom > before.validTo) {
      throw new AppError('BAD_INPUT', { fields: { validFrom: 'DATES_REVERSED' } });
    }
    const firstTask = await findFirstTask(trx, id);
    if (patch.validFrom > before.validFrom && firstTask !== null && patch.validFrom > firstTask) {
      throw new AppError('BAD_INPUT', { fields: { validFrom: 'AGENCY_HAS_EARLIER_TASK' } });
    }
    if (patch.abbr !== before.abbr) await assertAbbrFree(trx, patch.abbr, patch.validFrom, before);
    const changes = changedFields<AgencyRow>(before, patch);
    if (Object.keys(changes).length === 0) return;
    await updateAgency(trx, id, version, patch);
    await recordAudit(trx, actor.id, [
      { event: 'agency.changed', subjectType: 'agency', subjectId: id, data: { abbr: patch.abbr, changes } },
    ]);
  });
}

/**
 * An agency ends: merged into one successor, split between several, or dissolved. Its assignments end with it or go to
 * an heir the next day; open cells of later months go along. What it reported stays its own.
 */
export async function closeAgency(
  handle: DatabaseHandle,
  actor: Actor,
  input: CloseAgencyInput,
): Promise<{ movedCells: number }> {
  return handle.transaction(async (trx) => {
    const before = await getAgency(trx, input);
    if (input.validTo < before.validFrom) throw new AppError('BAD_INPUT', { fields: { validTo: 'DATES_REVERSED' } });
    await assertSuccessors(trx, input);
    const { id, validTo, heirId } = input;
    const movedCells = await endAssignmentsOf(trx, actor, { agencyId: id, validTo, heirId }, null);
    await updateAgency(trx, id, input.version, { validTo });
    await replaceSuccessors(trx, id, input.successors);
    const successorIds = input.successors.map((each) => each.agencyId);
    await recordAudit(trx, actor.id, [
      {
        event: 'agency.closed',
        subjectType: 'agency',
        subjectId: id,
        data: { abbr: before.abbr, validTo, successorIds, heirId, movedCells },
      },
    ]);
    return { movedCells };
  });
}

/** For an agency that was closed by mistake. Assignments that ended with it are made again by hand. */
export async function reopenAgency(handle: DatabaseHandle, actor: Actor, input: AgencyRefInput): Promise<void> {
  await handle.transaction(async (trx) => {
    const before = await getAgency(trx, input);
    if (before.validTo === null) return;
    await updateAgency(trx, input.id, input.version, { validTo: null });
    await replaceSuccessors(trx, input.id, []);
    await recordAudit(trx, actor.id, [
      {
        event: 'agency.reopened',
        subjectType: 'agency',
        subjectId: input.id,
        data: { abbr: before.abbr, validTo: before.validTo },
      },
    ]);
  });
}

/** @throws AppError AGENCY_IN_USE when anything refers to it: what was used stays on record */
export async function removeAgency(handle: DatabaseHandle, actor: Actor, input: AgencyRefInput): Promise<void> {
  await handle.transaction(async (trx) => {
    const { id, version, ...facts } = await getAgency(trx, input);
    const uses = Object.values(await countUses(trx)).some((counts) => counts.has(id));
    const successors = await listSuccessors(trx);
    const isNamed = successors.some((row) => row.agencyId === id || row.successorId === id);
    if (uses || isNamed || (await isNamedInLinks(trx, id))) throw new AppError('AGENCY_IN_USE');
    await deleteAgency(trx, id);
    await recordAudit(trx, actor.id, [{ event: 'agency.deleted', subjectType: 'agency', subjectId: id, data: facts }]);
  });
}

async function getAgency(trx: Transaction<Database>, { id, version }: AgencyRefInput): Promise<AgencyRow> {
  const row = await findAgency(trx, id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.version !== version) throw new AppError('VERSION_CONFLICT', { params: { version: row.version } });
  return row;
}

/** Two agencies that exist at the same time do not share a short name: lists show nothing else. */
async function assertAbbrFree(
  trx: Transaction<Database>,
  abbr: string,
  validFrom: string,
  self: AgencyRow | null,
): Promise<void> {
  const wanted = abbr.toLowerCase();
  const end = self?.validTo ?? null;
  const other = (await listAgencyRows(trx)).find(
    (row) =>
      row.id !== self?.id &&
      row.abbr.toLowerCase() === wanted &&
      (row.validTo === null || row.validTo >= validFrom) &&
      (end === null || row.validFrom <= end),
  );
  if (other) throw new AppError('BAD_INPUT', { fields: { abbr: 'AGENCY_ABBR_TAKEN' } });
}

async function assertSuccessors(trx: Transaction<Database>, input: CloseAgencyInput): Promise<void> {
  const reference = await loadReference(trx);
  const ids = input.successors.map((each) => each.agencyId);
  if (new Set(ids).size !== ids.length) throw new AppError('BAD_INPUT', { fields: { successors: 'SUCCESSOR_TWICE' } });
  for (const id of ids) {
    const successor = reference.agencyById.get(id);
    const isThere = successor && (successor.validTo === null || successor.validTo > input.validTo);
    if (!isThere || id === input.id || successorsOf(reference, id).has(input.id)) {
      throw new AppError('BAD_INPUT', { fields: { successors: 'SUCCESSOR_NOT_THERE' } });
    }
  }
  if (input.heirId !== null && !ids.includes(input.heirId)) {
    throw new AppError('BAD_INPUT', { fields: { heirId: 'CHOICE_REQUIRED' } });
  }
}
