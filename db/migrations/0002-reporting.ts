import type { Kysely } from 'kysely';

/** Reports, entries with their revisions, rollups, small wins and the audit chain. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('agencyId', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('issueId', 'text', (c) => c.notNull().references('issue.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('dueDate', 'text', (c) => c.notNull())
    .addColumn('cutOffDate', 'text')
    .addColumn('cutOffLabel', 'text')
    .addColumn('expectedCells', 'integer', (c) => c.notNull())
    .addColumn('filledCells', 'integer', (c) => c.notNull())
    .addColumn('notApplicableCells', 'integer', (c) => c.notNull())
    .addColumn('verifiedCells', 'integer', (c) => c.notNull())
    .addColumn('returnedCells', 'integer', (c) => c.notNull())
    .addColumn('draftCells', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('firstSubmittedAt', 'text')
    .addColumn('submittedAt', 'text')
    .addColumn('submittedById', 'text')
    .addColumn('verifiedAt', 'text')
    .addColumn('verifiedById', 'text')
    .addColumn('returnedAt', 'text')
    .addColumn('returnedById', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .addUniqueConstraint('report_key', ['month', 'issueId', 'agencyId'])
    .execute();
  await db.schema.createIndex('report_by_agency').on('report').columns(['agencyId', 'month']).execute();
  await db.schema.createIndex('report_by_state').on('report').columns(['state', 'month']).execute();

  await db.schema
    .createTable('entry')
    .addColumn('indicatorId', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('areaId', 'text', (c) => c.notNull().references('area.id'))
    .addColumn('reportId', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('value', 'bigint')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('verifiedKind', 'text')
    .addColumn('verifiedValue', 'bigint')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('source', 'text')
    .addColumn('reason', 'text')
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('enteredById', 'text')
    .addColumn('enteredAt', 'text', (c) => c.notNull())
    .addColumn('verifiedById', 'text')
    .addColumn('verifiedAt', 'text')
    .addPrimaryKeyConstraint('entry_pk', ['indicatorId', 'month', 'areaId'])
    .execute();
  await db.schema.createIndex('entry_by_report').on('entry').column('reportId').execute();

  await db.schema
    .createTable('entry_revision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('indicatorId', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('areaId', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('fromKind', 'text')
    .addColumn('fromValue', 'bigint')
    .addColumn('toKind', 'text', (c) => c.notNull())
    .addColumn('toValue', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('note', 'text')
    .addColumn('source', 'text')
    .addColumn('actorId', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('entry_revision_by_entry')
    .on('entry_revision')
    .columns(['indicatorId', 'month', 'areaId', 'version'])
    .execute();

  await db.schema
    .createTable('entry_comment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('indicatorId', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('areaId', 'text', (c) => c.notNull())
    .addColumn('reportId', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('entry_comment_by_report').on('entry_comment').columns(['reportId', 'at']).execute();
  await db.schema
    .createIndex('entry_comment_by_entry')
    .on('entry_comment')
    .columns(['indicatorId', 'month', 'areaId'])
    .execute();

  await db.schema
    .createTable('restatement')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('indicatorId', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('areaId', 'text', (c) => c.notNull().references('area.id'))
    .addColumn('issueId', 'text', (c) => c.notNull().references('issue.id'))
    .addColumn('fromKind', 'text', (c) => c.notNull())
    .addColumn('fromValue', 'bigint')
    .addColumn('toKind', 'text', (c) => c.notNull())
    .addColumn('toValue', 'bigint')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text')
    .addColumn('verifiedById', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('provinceBefore', 'bigint')
    .addColumn('provinceAfter', 'bigint')
    .execute();
  await db.schema.createIndex('restatement_by_time').on('restatement').column('at').execute();
  await db.schema
    .createIndex('restatement_by_entry')
    .on('restatement')
    .columns(['indicatorId', 'month', 'areaId'])
    .execute();
  await db.schema.createIndex('restatement_by_issue').on('restatement').columns(['issueId', 'month']).execute();

  await db.schema
    .createTable('rollup')
    .addColumn('indicatorId', 'text', (c) => c.notNull())
    .addColumn('parentId', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('areaId', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('verifiedSum', 'bigint', (c) => c.notNull())
    .addColumn('verifiedHeld', 'integer', (c) => c.notNull())
    .addColumn('verifiedNa', 'integer', (c) => c.notNull())
    .addColumn('submittedSum', 'bigint', (c) => c.notNull())
    .addColumn('submittedHeld', 'integer', (c) => c.notNull())
    .addColumn('submittedNa', 'integer', (c) => c.notNull())
    .addColumn('sampleHeld', 'integer', (c) => c.notNull())
    .addColumn('expected', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('rollup_pk', ['indicatorId', 'parentId', 'month', 'areaId'])
    .execute();

  await db.schema
    .createTable('small_win')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('issueId', 'text', (c) => c.notNull().references('issue.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('story', 'text', (c) => c.notNull())
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('news', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('indicatorId', 'text', (c) => c.references('indicator.id'))
    .addColumn('areaId', 'text', (c) => c.references('area.id'))
    .addColumn('month', 'text')
    .addColumn('claimedValue', 'bigint')
    .addColumn('agencyId', 'text', (c) => c.references('agency.id'))
    .addColumn('returnReason', 'text')
    .addColumn('createdById', 'text')
    .addColumn('submittedAt', 'text')
    .addColumn('verifiedById', 'text')
    .addColumn('verifiedAt', 'text')
    .addColumn('publishedById', 'text')
    .addColumn('publishedAt', 'text')
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('small_win_by_state').on('small_win').columns(['state', 'date']).execute();
  await db.schema.createIndex('small_win_by_issue').on('small_win').columns(['issueId', 'date']).execute();

  await db.schema
    .createTable('small_win_area')
    .addColumn('smallWinId', 'text', (c) => c.notNull().references('small_win.id'))
    .addColumn('areaId', 'text', (c) => c.notNull().references('area.id'))
    .addPrimaryKeyConstraint('small_win_area_pk', ['smallWinId', 'areaId'])
    .execute();
  await db.schema.createIndex('small_win_area_by_area').on('small_win_area').column('areaId').execute();

  await db.schema
    .createTable('attachment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subjectType', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('fileName', 'text', (c) => c.notNull())
    .addColumn('contentType', 'text', (c) => c.notNull())
    .addColumn('byteSize', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('storageKey', 'text', (c) => c.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('createdById', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('attachment_by_subject').on('attachment').columns(['subjectType', 'subjectId']).execute();

  await db.schema
    .createTable('audit_event')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text')
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('subjectType', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('prevHash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_event_by_subject').on('audit_event').columns(['subjectId', 'seq']).execute();
  await db.schema.createIndex('audit_event_by_time').on('audit_event').columns(['at', 'seq']).execute();
  await db.schema.createIndex('audit_event_by_actor').on('audit_event').columns(['actorId', 'seq']).execute();
  await db.schema.createIndex('audit_event_by_event').on('audit_event').columns(['event', 'seq']).execute();

  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('dataVersion', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
}
