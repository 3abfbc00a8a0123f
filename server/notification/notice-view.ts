import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import { type StoredNotice, storedNoticeSchema } from '#shared/notification/stored.ts';
import type { Notification } from '#shared/notification.ts';
import type { NoticeRow } from './notification.queries.ts';

type Unread = Pick<Notification, 'id' | 'createdAt' | 'readAt'>;

export function storedIn(row: Pick<NoticeRow, 'kind' | 'data'>): StoredNotice {
  return storedNoticeSchema.parse({ ...JSON.parse(row.data), kind: row.kind });
}

/** The notices with the names that agencies and people have now. */
export async function viewOf(
  db: Kysely<Database>,
  reference: Reference,
  rows: readonly NoticeRow[],
): Promise<Notification[]> {
  const notices = rows.map(({ id, createdAt, readAt, ...row }) => ({
    head: { id, createdAt, readAt },
    stored: storedIn(row),
  }));
  const names = await namesOf(
    db,
    notices.flatMap(({ stored }) => actorsOf(stored)),
  );
  return notices.map(({ head, stored }) => named(head, stored, reference, names));
}

function named(
  head: Unread,
  stored: StoredNotice,
  reference: Reference,
  names: ReadonlyMap<string, string>,
): Notification {
  switch (stored.kind) {
    case 'due_soon':
    case 'overdue':
      return { ...head, kind: stored.kind, items: stored.items.map((item) => withAgency(reference, item)) };
    case 'to_verify':
      return { ...head, kind: stored.kind, items: stored.items.map((item) => withAgency(reference, item)) };
    case 'returned':
    case 'verified':
      return {
        ...head,
        kind: stored.kind,
        items: stored.items.map(({ byId, ...item }) => ({
          ...withAgency(reference, item),
          byName: byId === null ? null : (names.get(byId) ?? null),
        })),
      };
    case 'digest':
      return { ...head, kind: stored.kind, digest: stored.digest };
  }
}

export function withAgency<Item extends { agencyId: string }>(
  reference: Pick<Reference, 'agencyById'>,
  item: Item,
): Item & { agencyAbbr: string } {
  return { ...item, agencyAbbr: reference.agencyById.get(item.agencyId)?.abbr ?? item.agencyId };
}

function actorsOf(stored: StoredNotice): string[] {
  if (stored.kind !== 'returned' && stored.kind !== 'verified') return [];
  return stored.items.flatMap(({ byId }) => (byId === null ? [] : [byId]));
}

async function namesOf(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
