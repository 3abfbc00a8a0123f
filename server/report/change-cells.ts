import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { type EntryChange, type EntryRow, rollupBatch, stateOfEntry, writeEntry } from '#server/entry/entry.service.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import { countCells } from '#shared/report/counters.ts';
import { cellKey } from '#shared/report/summary.ts';
import { counterColumns, type ReportPatch, type ReportRow } from './report.queries.ts';

/** Writes the changes of many cells: each with its revision, the rows above them once. */
export async function changeCells(
  trx: Transaction<Database>,
  reference: Reference,
  changes: readonly EntryChange[],
): Promise<void> {
  const rollups = rollupBatch(reference);
  for (const change of changes) {
    await writeEntry(trx, change);
    rollups.add(change.before, change.after);
  }
  await rollups.apply(trx);
}

/** The report's cells with the changed ones in place of what they were. */
export function withChanges(entries: readonly EntryRow[], changes: readonly EntryChange[]): EntryRow[] {
  const changed = new Map(changes.map(({ after }) => [cellKey(after), after]));
  return entries.map((entry) => changed.get(cellKey(entry)) ?? entry);
}

/** Counters from the cells themselves, whenever all of them are at hand. */
export function countersPatch(report: ReportRow, entries: readonly EntryRow[], at: string): ReportPatch {
  return {
    ...counterColumns(countCells(entries.map(stateOfEntry), report.expectedCells)),
    updatedAt: at,
  };
}

/**
 * The cell that a verifier has looked at.
 * @throws AppError ENTRY_NOT_SUBMITTED when it is not in the report, ENTRY_VERSION_CONFLICT when it was changed since
 */
export function seenCell(
  entries: ReadonlyMap<string, EntryRow>,
  cell: { indicatorId: string; areaId: string; version: number },
): EntryRow {
  const entry = entries.get(cellKey(cell));
  if (!entry) throw new AppError('ENTRY_NOT_SUBMITTED');
  if (entry.version !== cell.version) {
    throw new AppError('ENTRY_VERSION_CONFLICT', {
      params: { kind: entry.kind, value: entry.value, status: entry.status, version: entry.version },
    });
  }
  return entry;
}
