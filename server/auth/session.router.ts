import { z } from 'zod';
import { permitted, permittedPerson, router } from '#server/trpc.ts';
import { localeSchema } from '#shared/locale.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import { describeSession, listOwnSessions, revokeOtherSessions, revokeOwnSession } from './session.service.ts';

const meOutput = z.object({
  user: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      username: z.string().nullable(),
      role: accountRoleSchema,
      agencyId: z.string().nullable(),
      agencyName: z.string().nullable(),
      agencyAbbr: z.string().nullable(),
      locale: localeSchema,
      isSample: z.boolean(),
      twoFactorEnabled: z.boolean(),
    })
    .nullable(),
  app: z.object({
    provinceCode: z.string(),
    provinceName: z.string(),
    currentMonth: monthSchema,
    defaultMonth: monthSchema,
    timeZone: z.string(),
    timeZoneLabel: z.string(),
    isMailConfigured: z.boolean(),
    isDemo: z.boolean(),
    demo: z
      .object({
        password: z.string(),
        accounts: z.array(
          z.object({
            username: z.string(),
            name: z.string(),
            role: accountRoleSchema,
            agencyAbbr: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
  }),
});

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
    .output(meOutput)
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
