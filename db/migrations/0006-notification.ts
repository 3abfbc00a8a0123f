import type { Kysely } from 'kysely';

/** What people were told, what they choose to be told, and the mails that tell them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notification_mail')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('dueAt', 'text', (c) => c.notNull())
    .addColumn('giveUpAt', 'text', (c) => c.notNull())
    .addColumn('messageId', 'text')
    /** Which process sends it, and since when: a mail whose process died is found by its age. */
    .addColumn('claimedBy', 'text')
    .addColumn('claimedAt', 'text')
    .addColumn('settledAt', 'text')
    .addColumn('failure', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('notification_mail_by_state')
    .on('notification_mail')
    .columns(['state', 'dueAt'])
    .execute();
  await db.schema
    .createIndex('notification_mail_by_user')
    .on('notification_mail')
    .columns(['userId', 'createdAt'])
    .execute();

  await db.schema
    .createTable('notification')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('inApp', 'integer', (c) => c.notNull())
    .addColumn('mailId', 'text', (c) => c.references('notification_mail.id'))
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('readAt', 'text')
    .execute();
  await db.schema.createIndex('notification_by_user').on('notification').columns(['userId', 'createdAt']).execute();
  await db.schema.createIndex('notification_by_mail').on('notification').column('mailId').execute();
  await db.schema.createIndex('notification_by_time').on('notification').column('createdAt').execute();

  await db.schema
    .createTable('notification_claim')
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('dedupeKey', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('notification_claim_pk', ['dedupeKey', 'userId'])
    .execute();
  await db.schema.createIndex('notification_claim_by_time').on('notification_claim').column('createdAt').execute();

  await db.schema
    .createTable('notification_setting')
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('inApp', 'integer', (c) => c.notNull())
    .addColumn('byMail', 'integer', (c) => c.notNull())
    .addColumn('frequency', 'text')
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('notification_setting_pk', ['userId', 'kind'])
    .execute();
}
