import { v7 as uuid } from 'uuid';
import { AppError } from '#server/app-error.ts';
import { deleteAttachmentsOf } from '#server/attachment/attachment.service.ts';
import { recordAudit } from '#server/audit.ts';
import type { Actor } from '#server/context.ts';
import { areaPathOf, type Reference, referenceOf } from '#server/reference/reference.service.ts';
import type { ClaimInput, SaveSmallWinInput, VersionedSmallWinInput } from '#shared/small-win.ts';
import {
  deleteSmallWin,
  insertSmallWin,
  replacePlaces,
  type SmallWinRow,
  updateSmallWin,
} from './small-win.queries.ts';
import { getSmallWinFor, type SmallWinScene, todayIn } from './small-win-access.service.ts';

export type PersonalScene = SmallWinScene & { actor: Actor };

/**
 * Creates a draft, or changes one that has not been handed in or has come back.
 * @throws AppError BAD_INPUT with the fields, VERSION_CONFLICT, and the refusals of `getSmallWinFor`
 */
export async function saveSmallWin(
  scene: PersonalScene,
  input: SaveSmallWinInput,
): Promise<{ id: string; version: number }> {
  const { handle, actor } = scene;
  const now = new Date().toISOString();
  return handle.transaction(async (trx) => {
    const reference = await referenceOf(handle, trx);
    const content = contentOf(scene, reference, input);
    const areaIds = [...new Set(input.areaIds)];
    if (input.id === null) {
      const id = uuid();
      await insertSmallWin(trx, newRow(actor, id, content, now));
      await replacePlaces(trx, id, areaIds);
      await recordAudit(trx, actor.id, [auditOf('small_win.created', id, content, areaIds)], quiet);
      return { id, version: 1 };
    }
    const { id } = input;
    const win = await getSmallWinFor('edit', scene, id, trx);
    assertVersion(win, input.version);
    if (!(await updateSmallWin(trx, win, { ...content, updatedAt: now }))) throw new AppError('VERSION_CONFLICT');
    await replacePlaces(trx, id, areaIds);
    await recordAudit(trx, actor.id, [auditOf('small_win.changed', id, content, areaIds)], quiet);
    return { id, version: win.version + 1 };
  });
}

/** Drafts are on nobody's dashboard. */
const quiet = { changesFigures: false };

export function assertVersion(win: Pick<SmallWinRow, 'version'>, seen: number | null): void {
  if (win.version !== seen) throw new AppError('VERSION_CONFLICT', { params: { version: win.version } });
}

type Content = Pick<
  SmallWinRow,
  'issueId' | 'title' | 'story' | 'date' | 'news' | 'indicatorId' | 'areaId' | 'month' | 'claimedValue'
>;

function contentOf(scene: PersonalScene, reference: Reference, input: SaveSmallWinInput): Content {
  const today = todayIn(scene);
  const fields: Record<string, string> = {};
  if (input.date > today) fields.date = 'DATE_FUTURE';
  if (input.areaIds.some((id) => !isPlace(scene, reference, id))) fields.areaIds = 'AREA_INVALID';
  Object.assign(fields, claimProblems(scene, reference, input, today));
  if (Object.keys(fields).length > 0) throw new AppError('BAD_INPUT', { fields });
  const { issueId, title, story, date, news, claim } = input;
  return {
    issueId,
    title,
    story,
    date,
    news,
    indicatorId: claim?.indicatorId ?? null,
    areaId: claim?.areaId ?? null,
    month: claim?.month ?? null,
    claimedValue: claim?.value ?? null,
  };
}

function claimProblems(
  scene: PersonalScene,
  reference: Reference,
  { claim, issueId }: { claim: ClaimInput | null; issueId: string },
  today: string,
): Record<string, string> {
  if (!claim) return {};
  const indicator = reference.indicatorById.get(claim.indicatorId);
  const problems: Record<string, string> = {};
  if (indicator?.issueId !== issueId || indicator.isActive !== 1)
    problems['claim.indicatorId'] = 'CLAIM_INDICATOR_OTHER';
  if (!isPlace(scene, reference, claim.areaId)) problems['claim.areaId'] = 'AREA_INVALID';
  if (claim.month > today.slice(0, 7)) problems['claim.month'] = 'CLAIM_MONTH_FUTURE';
  if (claim.value < 0 && indicator?.allowsNegative !== 1) problems['claim.value'] = 'CLAIM_VALUE_NEGATIVE';
  return problems;
}

/** The province or a regency or district of it. */
function isPlace({ config }: PersonalScene, reference: Reference, areaId: string): boolean {
  const level = reference.areaById.get(areaId)?.level;
  return level !== undefined && level !== 'village' && areaPathOf(reference, areaId).includes(config.provinceCode);
}

function newRow(actor: Actor, id: string, content: Content, now: string): SmallWinRow {
  return {
    id,
    ...content,
    state: 'draft',
    agencyId: actor.agencyId,
    returnReason: null,
    createdById: actor.id,
    submittedAt: null,
    verifiedById: null,
    verifiedAt: null,
    publishedById: null,
    publishedAt: null,
    isSample: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

/** The story itself stays out of the log: it may name people. */
function auditOf(
  event: 'small_win.created' | 'small_win.changed',
  id: string,
  content: Content,
  areaIds: readonly string[],
) {
  const { story, title: _, ...facts } = content;
  return { event, subjectType: 'small_win', subjectId: id, data: { ...facts, storyLength: story.length, areaIds } };
}

/** Deletes a draft with its files. @throws AppError VERSION_CONFLICT, and the refusals of `getSmallWinFor` */
export async function removeSmallWin(scene: PersonalScene, { id, version }: VersionedSmallWinInput): Promise<void> {
  const removeFiles = await scene.handle.transaction(async (trx) => {
    const win = await getSmallWinFor('remove', scene, id, trx);
    assertVersion(win, version);
    const afterwards = await deleteAttachmentsOf(trx, scene.config.dataDir, {
      subjectType: 'small_win',
      subjectId: id,
    });
    await replacePlaces(trx, id, []);
    await deleteSmallWin(trx, id);
    const data = { issueId: win.issueId, agencyId: win.agencyId };
    await recordAudit(
      trx,
      scene.actor.id,
      [{ event: 'small_win.deleted', subjectType: 'small_win', subjectId: id, data }],
      quiet,
    );
    return afterwards;
  });
  await removeFiles();
}
