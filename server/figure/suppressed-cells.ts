import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DataScope } from '#shared/figure.ts';
import { groupBy } from '#shared/group-by.ts';
import { fromScaled } from '#shared/scale.ts';
import { suppressedPositions } from '#shared/suppression.ts';
import type { IndicatorRow, RollupRange } from './figure.queries.ts';

/** A cell as a text: `indicator|area|month`. */
export function cellKey(cell: { indicatorId: string; areaId: string; month: string }): string {
  return `${cell.indicatorId}|${cell.areaId}|${cell.month}`;
}

/** Kemendagri codes have a part per level: province, regency, district, village. */
function isVillage(areaId: string): boolean {
  return areaId.split('.').length === 4;
}

/**
 * The villages' cells that are hidden from the public so that nobody can work out a small one from its district's total.
 * All villages of the district decide together, also where only one of them is read; other levels cost nothing.
 */
export async function suppressedCells(
  db: Kysely<Database>,
  range: RollupRange & { scope: DataScope },
  indicators: ReadonlyMap<string, IndicatorRow>,
): Promise<ReadonlySet<string>> {
  const parentIds = [
    ...new Set(range.areas.flatMap(({ id, parentId }) => (isVillage(id) && parentId ? [parentId] : []))),
  ];
  const indicatorIds = range.indicatorIds.filter((id) => indicators.get(id)?.aggregation === 'sum');
  if (parentIds.length === 0 || indicatorIds.length === 0) return new Set();
  let query = db
    .selectFrom('rollup')
    .select(['indicatorId', 'parentId', 'areaId', 'month'])
    .select(['verifiedSum', 'verifiedHeld', 'submittedSum', 'submittedHeld'])
    .where('indicatorId', 'in', indicatorIds)
    .where('parentId', 'in', parentIds)
    .where('month', '>=', range.from)
    .where('month', '<=', range.to);
  if (range.months) query = query.where('month', 'in', range.months);
  const rows = await query.execute();

  const isVerified = range.scope === 'verified';
  const groups = groupBy(rows, (row) => `${row.indicatorId}|${row.parentId}|${row.month}`);
  const hidden = new Set<string>();
  for (const group of groups.values()) {
    const decimals = indicators.get(group[0]?.indicatorId ?? '')?.decimals ?? 0;
    const values = group.map((row) => {
      const held = isVerified ? row.verifiedHeld : row.submittedHeld;
      return held > 0 ? fromScaled(isVerified ? row.verifiedSum : row.submittedSum, decimals) : null;
    });
    for (const position of suppressedPositions(values)) {
      const row = group[position];
      if (row) hidden.add(cellKey(row));
    }
  }
  return hidden;
}
