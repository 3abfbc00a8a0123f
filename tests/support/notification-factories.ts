import { sql } from 'kysely';
import { inject } from 'vitest';
import { type DatabaseHandle, openPostgres, openSqlite } from '#db/connection.ts';
import { type Config, readConfig } from '#server/config.ts';
import { startNotificationRunner } from '#server/notification/notification-runner.ts';

export const publicUrl = 'https://satgas.contoh.go.id';

/** Tuesday, 3 November 2026, eight in the morning in Mamuju. */
export const tuesday = at('2026-11-03');

/** The instant of that time of day there. */
export function at(date: string, time = '08:00'): Date {
  return new Date(`${date}T${time}:00+08:00`);
}

export function mailConfig(smtpUrl: string | undefined, isDemo = false): Config {
  const environment = { NODE_ENV: 'test', PUBLIC_URL: publicUrl, MAIL_FROM: 'Satgas 4+1 <satgas@contoh.test>' };
  return readConfig({ ...environment, SMTP_URL: smtpUrl }, { isDemo });
}

/** Another connection to the same database, as another process has one. */
export async function openAgain(database: DatabaseHandle): Promise<DatabaseHandle> {
  if (database.engine === 'sqlite') {
    const { rows } = await sql<{ file: string }>`pragma database_list`.execute(database.db);
    return openSqlite(rows[0]?.file ?? '');
  }
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  return openPostgres(`${inject('postgresBaseUrl')}/${rows[0]?.name}`, { maxConnections: 2 });
}

const silent = { error: () => {}, info: () => {} };

/** A process that starts at that time, does all there is to do, and ends. */
export async function runOnce(database: DatabaseHandle, config: Config, now: Date): Promise<void> {
  const runner = startNotificationRunner({ database, config, logger: silent, now: () => now });
  await runner.idle();
  await runner.stop();
}

export function listMails(database: DatabaseHandle) {
  return database.db.selectFrom('notification_mail').selectAll().orderBy('createdAt').orderBy('id').execute();
}

export function listNoticeRows(database: DatabaseHandle, userId?: string) {
  const all = database.db.selectFrom('notification').selectAll().orderBy('createdAt').orderBy('id');
  return (userId === undefined ? all : all.where('userId', '=', userId)).execute();
}
