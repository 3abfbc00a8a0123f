import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DataScope, Figure, FigureSeries } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import {
  type AreaRow,
  findArea,
  type IndicatorRow,
  type IssueRow,
  listBreaks,
  listChildAreas,
  listIndicatorAreas,
  listIndicators,
  listIssues,
  listPublished,
  listRollups,
  listTargets,
  type RollupRow,
} from './figure.queries.ts';
import { type Audience, FigureSet, nationId } from './figure-set.ts';

export type { AreaRow, IndicatorRow, IssueRow } from './figure.queries.ts';
export { findDataVersion, listCutOffs } from './figure.queries.ts';
export { areaBrief, indicatorBrief, issueBrief } from './figure-rows.ts';
export { type Audience, FigureSet, nationId } from './figure-set.ts';
export { plannedPath, statusAnswer } from './target-path.ts';

/** The issues and indicators, and where an indicator is collected at some areas only. */
export interface Catalogue {
  issues: readonly IssueRow[];
  indicators: ReadonlyMap<string, IndicatorRow>;
  restrictedTo: ReadonlyMap<string, ReadonlySet<string>>;
}

export async function loadCatalogue(db: Kysely<Database>): Promise<Catalogue> {
  const [issues, indicators, restricted] = await Promise.all([
    listIssues(db, {}),
    listIndicators(db, {}),
    listIndicatorAreas(db, {}),
  ]);
  const restrictedTo = new Map<string, Set<string>>();
  for (const { indicatorId, areaId } of restricted) {
    const areas = restrictedTo.get(indicatorId) ?? new Set();
    restrictedTo.set(indicatorId, areas.add(areaId));
  }
  return { issues, indicators: new Map(indicators.map((row) => [row.id, row])), restrictedTo };
}

/** False where an indicator is collected at some areas only and this is none of them. */
export function isCollectedAt(catalogue: Catalogue, indicatorId: string, areaId: string): boolean {
  return catalogue.restrictedTo.get(indicatorId)?.has(areaId) ?? true;
}

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
function withOperands(indicatorIds: readonly string[], indicators: Catalogue['indicators']): string[] {
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
  const indicatorIds = withOperands(request.indicatorIds, catalogue.indicators);
  const areaIds = request.areas.map((area) => area.id);
  const [rollups, published, targets, breaks] = await Promise.all([
    rollupsOf(db, { ...request, indicatorIds }),
    listPublished(db, { indicatorIds, areaIds, to: request.to }),
    listTargets(db, { indicatorIds, areaIds: [...new Set([...areaIds, nationId])] }),
    listBreaks(db, indicatorIds),
  ]);
  const { scope, audience = 'public' } = request;
  return new FigureSet({ scope, audience, indicators: catalogue.indicators, rollups, published, targets, breaks });
}

async function rollupsOf(db: Kysely<Database>, request: FigureRequest): Promise<RollupRow[]> {
  const byParent = new Map<string, string[]>();
  for (const area of request.areas) {
    const parentId = area.parentId ?? '';
    byParent.set(parentId, [...(byParent.get(parentId) ?? []), area.id]);
  }
  const rows = await Promise.all(
    [...byParent].map(([parentId, areaIds]) => listRollups(db, { ...request, parentId, areaIds })),
  );
  return rows.flat();
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
