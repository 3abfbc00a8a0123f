import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DataScope, Figure, FigureSeries } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import { type AreaRow, findArea, type IndicatorRow, listChildAreas, listRollups } from './figure.queries.ts';
import { type Audience, FigureSet, nationId } from './figure-set.ts';
import { lastingRowsOf } from './lasting-rows.ts';
import { suppressedCells } from './suppressed-cells.ts';

export { type Catalogue, isCollectedAt, loadCatalogue } from './catalogue.ts';
export type { AreaRow, IndicatorRow, IssueRow } from './figure.queries.ts';
export { findDataVersion, listCutOffs } from './figure.queries.ts';
export { areaBrief, indicatorBrief, issueBrief } from './figure-rows.ts';
export { type Audience, FigureSet, nationId } from './figure-set.ts';
export { plannedPath, statusAnswer } from './target-path.ts';

export async function findAreaRow(db: Kysely<Database>, id: string): Promise<AreaRow | undefined> {
  const [area] = await findArea(db, { id });
  return area;
}

export async function listChildren(db: Kysely<Database>, parentId: string): Promise<AreaRow[]> {
  return listChildAreas(db, { parentId });
}

export interface FigureRequest {
  scope: DataScope;
  /** 'public' unless said otherwise: small figures of villages are left out. */
  audience?: Audience;
  indicatorIds: readonly string[];
  /** Figures of these areas. */
  areas: readonly Pick<AreaRow, 'id' | 'parentId'>[];
  /** Reported figures of these months; published ones are read from the beginning, being few. */
  from: Month;
  to: Month;
  /** Reported figures of these months only. */
  months?: readonly Month[];
}

/** Ratios are made of their parts: reading one means reading both. */
function withOperands(indicatorIds: readonly string[], indicators: ReadonlyMap<string, IndicatorRow>): string[] {
  const ids = new Set(indicatorIds.filter((id) => indicators.has(id)));
  for (const id of [...ids]) {
    const { numeratorId, denominatorId } = indicators.get(id) ?? {};
    for (const operand of [numeratorId, denominatorId]) if (operand && indicators.has(operand)) ids.add(operand);
  }
  return [...ids];
}

/** Reads rollups, publications, targets and breaks; never cells, so its cost does not grow with areas below. */
export async function loadFigures(
  db: Kysely<Database>,
  catalogue: Catalogue,
  request: FigureRequest,
): Promise<FigureSet> {
  const { scope, audience = 'public', to } = request;
  const indicatorIds = withOperands(request.indicatorIds, catalogue.indicators);
  const range = { ...request, indicatorIds };
  const [rollups, suppressed, lasting] = await Promise.all([
    listRollups(db, range),
    audience === 'public' ? suppressedCells(db, range, catalogue.indicators) : new Set<string>(),
    lastingRowsOf(db, catalogue, [...request.areas.map((area) => area.id), nationId]),
  ]);
  return new FigureSet({ scope, audience, catalogue, rollups, suppressed, lasting, to });
}

/** Every line of an indicator for some areas: reported and published ones apart. */
export async function figureSeries(
  db: Kysely<Database>,
  request: Omit<FigureRequest, 'indicatorIds' | 'areas'> & { indicatorId: string; areaIds: readonly string[] },
): Promise<FigureSeries[]> {
  const catalogue = await loadCatalogue(db);
  const areas = await areaRows(db, request.areaIds);
  const figures = await loadFigures(db, catalogue, { ...request, indicatorIds: [request.indicatorId], areas });
  return areas.flatMap((area) => figures.series(request.indicatorId, area.id, request.from, request.to));
}

/** The figure held for one indicator, area and month, e.g. to check a claim against it. */
export async function figureAt(
  db: Kysely<Database>,
  key: { indicatorId: string; areaId: string; month: Month; scope: DataScope },
): Promise<Figure | null> {
  const catalogue = await loadCatalogue(db);
  if (!catalogue.indicators.has(key.indicatorId)) return null;
  const areas = await areaRows(db, [key.areaId]);
  const figures = await loadFigures(db, catalogue, {
    scope: key.scope,
    indicatorIds: [key.indicatorId],
    areas,
    from: key.month,
    to: key.month,
  });
  return figures.at(key.indicatorId, key.areaId, key.month);
}

export async function areaRows(db: Kysely<Database>, ids: readonly string[]): Promise<AreaRow[]> {
  const rows = await Promise.all([...new Set(ids)].map((id) => findAreaRow(db, id)));
  return rows.filter((row) => row !== undefined);
}
