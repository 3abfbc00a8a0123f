import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import { applyRollupDelta, type RollupPlace, rollupPlaces } from '#db/rollup.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import type { EntryState } from '#shared/entry.ts';
import { contribution, type RollupDelta, rollupDelta } from '#shared/rollup.ts';
import { type EntryRow, insertEntry, insertRevision, type RevisionRow, updateEntry } from './entry.queries.ts';

export {
  type EntryRow,
  findEntry,
  findVerifiedReason,
  insertComment,
  listAreaEntries,
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
}

/** What of a cell is its state; the rest says who and why. */
export function stateOfEntry({ kind, value, status, verifiedKind, verifiedValue }: EntryRow): EntryState {
  return { kind, value, status, verifiedKind, verifiedValue };
}

/** Names a cell in the audit log. */
export function entrySubjectId({ indicatorId, areaId, month }: Pick<EntryRow, 'indicatorId' | 'areaId' | 'month'>) {
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
    id: uuid(),
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
}

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
