import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { coordinatorOf } from '#server/assignment/assignment.service.ts';
import type { AttachmentGuard } from '#server/attachment/attachment.service.ts';
import type { Config } from '#server/config.ts';
import { type Actor, roleOf } from '#server/context.ts';
import { predecessorsOf, type Reference, referenceOf, successorsOf } from '#server/reference/reference.service.ts';
import { assertPermitted } from '#server/trpc.ts';
import { currentDate } from '#shared/month.ts';
import { can } from '#shared/permissions.ts';
import { maySeeSmallWin, type SmallWinAction, type SmallWinStanding, whyNotAct } from '#shared/small-win.ts';
import { findSmallWin, type SmallWinReader, type SmallWinRow } from './small-win.queries.ts';

/** What a request to this noun stands on. */
export interface SmallWinScene {
  handle: DatabaseHandle;
  config: Pick<Config, 'timeZone' | 'dataDir' | 'provinceCode'>;
  actor: Actor | null;
}

export function todayIn({ config }: Pick<SmallWinScene, 'config'>): string {
  return currentDate(new Date(), config.timeZone);
}

function isStaff(actor: Actor | null): boolean {
  return can(roleOf(actor), 'small_win.read_verified');
}

/** How the actor stands to one record, by the assignments and agencies of today. */
export function standingTo(
  reference: Reference,
  actor: Actor | null,
  win: Pick<SmallWinRow, 'agencyId' | 'createdById' | 'issueId'>,
  today: string,
): SmallWinStanding {
  const role = roleOf(actor);
  const agencyId = actor?.agencyId ?? null;
  const isCreator = actor !== null && win.createdById === actor.id;
  // What belongs to no agency is the secretariat's own.
  const isAuthor =
    win.agencyId === null ? isCreator || role === 'secretariat' : isHeir(reference, agencyId, win.agencyId);
  return {
    role,
    isStaff: isStaff(actor),
    isAuthor,
    isRelated: isAuthor || isCreator || isHeir(reference, win.agencyId, agencyId),
    coordinatesIssue: agencyId !== null && coordinatorOf(reference, win.issueId, today) === agencyId,
  };
}

/** Whether the first agency is the second, or took over from it. */
function isHeir(reference: Reference, agencyId: string | null, ancestorId: string | null): boolean {
  if (agencyId === null || ancestorId === null) return false;
  return agencyId === ancestorId || successorsOf(reference, ancestorId).has(agencyId);
}

export function readerOf(reference: Reference, actor: Actor | null, today: string): SmallWinReader {
  const agencyId = actor?.agencyId ?? null;
  const coordinates = actor?.role === 'issue_coordinator' && agencyId !== null;
  return {
    userId: actor?.id ?? null,
    isStaff: isStaff(actor),
    isSecretariat: actor?.role === 'secretariat',
    agencyIds: agencyId === null ? [] : [agencyId, ...predecessorsOf(reference, agencyId)],
    coordinatedIssueIds: coordinates
      ? reference.issues.map((issue) => issue.id).filter((id) => coordinatorOf(reference, id, today) === agencyId)
      : [],
  };
}

/**
 * The record as `db` sees it now, if the actor may do this to it.
 * @throws AppError SMALL_WIN_NOT_FOUND (also for what the actor may not see), and the reasons of `whyNotAct`
 */
export async function getSmallWinFor(
  action: SmallWinAction,
  scene: SmallWinScene,
  id: string,
  db: Kysely<Database>,
): Promise<SmallWinRow> {
  const win = await findSmallWin(db, id);
  if (!win) throw new AppError('SMALL_WIN_NOT_FOUND');
  const reference = await referenceOf(scene.handle, db);
  const reason = whyNotAct(action, standingTo(reference, scene.actor, win, todayIn(scene)), win.state);
  if (reason !== null) throw new AppError(reason, { params: { state: win.state } });
  return win;
}

/** Files of a record are seen by those who see the record, and changed by those who may edit it. */
export function smallWinAttachmentGuard(config: SmallWinScene['config']): AttachmentGuard {
  return {
    async visibility(handle, actor, subjectId) {
      const win = await findSmallWin(handle.db, subjectId);
      if (!win) return undefined;
      if (win.state === 'published') return 'public';
      const standing = standingTo(await referenceOf(handle), actor, win, todayIn({ config }));
      return maySeeSmallWin(standing, win.state) ? 'private' : undefined;
    },
    async assertMayChange(handle, actor, subjectId, db) {
      assertPermitted(actor, 'small_win.write');
      await getSmallWinFor('edit', { handle, config, actor }, subjectId, db);
    },
  };
}
