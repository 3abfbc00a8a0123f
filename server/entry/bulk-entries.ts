import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '#db/schema.ts';
import type { RevisionRow } from './entry.queries.ts';
import type { EntryChange } from './entry.service.ts';

/** Below the parameters that either engine allows in one statement, at 18 columns. */
const ROWS_PER_STATEMENT = 250;

/** Lets reads and other requests have their turn: SQLite answers without ever giving the event loop back by itself. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Writes many cells with their revisions, hundreds in a statement; the rollups are the caller's. Each cell comes once.
 * The changes must be made of cells that were read in this transaction: writers run one after the other, so that no
 * version can have moved since.
 */
export async function writeEntries(
  trx: Kysely<Database>,
  changes: readonly EntryChange[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  for (let from = 0; from < changes.length; from += ROWS_PER_STATEMENT) {
    const part = changes.slice(from, from + ROWS_PER_STATEMENT);
    await trx
      .insertInto('entry')
      .values(part.map(({ after }) => after))
      .onConflict((conflict) =>
        conflict.columns(['indicatorId', 'month', 'areaId']).doUpdateSet((eb) => ({
          reportId: eb.ref('excluded.reportId'),
          kind: eb.ref('excluded.kind'),
          value: eb.ref('excluded.value'),
          status: eb.ref('excluded.status'),
          verifiedKind: eb.ref('excluded.verifiedKind'),
          verifiedValue: eb.ref('excluded.verifiedValue'),
          version: eb.ref('excluded.version'),
          note: eb.ref('excluded.note'),
          source: eb.ref('excluded.source'),
          reason: eb.ref('excluded.reason'),
          isSample: eb.ref('excluded.isSample'),
          enteredById: eb.ref('excluded.enteredById'),
          enteredAt: eb.ref('excluded.enteredAt'),
          verifiedById: eb.ref('excluded.verifiedById'),
          verifiedAt: eb.ref('excluded.verifiedAt'),
        })),
      )
      .execute();
    await trx.insertInto('entry_revision').values(part.map(revisionOf)).execute();
    onProgress(Math.min(changes.length, from + ROWS_PER_STATEMENT));
    await breathe();
  }
}

function revisionOf({ before, after, action, actorId, at, reason, changeId }: EntryChange): RevisionRow {
  return {
    id: changeId ?? uuid(),
    indicatorId: after.indicatorId,
    month: after.month,
    areaId: after.areaId,
    version: after.version,
    action,
    fromKind: before?.kind ?? null,
    fromValue: before?.value ?? null,
    toKind: after.kind,
    toValue: after.value,
    reason: reason ?? after.reason,
    note: after.note,
    source: after.source,
    actorId,
    at,
  };
}
