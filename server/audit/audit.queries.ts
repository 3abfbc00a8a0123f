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
  if (span === null) return [];
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
  if (span.from !== null) query = query.where('seq', '>=', span.from);
  if (span.below !== null) query = query.where('seq', '<', span.below);
  return query
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

interface SeqSpan {
  from: number | null;
  below: number | null;
}

/** Events are numbered in the order of their instants, save that the clocks of several machines differ a little. */
const CLOCK_MARGIN_MS = 3_600_000;

/** The numbers between which the events of a span of time lie; null when there are none. */
async function seqSpan(db: Kysely<Database>, { since, until }: AuditSpan): Promise<SeqSpan | null> {
  const from = since === undefined ? null : await findSeqAt(db, Date.parse(since) - CLOCK_MARGIN_MS);
  if (from === undefined) return null;
  const below = until === undefined ? null : await findSeqAt(db, Date.parse(until) + CLOCK_MARGIN_MS);
  return { from, below: below ?? null };
}

/** The number of the first event from an instant on. */
async function findSeqAt(db: Kysely<Database>, instant: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('audit_event')
    .select('seq')
    .where('at', '>=', new Date(instant).toISOString())
    .orderBy('at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.seq;
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
