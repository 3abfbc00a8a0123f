import { permitted, router } from '#server/trpc.ts';
import { originAnswerSchema, originInput } from '#shared/origin.ts';
import { originOf } from './origin.service.ts';

export const originRouter = router({
  get: permitted('figure.read')
    .input(originInput)
    .output(originAnswerSchema)
    .query(({ ctx, input }) => originOf(ctx.database.db, ctx.actor, { ...input, provinceId: ctx.config.provinceCode })),
});
