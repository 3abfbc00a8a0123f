import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import { addToRollups, applyRollupDelta, type RollupPlace, rollupPlaces } from '#db/rollup.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import type { EntryKind, EntryState } from '#shared/entry.ts';
import { contribution, type RollupDelta, rollupDelta } from '#shared/rollup.ts';
import { breathe } from './bulk-entries.ts';
import {
  type EntryRow,
  findRevision,
  insertEntry,
  insertRevision,
  type RevisionRow,
  updateEntry,
} from './entry.queries.ts';

export { breathe, writeEntries } from './bulk-entries.ts';
export {
  type EntryRow,
  findEntry,
  findVerifiedReason,
  insertComment,
  listAreaEntries,
  listHeldFigures,
  listReportEntries,
  listRowEntries,
  moveComments,
  type NeighbourRow,
} from './entry.queries.ts';

export interface EntryChange {
  before: EntryRow | undefined;
  after: EntryRow;
  action: RevisionRow['action'];
  actorId: string | null;
  at: string;
  /** Why it was done, where that is not the reason kept in the cell: a return. */
  reason?: string;
  /** Its revision's id, where the person's device gave the change one: a second revision with that id cannot be written. */
  changeId?: string | undefined;
}

export type CellKey = Pick<EntryRow, 'indicatorId' | 'areaId' | 'month'>;

/** Words of a change; what is left out is null. */
export type SetAsideFigure = Pick<RevisionRow, 'reason' | 'note' | 'source'> & {
  kind: EntryKind;
  value: number | null;
};

/** What of a cell is its state; the rest says who and why. */
export function stateOfEntry({ kind, value, status, verifiedKind, verifiedValue }: EntryRow): EntryState {
  return { kind, value, status, verifiedKind, verifiedValue };
}

/** Names a cell in the audit log. */
export function entrySubjectId({ indicatorId, areaId, month }: CellKey) {
  return `${indicatorId}_${areaId}_${month}`;
}

/**
 * Writes a cell and its revision; the rollups are the caller's (`rollupBatch`).
 * @throws AppError ENTRY_VERSION_CONFLICT when the cell is no longer as `before`
 */
export async function writeEntry(trx: Kysely<Database>, change: EntryChange): Promise<void> {
  const { before, after, action, actorId, at } = change;
  if (before) {
    const updated = await updateEntry(trx, { ...after, expectedVersion: before.version });
    if (updated.length === 0) throw new AppError('ENTRY_VERSION_CONFLICT');
  } else {
    await insertEntry(trx, after);
  }
  await insertRevision(trx, {
    id: change.changeId ?? uuid(),
    indicatorId: after.indicatorId,
    month: after.month,
    areaId: after.areaId,
    version: after.version,
    action,
    fromKind: before?.kind ?? null,
    fromValue: before?.value ?? null,
    toKind: after.kind,
    toValue: after.value,
    reason: change.reason ?? after.reason,
    note: after.note,
    source: after.source,
    actorId,
    at,
  });
}

/**
 * Whether a change that is asked again was written already: by this person, in this cell.
 * @throws AppError BAD_INPUT when the id belongs to another cell or another person
 */
export async function isWritten(
  db: Kysely<Database>,
  changeId: string,
  cell: CellKey,
  actor: { id: string },
): Promise<boolean> {
  const [revision] = await findRevision(db, { id: changeId });
  if (!revision) return false;
  const isTheirs =
    revision.actorId === actor.id &&
    revision.indicatorId === cell.indicatorId &&
    revision.areaId === cell.areaId &&
    revision.month === cell.month;
  if (!isTheirs) throw new AppError('BAD_INPUT', { fields: { changeId: 'ID_IN_USE' } });
  return true;
}

/** Keeps a figure that lost a conflict among the cell's revisions. The cell, its version and all sums stay as they are. */
export async function writeSetAside(
  trx: Kysely<Database>,
  cell: CellKey,
  input: { changeId: string; before: EntryRow | undefined; figure: SetAsideFigure; actorId: string; at: string },
): Promise<void> {
  const { changeId, before, figure, actorId, at } = input;
  await insertRevision(trx, {
    id: changeId,
    indicatorId: cell.indicatorId,
    month: cell.month,
    areaId: cell.areaId,
    version: before?.version ?? 0,
    action: 'set_aside',
    fromKind: before?.kind ?? null,
    fromValue: before?.value ?? null,
    toKind: figure.kind,
    toValue: figure.value,
    reason: figure.reason,
    note: figure.note,
    source: figure.source,
    actorId,
    at,
  });
}

/** How many held sample cells the cell adds to its rollups: 0 or 1. */
function sampleHeldOf(entry: EntryRow | undefined): number {
  if (entry?.isSample !== 1) return 0;
  const { submittedHeld, verifiedHeld } = contribution(stateOfEntry(entry));
  return Math.max(submittedHeld, verifiedHeld);
}

export interface RollupBatch {
  add(before: EntryRow | undefined, after: EntryRow | undefined): void;
  /** Writes what was added; afterwards the batch is empty. */
  apply(trx: Kysely<Database>): Promise<void>;
  /** The same for thousands of cells: hundreds of rows in a statement, with breath between them. */
  applyInBulk(trx: Kysely<Database>, onProgress: (done: number, total: number) => void): Promise<void>;
}

/** Below the parameters that either engine allows in one statement, at 14 columns. */
const ROLLUPS_PER_STATEMENT = 300;

interface Pending {
  indicatorId: string;
  month: string;
  place: RollupPlace;
  delta: RollupDelta;
  sampleHeld: number;
}

/** Adds up what many cells change in the rollups, so that each row above them is written once. */
export function rollupBatch(reference: Reference): RollupBatch {
  const pending = new Map<string, Pending>();
  return {
    add(before, after) {
      const entry = after ?? before;
      const indicator = entry && reference.indicatorById.get(entry.indicatorId);
      if (!entry || !indicator) return;
      const delta = rollupDelta(before && stateOfEntry(before), after && stateOfEntry(after));
      const sampleHeld = sampleHeldOf(after) - sampleHeldOf(before);
      for (const place of rollupPlaces(entry.areaId, indicator, reference.areaById)) {
        const key = `${entry.indicatorId} ${entry.month} ${place.areaId}`;
        const known = pending.get(key);
        if (known) {
          known.delta = sumOf(known.delta, delta);
          known.sampleHeld += sampleHeld;
        } else {
          pending.set(key, { indicatorId: entry.indicatorId, month: entry.month, place, delta, sampleHeld });
        }
      }
    },
    async apply(trx) {
      for (const { indicatorId, month, place, delta, sampleHeld } of pending.values()) {
        await applyRollupDelta(trx, { indicatorId, month }, [place], delta, sampleHeld);
      }
      pending.clear();
    },
    async applyInBulk(trx, onProgress) {
      const rows = [...pending.values()].map(({ indicatorId, month, place, delta, sampleHeld }) => ({
        ...{ indicatorId, month, sampleHeld },
        ...place,
        ...delta,
      }));
      for (let from = 0; from < rows.length; from += ROLLUPS_PER_STATEMENT) {
        await addToRollups(trx, rows.slice(from, from + ROLLUPS_PER_STATEMENT));
        onProgress(Math.min(rows.length, from + ROLLUPS_PER_STATEMENT), rows.length);
        await breathe();
      }
      pending.clear();
    },
  };
}

function sumOf(left: RollupDelta, right: RollupDelta): RollupDelta {
  return {
    verifiedSum: left.verifiedSum + right.verifiedSum,
    verifiedHeld: left.verifiedHeld + right.verifiedHeld,
    verifiedNa: left.verifiedNa + right.verifiedNa,
    submittedSum: left.submittedSum + right.submittedSum,
    submittedHeld: left.submittedHeld + right.submittedHeld,
    submittedNa: left.submittedNa + right.submittedNa,
  };
}
