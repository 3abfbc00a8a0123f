import type { Kysely } from 'kysely';

/** Issues, indicators, areas, agencies, assignments, targets and published figures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('issue')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('nameId', 'text', (c) => c.notNull())
    .addColumn('nameEn', 'text', (c) => c.notNull())
    .addColumn('sortOrder', 'integer', (c) => c.notNull())
    .addColumn('headlineIndicatorId', 'text', (c) => c.notNull())
    .addColumn('outcomeIndicatorId', 'text')
    .addColumn('juklakState', 'text', (c) => c.notNull())
    .addColumn('juklakNote', 'text')
    .execute();

  await db.schema
    .createTable('indicator')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('issueId', 'text', (c) => c.notNull().references('issue.id'))
    .addColumn('nameId', 'text', (c) => c.notNull())
    .addColumn('nameEn', 'text', (c) => c.notNull())
    .addColumn('shortNameId', 'text', (c) => c.notNull())
    .addColumn('shortNameEn', 'text', (c) => c.notNull())
    .addColumn('unitId', 'text', (c) => c.notNull())
    .addColumn('unitEn', 'text', (c) => c.notNull())
    .addColumn('decimals', 'integer', (c) => c.notNull())
    .addColumn('definitionId', 'text', (c) => c.notNull())
    .addColumn('definitionEn', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('periodicity', 'text', (c) => c.notNull())
    .addColumn('expectedMonths', 'text', (c) => c.notNull())
    .addColumn('collectLevel', 'text', (c) => c.notNull())
    .addColumn('direction', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('aggregation', 'text', (c) => c.notNull())
    .addColumn('numeratorId', 'text')
    .addColumn('denominatorId', 'text')
    .addColumn('factor', 'integer')
    .addColumn('stage', 'text')
    .addColumn('isReported', 'integer', (c) => c.notNull())
    .addColumn('allowsNegative', 'integer', (c) => c.notNull())
    .addColumn('plausibleMin', 'bigint')
    .addColumn('plausibleMax', 'bigint')
    .addColumn('onTrackPermille', 'integer', (c) => c.notNull())
    .addColumn('attentionPermille', 'integer', (c) => c.notNull())
    .addColumn('sortOrder', 'integer', (c) => c.notNull())
    .addColumn('confidence', 'text', (c) => c.notNull())
    .addColumn('isActive', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('area')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('parentId', 'text', (c) => c.references('area.id'))
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('bpsCode', 'text')
    .addColumn('kind', 'text')
    .addColumn('formerName', 'text')
    .addColumn('population', 'bigint')
    .addColumn('male', 'bigint')
    .addColumn('female', 'bigint')
    .addColumn('areaKm2Milli', 'bigint')
    .addColumn('regencyCount', 'integer', (c) => c.notNull())
    .addColumn('districtCount', 'integer', (c) => c.notNull())
    .addColumn('villageCount', 'integer', (c) => c.notNull())
    .addColumn('tileRow', 'integer')
    .addColumn('tileColumn', 'integer')
    .addColumn('isCpiCity', 'integer', (c) => c.notNull())
    .addColumn('codeVersion', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('area_by_parent').on('area').columns(['parentId', 'id']).execute();
  await db.schema.createIndex('area_by_level').on('area').columns(['level', 'id']).execute();

  await db.schema
    .createTable('area_alias')
    .addColumn('areaId', 'text', (c) => c.notNull().references('area.id'))
    .addColumn('alias', 'text', (c) => c.notNull())
    .addColumn('normalized', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('area_alias_pk', ['areaId', 'normalized'])
    .execute();
  await db.schema.createIndex('area_alias_by_name').on('area_alias').column('normalized').execute();

  await db.schema
    .createTable('indicator_area')
    .addColumn('indicatorId', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('areaId', 'text', (c) => c.notNull().references('area.id'))
    .addPrimaryKeyConstraint('indicator_area_pk', ['indicatorId', 'areaId'])
    .execute();

  await db.schema
    .createTable('consistency_rule')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('issueId', 'text', (c) => c.notNull().references('issue.id'))
    .addColumn('leftIds', 'text', (c) => c.notNull())
    .addColumn('operator', 'text', (c) => c.notNull())
    .addColumn('rightIds', 'text', (c) => c.notNull())
    .addColumn('rightMonth', 'text', (c) => c.notNull())
    .addColumn('severity', 'text', (c) => c.notNull())
    .addColumn('requiresReason', 'integer', (c) => c.notNull())
    .addColumn('messageId', 'text', (c) => c.notNull())
    .addColumn('messageEn', 'text', (c) => c.notNull())
    .addColumn('isActive', 'integer', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('agency')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('abbr', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('validFrom', 'text', (c) => c.notNull())
    .addColumn('validTo', 'text')
    .addColumn('source', 'text')
    .addColumn('confidence', 'text')
    .addColumn('note', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('agency_successor')
    .addColumn('agencyId', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('successorId', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('agency_successor_pk', ['agencyId', 'successorId'])
    .execute();

  await db.schema
    .createTable('assignment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('agencyId', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('issueId', 'text', (c) => c.references('issue.id'))
    .addColumn('areaId', 'text', (c) => c.references('area.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('legalBasis', 'text')
    .addColumn('source', 'text')
    .addColumn('confidence', 'text')
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('validFrom', 'text', (c) => c.notNull())
    .addColumn('validTo', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('assignment_by_area').on('assignment').columns(['areaId', 'validFrom']).execute();
  await db.schema.createIndex('assignment_by_agency').on('assignment').columns(['agencyId', 'validFrom']).execute();

  await db.schema
    .createTable('series')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('indicatorId', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('nameId', 'text', (c) => c.notNull())
    .addColumn('nameEn', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('sortOrder', 'integer', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('published_figure')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seriesId', 'text', (c) => c.notNull().references('series.id'))
    .addColumn('indicatorId', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('areaId', 'text', (c) => c.notNull().references('area.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('periodLabel', 'text', (c) => c.notNull())
    .addColumn('value', 'bigint')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('cutOff', 'text')
    .addColumn('confidence', 'text')
    .addColumn('note', 'text')
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('published_figure_by_indicator')
    .on('published_figure')
    .columns(['indicatorId', 'areaId', 'month'])
    .execute();

  await db.schema
    .createTable('series_break')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('indicatorId', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('labelId', 'text', (c) => c.notNull())
    .addColumn('labelEn', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('target')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('indicatorId', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('areaId', 'text', (c) => c.notNull().references('area.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('value', 'bigint', (c) => c.notNull())
    .addColumn('low', 'bigint')
    .addColumn('high', 'bigint')
    .addColumn('legalBasis', 'text')
    .addColumn('source', 'text')
    .addColumn('confidence', 'text')
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .addUniqueConstraint('target_point', ['indicatorId', 'areaId', 'month'])
    .execute();

  await db.schema
    .createTable('deadline')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('issueId', 'text', (c) => c.references('issue.id'))
    .addColumn('month', 'text')
    .addColumn('dueDay', 'integer')
    .addColumn('dueDate', 'text')
    .addColumn('note', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('setting')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
}
