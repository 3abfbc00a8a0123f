import type { DatabaseHandle } from '#db/connection.ts';
import type { Month } from '#shared/month.ts';
import { listHandedInKeys, listMonthMarks } from './report.queries.ts';

interface Kept {
  mark: string;
  keys: ReadonlySet<string>;
}

const keptByDatabase = new WeakMap<DatabaseHandle, Map<Month, Kept>>();

/**
 * The keys of the reports that are handed in, by month. There is one for nearly every report since the beginning, and
 * nearly all are of months that nobody touches any more: a month is read again only when its mark has changed.
 */
export async function handedInKeys(
  handle: DatabaseHandle,
  months: readonly Month[],
): Promise<ReadonlyMap<Month, ReadonlySet<string>>> {
  const kept = keptByDatabase.get(handle) ?? new Map<Month, Kept>();
  keptByDatabase.set(handle, kept);
  const found = new Map<Month, ReadonlySet<string>>();
  const stale: { month: Month; mark: string }[] = [];
  for (const { month, mark } of await listMonthMarks(handle.db, months)) {
    const known = kept.get(month);
    if (known?.mark === mark) found.set(month, known.keys);
    else stale.push({ month, mark });
  }
  // After the marks: what changes in between is kept under an old mark, and therefore read once more the next time.
  const rows = await listHandedInKeys(
    handle.db,
    stale.map(({ month }) => month),
  );
  for (const { month, mark } of stale) {
    const keys = new Set(rows.filter((row) => row.month === month).map((row) => row.reportKey));
    found.set(month, keys);
    kept.set(month, { mark, keys });
  }
  return found;
}
