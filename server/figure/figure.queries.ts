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
  /** '' for a province. */
  parentId: string;
  /** Only these children of the parent; all of them when left out. */
  areaIds?: readonly string[] | undefined;
  from: string;
  to: string;
  /** Only these months within the span. */
  months?: readonly string[] | undefined;
}

/** Rollups of the children of one area over a span of months: one seek per indicator in the order of the key. */
export async function listRollups(db: Kysely<Database>, range: RollupRange): Promise<RollupRow[]> {
  if (range.indicatorIds.length === 0 || range.areaIds?.length === 0) return [];
  let query = db
    .selectFrom('rollup')
    .select([
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
    ])
    .where('indicatorId', 'in', range.indicatorIds)
    .where('parentId', '=', range.parentId)
    .where('month', '>=', range.from)
    .where('month', '<=', range.to);
  if (range.months) query = query.where('month', 'in', range.months);
  if (range.areaIds) query = query.where('areaId', 'in', range.areaIds);
  return query.execute();
}

export type PublishedRow = Awaited<ReturnType<typeof listPublished>>[number];

/** Published figures up to a month, with their series; the first of several for one month is the leading one. */
export async function listPublished(
  db: Kysely<Database>,
  scope: { indicatorIds: readonly string[]; areaIds: readonly string[]; to: string },
) {
  if (scope.indicatorIds.length === 0 || scope.areaIds.length === 0) return [];
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
    .where('f.indicatorId', 'in', scope.indicatorIds)
    .where('f.areaId', 'in', scope.areaIds)
    .where('f.month', '<=', scope.to)
    .orderBy('f.month')
    .orderBy('s.sortOrder')
    .orderBy('f.isSample')
    .orderBy('f.id')
    .execute();
}

export async function listTargets(
  db: Kysely<Database>,
  scope: { indicatorIds: readonly string[]; areaIds: readonly string[] },
): Promise<TargetRow[]> {
  if (scope.indicatorIds.length === 0 || scope.areaIds.length === 0) return [];
  return db
    .selectFrom('target')
    .selectAll()
    .where('indicatorId', 'in', scope.indicatorIds)
    .where('areaId', 'in', scope.areaIds)
    .orderBy('month')
    .execute();
}

export async function listBreaks(db: Kysely<Database>, indicatorIds: readonly string[]): Promise<SeriesBreakRow[]> {
  if (indicatorIds.length === 0) return [];
  return db.selectFrom('series_break').selectAll().where('indicatorId', 'in', indicatorIds).orderBy('month').execute();
}

/** Cut-offs that the reports of these months name. */
export async function listCutOffs(db: Kysely<Database>, months: readonly string[]) {
  if (months.length === 0) return [];
  return db
    .selectFrom('report')
    .select(['issueId', 'month', 'cutOffDate', 'cutOffLabel'])
    .where('month', 'in', months)
    .where('state', 'in', ['submitted', 'verified'])
    .where((eb) => eb.or([eb('cutOffDate', 'is not', null), eb('cutOffLabel', 'is not', null)]))
    .execute();
}
