import { z } from 'zod';
import { permitted, router } from '#server/trpc.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import { acceptInvitationInput, acceptSetupInput, linkTokenSchema, resetPasswordInput } from '#shared/user.ts';
import {
  acceptInvitation,
  acceptSetup,
  describeLink,
  requestPasswordReset,
  resetPassword,
} from './accept-link.service.ts';

export const linkRouter = router({
  describe: permitted('link.accept')
    .input(z.object({ token: linkTokenSchema }))
    .output(
      z.object({
        kind: z.enum(['setup', 'invitation', 'password_reset']),
        name: z.string().nullable(),
        email: z.string().nullable(),
        username: z.string().nullable(),
        role: accountRoleSchema.nullable(),
        agencyName: z.string().nullable(),
        expiresAt: z.string(),
      }),
    )
    .query(({ ctx, input }) => describeLink(ctx.database, input.token)),

  acceptInvitation: permitted('link.accept')
    .input(acceptInvitationInput)
    .output(z.void())
    .mutation(({ ctx, input }) => acceptInvitation(ctx.database, input)),

  acceptSetup: permitted('link.accept')
    .input(acceptSetupInput)
    .output(z.void())
    .mutation(({ ctx, input }) => acceptSetup(ctx.database, input)),

  resetPassword: permitted('link.accept')
    .input(resetPasswordInput)
    .output(z.void())
    .mutation(({ ctx, input }) => resetPassword(ctx.database, input)),

  requestReset: permitted('link.accept')
    .input(z.object({ identifier: z.string().trim().min(3).max(254) }))
    .output(z.object({ isMailConfigured: z.boolean() }))
    .mutation(({ ctx, input }) =>
      requestPasswordReset(ctx.database, ctx.config, { ...input, clientAddress: ctx.clientAddress }),
    ),
});
