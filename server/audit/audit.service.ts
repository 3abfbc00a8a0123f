import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { type AuditLine, type ListAuditInput, listAuditOutput } from '#shared/audit-log.ts';
import { type AuditRow, listAreaNames, listAuditRows, listNames, listPeople, listTitles } from './audit.queries.ts';
import { endOfDay, startOfDay } from './day-bounds.ts';

const dataSchema = z.record(z.string(), z.unknown());

/** A page of the log, the newest first, with names for what its lines refer to by id. */
export async function listAudit({ db }: DatabaseHandle, input: ListAuditInput, timeZone: string) {
  const { from, to, ...filter } = input;
  const rows = await listAuditRows(db, {
    ...filter,
    ...(from && { since: startOfDay(from, timeZone).toISOString() }),
    ...(to && { until: endOfDay(to, timeZone).toISOString() }),
  });
  const page = rows.slice(0, input.limit);
  const read = page.map((row) => ({ row, data: dataSchema.catch({}).parse(JSON.parse(row.data)) }));
  const people = await peopleOf(db, page);
  const titles = await titlesOf(db, page);
  const lines = read.map(
    ({ row, data }): AuditLine => ({
      seq: row.seq,
      at: row.at,
      event: row.event,
      actorId: row.actorId,
      actorName: row.actorId === null ? null : (people.get(row.actorId) ?? row.actorId),
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      subjectName: people.get(row.subjectId) ?? titles.get(row.subjectId) ?? null,
      data,
    }),
  );
  const names = await namesIn(
    db,
    read.map(({ data }) => data),
  );
  const next = rows.length > page.length ? (page.at(-1)?.seq ?? null) : null;
  return listAuditOutput.parse({ lines, next, names });
}

async function peopleOf(db: Kysely<Database>, rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => [row.actorId ?? [], row.subjectType === 'user' ? row.subjectId : []].flat());
  return toMap(await listNames(db, 'user', [...new Set(ids)]));
}

async function titlesOf(db: Kysely<Database>, rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const table of ['small_win', 'deck', 'meeting'] as const) {
    const ids = rows.flatMap((row) => (row.subjectType === table ? row.subjectId : []));
    for (const { id, name } of await listTitles(db, table, [...new Set(ids)])) titles.set(id, name);
  }
  return titles;
}

/** What the data name by id and have a name for: `agencyId`, `{ changes: { agencyId: { from, to } } }`. */
async function namesIn(db: Kysely<Database>, data: readonly unknown[]): Promise<Record<string, string>> {
  const ids: NamedIds = { agency: new Set(), area: new Set(), deck: new Set(), meeting: new Set() };
  for (const each of data) collectIds(each, '', ids);
  const found = [
    ...(await listNames(db, 'agency', [...ids.agency])),
    ...(await listAreaNames(db, [...ids.area])),
    ...(await listTitles(db, 'deck', [...ids.deck])),
    ...(await listTitles(db, 'meeting', [...ids.meeting])),
  ];
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}

const nameKeys = {
  agency: /agencyid|heirid|successorids/i,
  area: /areaids?$/i,
  deck: /deckid$/i,
  meeting: /meetingid$/i,
};
type NamedNoun = keyof typeof nameKeys;
type NamedIds = Record<NamedNoun, Set<string>>;

function collectIds(value: unknown, key: string, into: NamedIds): void {
  if (typeof value === 'string') {
    const nouns = Object.keys(nameKeys) as NamedNoun[];
    const noun = nouns.find((each) => nameKeys[each].test(key));
    if (noun) into[noun].add(value);
  } else if (Array.isArray(value)) {
    for (const each of value) collectIds(each, key, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      // `from` and `to` belong to the field that changed.
      collectIds(child, name === 'from' || name === 'to' ? key : name, into);
    }
  }
}

function toMap(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function auditPeople({ db }: DatabaseHandle) {
  return listPeople(db);
}
