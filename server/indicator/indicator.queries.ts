import type { Kysely, Selectable } from 'kysely';
import type { ConsistencyRuleTable, Database, IndicatorTable, IssueTable } from '#db/schema.ts';

export type IndicatorRow = Selectable<IndicatorTable>;
export type IndicatorPatch = Partial<Omit<IndicatorRow, 'id' | 'version'>>;
export type RuleRow = Selectable<ConsistencyRuleTable>;
export type RuleSettings = Pick<RuleRow, 'severity' | 'requiresReason' | 'isActive'>;
export type IssueRow = Selectable<IssueTable>;
export type Juklak = Pick<IssueRow, 'juklakState' | 'juklakNote'>;

export function listIssues(db: Kysely<Database>): Promise<IssueRow[]> {
  return db.selectFrom('issue').selectAll().orderBy('sortOrder').execute();
}

export function listIndicators(db: Kysely<Database>): Promise<IndicatorRow[]> {
  return db.selectFrom('indicator').selectAll().orderBy('sortOrder').orderBy('id').execute();
}

export function listRules(db: Kysely<Database>): Promise<RuleRow[]> {
  return db.selectFrom('consistency_rule').selectAll().orderBy('issueId').orderBy('id').execute();
}

/** Names of the areas where an indicator is collected, for those collected at some areas only. */
export function listCollectedAt(db: Kysely<Database>) {
  return db
    .selectFrom('indicator_area')
    .innerJoin('area', 'area.id', 'indicator_area.areaId')
    .select(['indicator_area.indicatorId', 'area.name'])
    .orderBy('area.id')
    .execute();
}

export function findIndicator(db: Kysely<Database>, id: string): Promise<IndicatorRow | undefined> {
  return db.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false when the row is no longer at `expectedVersion` */
export async function updateIndicator(
  trx: Kysely<Database>,
  id: string,
  expectedVersion: number,
  patch: IndicatorPatch,
): Promise<boolean> {
  const result = await trx
    .updateTable('indicator')
    .set({ ...patch, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export function findRule(db: Kysely<Database>, id: string): Promise<RuleRow | undefined> {
  return db.selectFrom('consistency_rule').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false when the settings are no longer as they were seen */
export async function updateRule(
  trx: Kysely<Database>,
  id: string,
  seen: RuleSettings,
  settings: RuleSettings,
): Promise<boolean> {
  const result = await trx
    .updateTable('consistency_rule')
    .set(settings)
    .where('id', '=', id)
    .where('severity', '=', seen.severity)
    .where('requiresReason', '=', seen.requiresReason)
    .where('isActive', '=', seen.isActive)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns false when state or note are no longer as they were seen */
export async function updateJuklak(
  trx: Kysely<Database>,
  issueId: IssueRow['id'],
  seen: Juklak,
  juklak: Juklak,
): Promise<boolean> {
  const result = await trx
    .updateTable('issue')
    .set(juklak)
    .where('id', '=', issueId)
    .where('juklakState', '=', seen.juklakState)
    .where('juklakNote', seen.juklakNote === null ? 'is' : '=', seen.juklakNote)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
