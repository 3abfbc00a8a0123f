import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { groupBy } from '#shared/group-by.ts';
import type { Catalogue } from './catalogue.ts';
import { listPublished, listTargets, type PublishedRow, type TargetRow } from './figure.queries.ts';

/** What an area's reports are held against, by indicator: it changes with the reference data, not with a report. */
export interface LastingRows {
  /** Months ascending, the leading one of each month first. */
  published: ReadonlyMap<string, readonly PublishedRow[]>;
  /** Months ascending. */
  targets: ReadonlyMap<string, readonly TargetRow[]>;
}

/** Lives as long as the catalogue of the same reference data. */
const keptByCatalogue = new WeakMap<Catalogue, Map<string, LastingRows>>();

/** Published figures and targets of some areas; read once, since every page asks for them. */
export async function lastingRowsOf(
  db: Kysely<Database>,
  catalogue: Catalogue,
  areaIds: readonly string[],
): Promise<ReadonlyMap<string, LastingRows>> {
  const kept = keptByCatalogue.get(catalogue) ?? new Map<string, LastingRows>();
  keptByCatalogue.set(catalogue, kept);
  const missing = areaIds.filter((id) => !kept.has(id));
  if (missing.length > 0) {
    for (const [id, rows] of await readLastingRows(db, missing)) kept.set(id, rows);
  }
  const found = new Map<string, LastingRows>();
  for (const id of areaIds) {
    const rows = kept.get(id);
    if (rows) found.set(id, rows);
  }
  return found;
}

async function readLastingRows(db: Kysely<Database>, areaIds: readonly string[]): Promise<[string, LastingRows][]> {
  const [published, targets] = await Promise.all([listPublished(db, areaIds), listTargets(db, areaIds)]);
  const publishedByArea = groupBy(published.toSorted(compareRows), (row) => row.areaId);
  const targetsByArea = groupBy(targets, (row) => row.areaId);
  return areaIds.map((id) => [
    id,
    {
      published: groupBy(publishedByArea.get(id) ?? [], (row) => row.indicatorId),
      targets: groupBy(targetsByArea.get(id) ?? [], (row) => row.indicatorId),
    },
  ]);
}

function compareRows(a: PublishedRow, b: PublishedRow): number {
  return a.month < b.month ? -1 : a.month > b.month ? 1 : compareLead(a, b);
}

const trust = { H: 0, M: 1, L: 2 } as const;

/** Of several figures of one month: the leading series, then the invented last, then the one that is trusted most. */
function compareLead(a: PublishedRow, b: PublishedRow): number {
  const rank = (row: PublishedRow) => (row.confidence ? trust[row.confidence] : 3);
  return a.seriesOrder - b.seriesOrder || a.isSample - b.isSample || rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}
