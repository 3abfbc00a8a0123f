import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { type SmallWinHistoryItem, smallWinHistorySchema } from '#shared/small-win.ts';
import { listAuditOf, namesOfPeople, type SmallWinRow } from './small-win.queries.ts';

const dataSchema = z.object({ reason: z.string().optional() });

/** Who did what to a record and when, oldest first; saves that follow each other by one person are one line. */
export async function historyOf(db: Kysely<Database>, win: SmallWinRow): Promise<SmallWinHistoryItem[]> {
  const items: SmallWinHistoryItem[] = [];
  for (const row of await listAuditOf(db, win.id)) {
    const event = smallWinHistorySchema.shape.event.safeParse(row.event.replace('small_win.', ''));
    if (!event.success) continue;
    const { reason } = dataSchema.catch({}).parse(JSON.parse(row.data));
    const before = items.at(-1);
    if (event.data === 'changed' && before && before.event === 'changed' && before.name === row.name) items.pop();
    items.push({ event: event.data, at: row.at, name: row.name, reason: reason ?? null });
  }
  return items.length > 0 ? items : historyOfRow(db, win);
}

/** Of a record that was loaded and not made here, its own columns tell what there is to tell. */
async function historyOfRow(db: Kysely<Database>, win: SmallWinRow): Promise<SmallWinHistoryItem[]> {
  const steps = [
    { event: 'submitted', at: win.submittedAt, byId: win.createdById },
    { event: 'verified', at: win.verifiedAt, byId: win.verifiedById },
    { event: 'published', at: win.publishedAt, byId: win.publishedById },
  ] as const;
  const names = await namesOfPeople(
    db,
    steps.flatMap(({ byId }) => byId ?? []),
  );
  return steps.flatMap(({ event, at, byId }) =>
    at === null ? [] : [{ event, at, name: byId === null ? null : (names.get(byId) ?? null), reason: null }],
  );
}
