import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { AuditEventName } from '#shared/audit-event.ts';
import {
  nextState,
  type ReturnSmallWinInput,
  type SmallWinAction,
  type SmallWinState,
  storyLength,
  type VersionedSmallWinInput,
} from '#shared/small-win.ts';
import { assertVersion, type PersonalScene } from './save-small-win.ts';
import { type SmallWinRow, updateSmallWin } from './small-win.queries.ts';
import { getSmallWinFor } from './small-win-access.service.ts';

type Move = Exclude<SmallWinAction, 'edit' | 'remove'>;

const events = {
  submit: 'small_win.submitted',
  verify: 'small_win.verified',
  return: 'small_win.returned',
  publish: 'small_win.published',
  unpublish: 'small_win.unpublished',
} as const satisfies Record<Move, AuditEventName>;

interface Step {
  patch: (win: SmallWinRow, now: string) => Partial<SmallWinRow>;
  /** For the log. */
  data?: Record<string, unknown>;
}

/** One step of a record's life: who and what was seen are checked in the transaction that writes it and its audit event. */
async function move(
  scene: PersonalScene,
  action: Move,
  { id, version }: VersionedSmallWinInput,
  step: Step,
): Promise<{ version: number; state: SmallWinState }> {
  const now = new Date().toISOString();
  return scene.handle.transaction(async (trx) => {
    const win = await getSmallWinFor(action, scene, id, trx);
    assertVersion(win, version);
    const state = nextState(action, win.state);
    if (!state) throw new AppError('SMALL_WIN_WRONG_STATE');
    const isDone = await updateSmallWin(trx, win, { ...step.patch(win, now), state, updatedAt: now });
    if (!isDone) throw new AppError('VERSION_CONFLICT');
    const data = { from: win.state, issueId: win.issueId, ...step.data };
    await recordAudit(trx, scene.actor.id, [{ event: events[action], subjectType: 'small_win', subjectId: id, data }]);
    return { version: win.version + 1, state };
  });
}

/** Hands a draft in. @throws AppError BAD_INPUT where the story does not tell anything yet */
export function submitSmallWin(scene: PersonalScene, input: VersionedSmallWinInput) {
  return move(scene, 'submit', input, {
    patch: (win, now) => {
      if (win.story.trim().length < storyLength.min)
        throw new AppError('BAD_INPUT', { fields: { story: 'STORY_SHORT' } });
      return { submittedAt: now, returnReason: null };
    },
  });
}

export function verifySmallWin(scene: PersonalScene, input: VersionedSmallWinInput) {
  return move(scene, 'verify', input, {
    patch: (_win, now) => ({ verifiedAt: now, verifiedById: scene.actor.id, returnReason: null }),
  });
}

/** Sends a record back to its author, who reads the reason. */
export function returnSmallWin(scene: PersonalScene, { reason, ...input }: ReturnSmallWinInput) {
  return move(scene, 'return', input, {
    patch: () => ({ returnReason: reason, verifiedAt: null, verifiedById: null }),
    data: { reason },
  });
}

export function publishSmallWin(scene: PersonalScene, input: VersionedSmallWinInput) {
  return move(scene, 'publish', input, {
    patch: (_win, now) => ({ publishedAt: now, publishedById: scene.actor.id }),
  });
}

/** Takes a record out of the public's sight; it stays verified. */
export function unpublishSmallWin(scene: PersonalScene, input: VersionedSmallWinInput) {
  return move(scene, 'unpublish', input, { patch: () => ({ publishedAt: null, publishedById: null }) });
}
