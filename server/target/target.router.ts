import { z } from 'zod';
import { permitted, permittedPerson, router } from '#server/trpc.ts';
import { createTargetInput, listTargetsOutput, targetRefInput, updateTargetInput } from '#shared/target.ts';
import { changeTarget, createTarget, listTargets, removeTarget } from './target.service.ts';

export const targetRouter = router({
  list: permitted('manage.read')
    .output(listTargetsOutput)
    .query(({ ctx }) => listTargets(ctx.database)),

  create: permittedPerson('target.manage')
    .input(createTargetInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => createTarget(ctx.database, ctx.actor, input)),

  update: permittedPerson('target.manage')
    .input(updateTargetInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changeTarget(ctx.database, ctx.actor, input)),

  remove: permittedPerson('target.manage')
    .input(targetRefInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeTarget(ctx.database, ctx.actor, input)),
});
