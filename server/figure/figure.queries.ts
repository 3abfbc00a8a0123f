import type { Kysely, Selectable } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import type {
  AreaTable,
  Database,
  IndicatorAreaTable,
  IndicatorTable,
  IssueTable,
  RollupTable,
  SeriesBreakTable,
  TargetTable,
} from '#db/schema.ts';
import { monthRange } from '#shared/month.ts';

export type IndicatorRow = Selectable<IndicatorTable>;
export type IssueRow = Selectable<IssueTable>;
export type AreaRow = Selectable<AreaTable>;
export type RollupRow = Omit<Selectable<RollupTable>, 'parentId'>;
export type TargetRow = Selectable<TargetTable>;
export type SeriesBreakRow = Selectable<SeriesBreakTable>;
type NoParams = Record<string, never>;

export const listIssues = preparedQuery<NoParams, IssueRow>((db) =>
  db.selectFrom('issue').selectAll().orderBy('sortOrder'),
);

export const listIndicators = preparedQuery<NoParams, IndicatorRow>((db) =>
  db.selectFrom('indicator').selectAll().where('isActive', '=', 1).orderBy('sortOrder').orderBy('id'),
);

export const listIndicatorAreas = preparedQuery<NoParams, Selectable<IndicatorAreaTable>>((db) =>
  db.selectFrom('indicator_area').selectAll(),
);

export const findArea = preparedQuery<{ id: string }, AreaRow>((db, p) =>
  db.selectFrom('area').selectAll().where('id', '=', p.id),
);

export const listChildAreas = preparedQuery<{ parentId: string }, AreaRow>((db, p) =>
  db.selectFrom('area').selectAll().where('parentId', '=', p.parentId).orderBy('id'),
);

export const findDataVersion = preparedQuery<NoParams, { dataVersion: number }>((db) =>
  db.selectFrom('audit_head').select('dataVersion').where('id', '=', 1),
);

export interface RollupRange {
  indicatorIds: readonly string[];
  areas: readonly Pick<AreaRow, 'id' | 'parentId'>[];
  from: string;
  to: string;
  /** Only these months within the span. */
  months?: readonly string[] | undefined;
}

const rollupColumns = [
  'indicatorId',
  'areaId',
  'month',
  'level',
  'verifiedSum',
  'verifiedHeld',
  'verifiedNa',
  'submittedSum',
  'submittedHeld',
  'submittedNa',
  'sampleHeld',
  'expected',
] as const;

/** A province's rows have no parent. */
const ofProvinces = '';

/**
 * Rollups of some areas over a span of months: one seek per indicator and parent in the order of the key. All provinces
 * share a parent: of these the months are named, so that a read does not pass through the rows of the others.
 */
export async function listRollups(db: Kysely<Database>, range: RollupRange): Promise<RollupRow[]> {
  const provinces = range.areas.filter((area) => area.parentId === null || area.parentId === ofProvinces);
  const others = range.areas.filter((area) => !provinces.includes(area));
  const [above, below] = await Promise.all([
    listRollupsOf(db, { ...range, areas: provinces, months: range.months ?? monthRange(range.from, range.to) }),
    listRollupsOf(db, { ...range, areas: others }),
  ]);
  return [...above, ...below];
}

async function listRollupsOf(db: Kysely<Database>, range: RollupRange): Promise<RollupRow[]> {
  if (range.indicatorIds.length === 0 || range.areas.length === 0) return [];
  const query = db
    .selectFrom('rollup')
    .select(rollupColumns)
    .where('indicatorId', 'in', range.indicatorIds)
    .where('parentId', 'in', [...new Set(range.areas.map((area) => area.parentId ?? ofProvinces))])
    .where('month', '>=', range.from)
    .where('month', '<=', range.to)
    .where(
      'areaId',
      'in',
      range.areas.map((area) => area.id),
    );
  return (range.months ? query.where('month', 'in', range.months) : query).execute();
}

export type PublishedRow = Awaited<ReturnType<typeof listPublished>>[number];

/** Published figures of some areas, with their series. */
export async function listPublished(db: Kysely<Database>, areaIds: readonly string[]) {
  if (areaIds.length === 0) return [];
  return db
    .selectFrom('published_figure as f')
    .innerJoin('series as s', 's.id', 'f.seriesId')
    .select([
      'f.id',
      'f.seriesId',
      'f.indicatorId',
      'f.areaId',
      'f.month',
      'f.periodLabel',
      'f.value',
      'f.source',
      'f.cutOff',
      'f.confidence',
      'f.note',
      'f.isSample',
      's.nameId as seriesNameId',
      's.nameEn as seriesNameEn',
      's.source as seriesSource',
      's.sortOrder as seriesOrder',
    ])
    .where('f.areaId', 'in', areaIds)
    .execute();
}

export async function listTargets(db: Kysely<Database>, areaIds: readonly string[]): Promise<TargetRow[]> {
  if (areaIds.length === 0) return [];
  return db.selectFrom('target').selectAll().where('areaId', 'in', areaIds).orderBy('month').execute();
}

export const listBreaks = preparedQuery<NoParams, SeriesBreakRow>((db) =>
  db.selectFrom('series_break').selectAll().orderBy('month'),
);

/** Cut-offs that the reports of these months name, each once however many reports name it. */
export async function listCutOffs(db: Kysely<Database>, months: readonly string[]) {
  if (months.length === 0) return [];
  return db
    .selectFrom('report')
    .select(['issueId', 'month', 'cutOffDate', 'cutOffLabel'])
    .distinct()
    .where('month', 'in', months)
    .where('state', 'in', ['submitted', 'verified'])
    .where((eb) => eb.or([eb('cutOffDate', 'is not', null), eb('cutOffLabel', 'is not', null)]))
    .execute();
}
