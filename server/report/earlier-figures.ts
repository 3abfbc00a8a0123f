import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listAreaEntries, type NeighbourRow } from '#server/entry/entry.service.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import { addMonths, type Month } from '#shared/month.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { CellRef, EarlierCell } from '#shared/report.ts';

/** How far back the last figure is looked for, in months. */
const FARTHEST = 12;

/**
 * For cumulative cells without a figure last month, the last one before it. Asks the database only where one is missing.
 * @param previous last month's cells
 */
export async function listEarlierFigures(
  db: Kysely<Database>,
  reference: Reference,
  month: Month,
  cells: readonly CellRef[],
  previous: readonly Pick<NeighbourRow, 'indicatorId' | 'areaId' | 'value'>[],
): Promise<EarlierCell[]> {
  const held = new Set(previous.flatMap((entry) => (entry.value === null ? [] : cellKey(entry))));
  const missing = cells.filter(
    (cell) => reference.indicatorById.get(cell.indicatorId)?.measure === 'cumulative' && !held.has(cellKey(cell)),
  );
  if (missing.length === 0) return [];
  const rows = await listAreaEntries(db, {
    indicatorIds: [...new Set(missing.map((cell) => cell.indicatorId))],
    months: Array.from({ length: FARTHEST - 1 }, (_, index) => addMonths(month, -2 - index)),
    areaIds: [...new Set(missing.map((cell) => cell.areaId))],
  });
  const wanted = new Set(missing.map(cellKey));
  const latest = new Map<string, EarlierCell>();
  for (const { indicatorId, areaId, month: at, value } of rows) {
    const key = cellKey({ indicatorId, areaId });
    if (value === null || !wanted.has(key) || at < (latest.get(key)?.month ?? '')) continue;
    latest.set(key, { indicatorId, areaId, month: at, value });
  }
  return [...latest.values()];
}
