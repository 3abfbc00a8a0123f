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

type AuditQuery = Omit<ListAuditInput, 'from' | 'to'> & AuditSpan;

/** The newest first; one more than asked for, which tells whether there are more. Never reads the log in full. */
export async function listAuditRows(db: Kysely<Database>, filter: AuditQuery): Promise<AuditRow[]> {
  const span = await seqSpan(db, filter);
  const { event } = filter;
  if (event === undefined || event.includes('.')) return listOfEvent(db, filter, span);
  // One walk along the index for each event of the noun: all at once would be read whole to be sorted.
  const rows: AuditRow[] = [];
  for (const each of eventsOf(event)) rows.push(...(await listOfEvent(db, { ...filter, event: each }, span)));
  return rows.toSorted((left, right) => right.seq - left.seq).slice(0, filter.limit + 1);
}

function listOfEvent(db: Kysely<Database>, filter: AuditQuery, span: SeqSpan): Promise<AuditRow[]> {
  let query = db.selectFrom('audit_event').selectAll();
  const { event, actorId, subjectType, subjectId, since, until, before } = filter;
  if (event) query = query.where('event', '=', event);
  if (actorId) query = query.where('actorId', '=', actorId);
  if (subjectType) query = query.where('subjectType', '=', subjectType);
  if (subjectId) query = query.where('subjectId', '=', subjectId);
  if (since) query = query.where('at', '>=', since);
  if (until) query = query.where('at', '<', until);
  if (before) query = query.where('seq', '<', before);
  if (span.after !== null) query = query.where('seq', '>', span.after);
  if (span.before !== null) query = query.where('seq', '<', span.before);
  return query
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Both ends are left out; null: open. */
interface SeqSpan {
  after: number | null;
  before: number | null;
}

/** Events are numbered in the order of their instants, save that the clocks of several machines differ a little. */
const CLOCK_MARGIN_MS = 3_600_000;

/** Numbers between which all events of a span of time lie. */
async function seqSpan(db: Kysely<Database>, { since, until }: AuditSpan): Promise<SeqSpan> {
  const after = since === undefined ? null : await findSeqNext(db, '<', Date.parse(since) - CLOCK_MARGIN_MS);
  const before = until === undefined ? null : await findSeqNext(db, '>=', Date.parse(until) + CLOCK_MARGIN_MS);
  return { after, before };
}

/** The number of the last event before an instant, or of the first one from it on. */
async function findSeqNext(db: Kysely<Database>, side: '<' | '>=', instant: number): Promise<number | null> {
  const direction = side === '<' ? 'desc' : 'asc';
  const row = await db
    .selectFrom('audit_event')
    .select('seq')
    .where('at', side, new Date(instant).toISOString())
    .orderBy('at', direction)
    .orderBy('seq', direction)
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? null;
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

/** Also of what was deleted, as long as its row is kept. */
export async function listTitles(
  db: Kysely<Database>,
  table: 'small_win' | 'deck' | 'meeting',
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom(table)
    .select(['id', 'title as name'])
    .where('id', 'in', [...ids])
    .execute();
}

/** Whose doings the log can hold. */
export function listPeople(db: Kysely<Database>): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('user').select(['id', 'name']).orderBy('name').orderBy('id').execute();
}
