import type { Kysely, Selectable } from 'kysely';
import type { Database, SmallWinTable } from '#db/schema.ts';
import { fromScaled } from '#shared/scale.ts';
import { compareClaim, type SmallWinClaim } from '#shared/small-win.ts';
import { areaRows, type Catalogue, indicatorBrief, loadCatalogue, loadFigures } from './figure.service.ts';

type ClaimColumns = Pick<Selectable<SmallWinTable>, 'id' | 'indicatorId' | 'areaId' | 'month' | 'claimedValue'>;

interface Claimed {
  smallWinId: string;
  indicatorId: string;
  areaId: string;
  month: string;
  scaled: number;
}

function claimedBy(win: ClaimColumns, catalogue: Catalogue): Claimed[] {
  const { id, indicatorId, areaId, month, claimedValue } = win;
  if (indicatorId === null || areaId === null || month === null || claimedValue === null) return [];
  return catalogue.indicators.has(indicatorId)
    ? [{ smallWinId: id, indicatorId, areaId, month, scaled: claimedValue }]
    : [];
}

/**
 * The claims of some records, each beside the verified or published figure that is held today. Compared at the time of
 * reading, so that a later correction shows; a record without a claim has none here.
 */
export async function claimsOf(
  db: Kysely<Database>,
  wins: readonly ClaimColumns[],
  known?: Catalogue,
): Promise<ReadonlyMap<string, SmallWinClaim>> {
  if (wins.every((win) => win.claimedValue === null)) return new Map();
  const catalogue = known ?? (await loadCatalogue(db));
  const claims = wins.flatMap((win) => claimedBy(win, catalogue));
  const months = [...new Set(claims.map((claim) => claim.month))].sort();
  const [from, to] = [months.at(0), months.at(-1)];
  if (!from || !to) return new Map();
  const areas = await areaRows(
    db,
    claims.map((claim) => claim.areaId),
  );
  const indicatorIds = [...new Set(claims.map((claim) => claim.indicatorId))];
  const figures = await loadFigures(db, catalogue, { scope: 'verified', indicatorIds, areas, from, to, months });
  const areaById = new Map(areas.map((area) => [area.id, area]));
  return new Map(
    claims.flatMap((claim): [string, SmallWinClaim][] => {
      const indicator = catalogue.indicators.get(claim.indicatorId);
      const area = areaById.get(claim.areaId);
      if (!indicator || !area) return [];
      const figure = figures.at(claim.indicatorId, claim.areaId, claim.month);
      const claimed = fromScaled(claim.scaled, indicator.decimals);
      const compared = compareClaim(claimed, figure?.value ?? null, indicator.decimals);
      return [
        [
          claim.smallWinId,
          {
            indicator: indicatorBrief(indicator),
            area: { id: area.id, name: area.name, level: area.level },
            month: claim.month,
            claimed,
            ...compared,
            figure,
          },
        ],
      ];
    }),
  );
}
