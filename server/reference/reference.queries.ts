import type { Kysely } from 'kysely';
import { readReferenceVersion } from '#db/reference-version.ts';
import type { Database } from '#db/schema.ts';
import type { ConsistencyRule } from '#shared/consistency.ts';
import { groupBy } from '#shared/group-by.ts';
import { stages } from '#shared/indicator.ts';
import type { Reference, ReferenceArea, ReferenceIndicator } from './reference.ts';

/**
 * Reads all reference data; on a province of 69 districts and 648 villages some milliseconds.
 * @param provinceCode reads the areas of this province only: the country has 91,000
 */
export async function loadReference(db: Kysely<Database>, provinceCode?: string): Promise<Reference> {
  const version = await readReferenceVersion(db);
  const issues = await db.selectFrom('issue').selectAll().orderBy('sortOrder').execute();
  const indicators = await db.selectFrom('indicator').selectAll().orderBy('sortOrder').orderBy('id').execute();
  const areas = await listAreas(db, provinceCode);
  const agencies = await db
    .selectFrom('agency')
    .select(['id', 'abbr', 'name', 'validFrom', 'validTo'])
    .orderBy('abbr')
    .execute();
  const successors = await db.selectFrom('agency_successor').select(['agencyId', 'successorId']).execute();
  const indicatorAreas = await db.selectFrom('indicator_area').selectAll().execute();
  const assignments = await db
    .selectFrom('assignment')
    .select(['id', 'agencyId', 'issueId', 'areaId', 'role', 'validFrom', 'validTo'])
    .orderBy('id')
    .execute();
  const deadlines = await db.selectFrom('deadline').select(['issueId', 'month', 'dueDay', 'dueDate']).execute();
  const settings = await db.selectFrom('setting').select(['key', 'value']).execute();
  return {
    version,
    issues,
    indicatorById: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    indicatorsByIssue: groupBy(indicators.toSorted(byStage), (indicator) => indicator.issueId),
    rulesByIssue: groupBy(await loadRules(db), (rule) => rule.issueId),
    areasByIndicator: new Map(
      [...groupBy(indicatorAreas, (row) => row.indicatorId)].map(([id, rows]) => [
        id,
        new Set(rows.map((row) => row.areaId)),
      ]),
    ),
    areaById: new Map(areas.map((area) => [area.id, area])),
    areasByLevel: groupBy(areas, (area) => area.level),
    agencyById: new Map(agencies.map((agency) => [agency.id, agency])),
    successorsByAgency: new Map(
      [...groupBy(successors, (row) => row.agencyId)].map(([id, rows]) => [id, rows.map((row) => row.successorId)]),
    ),
    assignments,
    deadlines,
    settings: new Map(settings.map((row) => [row.key, row.value])),
  };
}

/** A code begins with the codes of the areas above it. */
function listAreas(db: Kysely<Database>, provinceCode: string | undefined): Promise<ReferenceArea[]> {
  const query = db
    .selectFrom('area')
    .select(['id', 'parentId', 'level', 'name', 'regencyCount', 'districtCount', 'villageCount'])
    .where('level', '!=', 'nation')
    .orderBy('id');
  if (provinceCode === undefined) return query.execute();
  return query.where((eb) => eb.or([eb('id', '=', provinceCode), eb('id', 'like', `${provinceCode}.%`)])).execute();
}

async function loadRules(db: Kysely<Database>): Promise<ConsistencyRule[]> {
  const rows = await db.selectFrom('consistency_rule').selectAll().where('isActive', '=', 1).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    issueId: row.issueId,
    left: row.leftIds.split('+'),
    operator: row.operator,
    right: row.rightIds.split('+'),
    rightMonth: row.rightMonth,
    severity: row.severity,
    requiresReason: row.requiresReason === 1,
    messageId: row.messageId,
    messageEn: row.messageEn,
  }));
}

/** In the order of the cascade; what is no stage of it comes after, in its own order. */
function byStage(left: ReferenceIndicator, right: ReferenceIndicator): number {
  return stageRank(left) - stageRank(right) || left.sortOrder - right.sortOrder;
}

function stageRank({ stage }: ReferenceIndicator): number {
  return stage === null ? stages.length : stages.indexOf(stage);
}
