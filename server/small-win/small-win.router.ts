import { z } from 'zod';
import { removeAttachment } from '#server/attachment/attachment.service.ts';
import type { Config } from '#server/config.ts';
import type { Actor, Context } from '#server/context.ts';
import { checkedBy, permitted, permittedPerson, router } from '#server/trpc.ts';
import { attachmentSchema } from '#shared/attachment.ts';
import {
  listSmallWinsInput,
  returnSmallWinInput,
  saveSmallWinInput,
  smallWinCountsSchema,
  smallWinDetailSchema,
  smallWinListSchema,
  smallWinStateSchema,
  versionedSmallWinInput,
} from '#shared/small-win.ts';
import {
  publishSmallWin,
  returnSmallWin,
  submitSmallWin,
  unpublishSmallWin,
  verifySmallWin,
} from './move-small-win.ts';
import { removeSmallWin, saveSmallWin } from './save-small-win.ts';
import { countByState, findSmallWins, getSmallWin, listEvidence } from './small-win.service.ts';
import { smallWinAttachmentGuard } from './small-win-access.service.ts';

const byId = z.object({ id: z.string().min(1).max(60) });
const moved = z.object({ version: z.number(), state: smallWinStateSchema });

function sceneOf<A extends Actor | null>(ctx: Pick<Context, 'config' | 'database'> & { actor: A }) {
  const config: Config = ctx.config;
  return { handle: ctx.database, config, actor: ctx.actor };
}

export const smallWinRouter = router({
  list: permitted('small_win.read')
    .input(listSmallWinsInput)
    .output(checkedBy(smallWinListSchema))
    .query(({ ctx, input }) => findSmallWins(sceneOf(ctx), input)),

  counts: permitted('small_win.read')
    .output(checkedBy(smallWinCountsSchema))
    .query(({ ctx }) => countByState(sceneOf(ctx))),

  get: permitted('small_win.read')
    .input(byId)
    .output(checkedBy(smallWinDetailSchema))
    .query(({ ctx, input }) => getSmallWin(sceneOf(ctx), input.id)),

  attachments: permitted('small_win.read')
    .input(byId)
    .output(checkedBy(z.array(attachmentSchema)))
    .query(({ ctx, input }) => listEvidence(sceneOf(ctx), input.id)),

  save: permittedPerson('small_win.write')
    .input(saveSmallWinInput)
    .output(checkedBy(z.object({ id: z.string(), version: z.number() })))
    .mutation(({ ctx, input }) => saveSmallWin(sceneOf(ctx), input)),

  remove: permittedPerson('small_win.write')
    .input(versionedSmallWinInput)
    .output(checkedBy(z.void()))
    .mutation(({ ctx, input }) => removeSmallWin(sceneOf(ctx), input)),

  removeAttachment: permittedPerson('small_win.write')
    .input(byId)
    .output(checkedBy(z.void()))
    .mutation(({ ctx, input }) =>
      removeAttachment(ctx.database, ctx.config.dataDir, ctx.actor, input.id, {
        small_win: smallWinAttachmentGuard(ctx.config),
      }),
    ),

  submit: permittedPerson('small_win.write')
    .input(versionedSmallWinInput)
    .output(checkedBy(moved))
    .mutation(({ ctx, input }) => submitSmallWin(sceneOf(ctx), input)),

  verify: permittedPerson('small_win.verify')
    .input(versionedSmallWinInput)
    .output(checkedBy(moved))
    .mutation(({ ctx, input }) => verifySmallWin(sceneOf(ctx), input)),

  return: permittedPerson('small_win.verify')
    .input(returnSmallWinInput)
    .output(checkedBy(moved))
    .mutation(({ ctx, input }) => returnSmallWin(sceneOf(ctx), input)),

  publish: permittedPerson('small_win.publish')
    .input(versionedSmallWinInput)
    .output(checkedBy(moved))
    .mutation(({ ctx, input }) => publishSmallWin(sceneOf(ctx), input)),

  unpublish: permittedPerson('small_win.publish')
    .input(versionedSmallWinInput)
    .output(checkedBy(moved))
    .mutation(({ ctx, input }) => unpublishSmallWin(sceneOf(ctx), input)),
});
