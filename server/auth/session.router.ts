import { z } from 'zod';
import { permitted, permittedPerson, router } from '#server/trpc.ts';
import { sessionSchema } from '#shared/session.ts';
import { describeSession, listOwnSessions, revokeOtherSessions, revokeOwnSession } from './session.service.ts';

const sessionOutput = z.object({
  id: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
});

export const sessionRouter = router({
  me: permitted('session.read')
    .output(sessionSchema)
    .query(({ ctx }) => describeSession(ctx.database, ctx.config, ctx.actor)),

  list: permittedPerson('session.manage')
    .output(z.array(sessionOutput))
    .query(({ ctx }) => listOwnSessions(ctx.database, ctx.actor)),

  revoke: permittedPerson('session.manage')
    .input(z.object({ id: z.string().max(60) }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeOwnSession(ctx.database, ctx.actor, input.id)),

  revokeOthers: permittedPerson('session.manage')
    .output(z.object({ ended: z.number() }))
    .mutation(async ({ ctx }) => ({ ended: await revokeOtherSessions(ctx.database, ctx.actor) })),
});
