import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { recordAudit } from '#server/audit.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import type { CalendarStatus } from '#shared/calendar.ts';
import { can, roleSchema } from '#shared/permissions.ts';
import { deleteFeed, findFeed, findFeedOwner, replaceFeed } from './calendar.queries.ts';

export const calendarPath = '/api/calendar';

/** No dashboard shows who keeps a calendar. */
const quiet = { changesFigures: false };

export async function calendarStatus(handle: DatabaseHandle, actor: Actor): Promise<CalendarStatus> {
  const feed = await findFeed(handle.db, actor.id);
  return { isMade: feed !== undefined, madeAt: feed?.createdAt ?? null };
}

/** Makes the person's calendar address; an older one ends with it. It is told this once: only its hash is kept. */
export async function makeCalendar(
  handle: DatabaseHandle,
  config: Pick<Config, 'publicUrl'>,
  actor: Actor,
): Promise<{ address: string }> {
  const token = randomBytes(32).toString('base64url');
  await handle.transaction(async (trx) => {
    await replaceFeed(trx, { userId: actor.id, tokenHash: hashOf(token), createdAt: new Date().toISOString() });
    await recordAudit(trx, actor.id, [auditOf('calendar_feed.made', actor)], quiet);
  });
  return { address: `${config.publicUrl}${calendarPath}/${token}.ics` };
}

export async function revokeCalendar(handle: DatabaseHandle, actor: Actor): Promise<void> {
  await handle.transaction(async (trx) => {
    if (await deleteFeed(trx, actor.id))
      await recordAudit(trx, actor.id, [auditOf('calendar_feed.revoked', actor)], quiet);
  });
}

function auditOf(event: 'calendar_feed.made' | 'calendar_feed.revoked', actor: Actor) {
  return { event, subjectType: 'user', subjectId: actor.id, data: {} };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whose calendar an address stands for: undefined for a revoked or unknown one, and for people who may read none. */
export async function findCalendarOwner(
  db: Kysely<Database>,
  token: string,
): Promise<(Actor & { locale: 'id' | 'en' }) | undefined> {
  const owner = await findFeedOwner(db, hashOf(token));
  const role = roleSchema.exclude(['public']).safeParse(owner?.role);
  if (!owner || !role.success || !can(role.data, 'calendar.read')) return undefined;
  const { id, name, agencyId } = owner;
  return { id, name, agencyId, role: role.data, sessionId: '', locale: owner.locale === 'en' ? 'en' : 'id' };
}
