import type { Kysely } from 'kysely';

/** Briefing decks and their frozen editions, meetings with decisions and action items, and files being made. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deck')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('hideEmpty', 'integer', (c) => c.notNull())
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('createdById', 'text')
    .addColumn('updatedById', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('deletedAt', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('deck_slide')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('deckId', 'text', (c) => c.notNull().references('deck.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('notes', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('issueId', 'text')
    .addColumn('areaId', 'text')
    .addColumn('month', 'text')
    .addColumn('pictureAlt', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('removedAt', 'text')
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('deck_slide_by_deck').on('deck_slide').columns(['deckId', 'position']).execute();

  await db.schema
    .createTable('edition')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('deckId', 'text')
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('frozenAt', 'text', (c) => c.notNull())
    .addColumn('frozenById', 'text')
    .addColumn('frozenByName', 'text', (c) => c.notNull())
    .addColumn('slideCount', 'integer', (c) => c.notNull())
    .addColumn('holdsSample', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('edition_by_deck').on('edition').columns(['deckId', 'number']).unique().execute();
  await db.schema.createIndex('edition_by_time').on('edition').column('frozenAt').execute();

  await db.schema
    .createTable('edition_picture')
    .addColumn('editionId', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('contentType', 'text', (c) => c.notNull())
    .addColumn('base64', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('edition_picture_pk', ['editionId', 'sha256'])
    .execute();

  await db.schema
    .createTable('meeting')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('startTime', 'text')
    .addColumn('endTime', 'text')
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('direction', 'text', (c) => c.notNull())
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('editionId', 'text')
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('createdById', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('meeting_by_date').on('meeting').column('date').execute();

  await db.schema
    .createTable('meeting_agenda_item')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meeting.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('meeting_agenda_by_meeting')
    .on('meeting_agenda_item')
    .columns(['meetingId', 'position'])
    .execute();

  await db.schema
    .createTable('meeting_attendance')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meetingId', 'text', (c) => c.notNull().references('meeting.id'))
    .addColumn('agencyId', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('isPresent', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('meeting_attendance_by_meeting').on('meeting_attendance').column('meetingId').execute();

  await db.schema
    .createTable('decision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meetingId', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('issueId', 'text')
    .addColumn('editionId', 'text')
    .addColumn('slideId', 'text')
    .addColumn('slideNumber', 'integer')
    .addColumn('slideHeadline', 'text')
    .addColumn('decidedOn', 'text', (c) => c.notNull())
    .addColumn('recordedById', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('decision_by_meeting').on('decision').column('meetingId').execute();
  await db.schema.createIndex('decision_by_issue').on('decision').columns(['issueId', 'decidedOn']).execute();

  await db.schema
    .createTable('action_item')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meetingId', 'text')
    .addColumn('decisionId', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('issueId', 'text')
    .addColumn('ownerAgencyId', 'text', (c) => c.notNull())
    .addColumn('dueDate', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('closedOn', 'text')
    .addColumn('closingNote', 'text')
    .addColumn('indicatorId', 'text')
    .addColumn('areaId', 'text')
    .addColumn('figureMonth', 'text')
    .addColumn('figureValue', 'bigint')
    .addColumn('figureSeriesId', 'text')
    .addColumn('figureHeld', 'integer')
    .addColumn('editionId', 'text')
    .addColumn('slideId', 'text')
    .addColumn('slideNumber', 'integer')
    .addColumn('slideHeadline', 'text')
    .addColumn('isSample', 'integer', (c) => c.notNull())
    .addColumn('createdById', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('action_item_by_state').on('action_item').columns(['state', 'dueDate']).execute();
  await db.schema.createIndex('action_item_by_owner').on('action_item').columns(['ownerAgencyId', 'dueDate']).execute();
  await db.schema.createIndex('action_item_by_meeting').on('action_item').column('meetingId').execute();

  await db.schema
    .createTable('action_item_note')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('actionItemId', 'text', (c) => c.notNull().references('action_item.id'))
    .addColumn('fromState', 'text')
    .addColumn('toState', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('dueFrom', 'text')
    .addColumn('dueTo', 'text')
    .addColumn('actorId', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('action_item_note_by_item')
    .on('action_item_note')
    .columns(['actionItemId', 'at'])
    .execute();

  await db.schema
    .createTable('calendar_feed')
    .addColumn('userId', 'text', (c) => c.primaryKey())
    .addColumn('tokenHash', 'text', (c) => c.notNull().unique())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('export_job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('editionId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('paper', 'text', (c) => c.notNull())
    .addColumn('slideId', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('progress', 'real', (c) => c.notNull())
    .addColumn('fileName', 'text', (c) => c.notNull())
    .addColumn('storageKey', 'text')
    .addColumn('byteSize', 'integer')
    .addColumn('failure', 'text')
    .addColumn('requestedById', 'text')
    /** Which process makes it, and when it last said so: a job whose process died is found by its silence. */
    .addColumn('workerId', 'text')
    .addColumn('heartbeatAt', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('finishedAt', 'text')
    .execute();
  await db.schema.createIndex('export_job_by_edition').on('export_job').columns(['editionId', 'kind']).execute();
  await db.schema.createIndex('export_job_by_state').on('export_job').columns(['state', 'createdAt']).execute();
}
