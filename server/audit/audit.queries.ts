import type { Kysely, Selectable } from 'kysely';
import type { AuditEventTable, Database } from '#db/schema.ts';
import { auditEventSchemas } from '#shared/audit-event.ts';
import type { ListAuditInput } from '#shared/audit-log.ts';

export type AuditRow = Selectable<AuditEventTable>;

/** Instants instead of the filter's calendar days. */
export interface AuditSpan {
  since?: string;
  /** The first instant that is not wanted any more. */
  until?: string;
}

/** The newest first; one more than asked for, which tells whether there are more. */
export function listAuditRows(
  db: Kysely<Database>,
  filter: Omit<ListAuditInput, 'from' | 'to'> & AuditSpan,
): Promise<AuditRow[]> {
  let query = db.selectFrom('audit_event').selectAll();
  const { event, actorId, subjectType, subjectId, since, until, before } = filter;
  // By name instead of `like`, so that the index serves it.
  if (event) query = query.where('event', 'in', event.includes('.') ? [event] : eventsOf(event));
  if (actorId) query = query.where('actorId', '=', actorId);
  if (subjectType) query = query.where('subjectType', '=', subjectType);
  if (subjectId) query = query.where('subjectId', '=', subjectId);
  if (since) query = query.where('at', '>=', since);
  if (until) query = query.where('at', '<', until);
  if (before) query = query.where('seq', '<', before);
  return query
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

function eventsOf(noun: string): string[] {
  return Object.keys(auditEventSchemas).filter((event) => event.startsWith(`${noun}.`));
}

export async function listNames(
  db: Kysely<Database>,
  table: 'user' | 'agency',
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
}

export async function listAreaNames(db: Kysely<Database>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('area')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
}

export async function listSmallWinTitles(db: Kysely<Database>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('small_win')
    .select(['id', 'title as name'])
    .where('id', 'in', [...ids])
    .execute();
}

/** Whose doings the log can hold. */
export function listPeople(db: Kysely<Database>): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('user').select(['id', 'name']).orderBy('name').orderBy('id').execute();
}
