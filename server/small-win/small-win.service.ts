import { AppError } from '#server/app-error.ts';
import { attachmentsOf } from '#server/attachment/attachment.service.ts';
import { claimsOf } from '#server/figure/claims.service.ts';
import { type Reference, referenceOf } from '#server/reference/reference.service.ts';
import type { Attachment } from '#shared/attachment.ts';
import {
  allowedActions,
  type ListSmallWinsInput,
  maySeeSmallWin,
  type SmallWinCard,
  type SmallWinClaim,
  type SmallWinCounts,
  type SmallWinDetail,
  whyNotAct,
} from '#shared/small-win.ts';
import { historyOf } from './history.ts';
import {
  countSmallWins,
  cursorOf,
  findSmallWin,
  listPlaces,
  listSmallWins,
  type SmallWinRow,
} from './small-win.queries.ts';
import { readerOf, type SmallWinScene, standingTo, todayIn } from './small-win-access.service.ts';

export { smallWinAttachmentGuard } from './small-win-access.service.ts';

const EXCERPT_LENGTH = 220;

/** The small wins the actor may see, latest first. */
export async function findSmallWins(
  scene: SmallWinScene,
  filter: ListSmallWinsInput,
): Promise<{ items: SmallWinCard[]; nextCursor: string | null }> {
  const { db } = scene.handle;
  const reference = await referenceOf(scene.handle);
  const found = await listSmallWins(db, readerOf(reference, scene.actor, todayIn(scene)), filter);
  const wins = found.slice(0, filter.limit);
  const ids = wins.map((win) => win.id);
  const [places, claims, attachments] = await Promise.all([
    listPlaces(db, ids),
    claimsOf(db, wins),
    attachmentsOf(db, 'small_win', ids),
  ]);
  const last = wins.at(-1);
  return {
    items: wins.map((win) => {
      const files = attachments.get(win.id) ?? [];
      const photos = files.filter((file) => file.isPhoto);
      return {
        ...factsOf(reference, win, places, claims),
        excerpt: excerptOf(win.story),
        photos,
        fileCount: files.length - photos.length,
      };
    }),
    nextCursor: found.length > wins.length && last ? cursorOf(last) : null,
  };
}

type Places = Awaited<ReturnType<typeof listPlaces>>;

function factsOf(
  reference: Reference,
  win: SmallWinRow,
  places: Places,
  claims: ReadonlyMap<string, SmallWinClaim>,
): Omit<SmallWinCard, 'excerpt' | 'photos' | 'fileCount'> {
  const agency = win.agencyId === null ? undefined : reference.agencyById.get(win.agencyId);
  return {
    id: win.id,
    version: win.version,
    issueId: win.issueId,
    title: win.title,
    date: win.date,
    news: win.news,
    state: win.state,
    areas: places.filter((each) => each.smallWinId === win.id).map(({ id, name, level }) => ({ id, name, level })),
    agency: agency ? { id: agency.id, abbr: agency.abbr, name: agency.name } : null,
    claim: claims.get(win.id) ?? null,
    isSample: win.isSample === 1,
  };
}

/** Whole words; the ellipsis says that there is more. */
function excerptOf(story: string): string {
  const text = story.replace(/\s+/g, ' ').trim();
  if (text.length <= EXCERPT_LENGTH) return text;
  return `${text.slice(0, EXCERPT_LENGTH).replace(/\s\S*$/, '')} …`;
}

/** @throws AppError SMALL_WIN_NOT_FOUND, also for what the actor may not see */
export async function getSmallWin(scene: SmallWinScene, id: string): Promise<SmallWinDetail> {
  const { handle, actor } = scene;
  const win = await findSmallWin(handle.db, id);
  const reference = await referenceOf(handle);
  const standing = win && standingTo(reference, actor, win, todayIn(scene));
  if (!win || !standing || !maySeeSmallWin(standing, win.state)) throw new AppError('SMALL_WIN_NOT_FOUND');
  const [places, claims, attachments, history] = await Promise.all([
    listPlaces(handle.db, [id]),
    claimsOf(handle.db, [win]),
    attachmentsOf(handle.db, 'small_win', [id]),
    standing.isStaff ? historyOf(handle.db, win) : [],
  ]);
  const isOpen = win.state === 'returned' || win.state === 'draft' || win.state === 'submitted';
  return {
    ...factsOf(reference, win, places, claims),
    story: win.story,
    returnReason: isOpen ? win.returnReason : null,
    publishedAt: win.state === 'published' ? win.publishedAt : null,
    attachments: attachments.get(id) ?? [],
    actions: allowedActions(standing, win.state),
    isForAnotherVerifier:
      win.state === 'submitted' && whyNotAct('verify', standing, win.state) === 'SMALL_WIN_OWN_AGENCY',
    history,
  };
}

export async function countByState(scene: SmallWinScene): Promise<SmallWinCounts> {
  const reference = await referenceOf(scene.handle);
  const rows = await countSmallWins(scene.handle.db, readerOf(reference, scene.actor, todayIn(scene)));
  const counts: SmallWinCounts = { draft: 0, submitted: 0, returned: 0, verified: 0, published: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}

/** The evidence of a record that the actor may see. */
export async function listEvidence(scene: SmallWinScene, id: string): Promise<Attachment[]> {
  return (await getSmallWin(scene, id)).attachments;
}
