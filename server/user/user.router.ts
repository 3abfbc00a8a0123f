import { z } from 'zod';
import { revokeLink } from '#server/auth/link.service.ts';
import { mailResults } from '#server/mailer.ts';
import { permittedPerson, router } from '#server/trpc.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import {
  changePasswordInput,
  inviteUserInput,
  listUsersInput,
  updateProfileInput,
  updateUserInput,
} from '#shared/user.ts';
import { inviteUser, listInvitations } from './invitation.service.ts';
import { changePassword, getProfile, updateProfile } from './profile.service.ts';
import { listAgencies } from './user.service.ts';
import {
  disableUser,
  enableUser,
  listUsers,
  makeResetLink,
  removeSecondFactor,
  updateUser,
} from './user-admin.service.ts';

const byId = z.object({ id: z.string().max(60) });
const madeLink = z.object({ id: z.string(), url: z.string(), expiresAt: z.string() });

const userOutput = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  username: z.string().nullable(),
  role: accountRoleSchema,
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  agencyAbbr: z.string().nullable(),
  phone: z.string().nullable(),
  isDisabled: z.boolean(),
  isSample: z.boolean(),
  twoFactorEnabled: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  lastSignInAt: z.string().nullable(),
});

const invitationOutput = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: accountRoleSchema,
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

export const userRouter = router({
  profile: permittedPerson('session.manage')
    .output(
      z.object({
        name: z.string(),
        email: z.string(),
        username: z.string().nullable(),
        phone: z.string().nullable(),
        twoFactorEnabled: z.boolean(),
      }),
    )
    .query(({ ctx }) => getProfile(ctx.database, ctx.actor)),

  updateProfile: permittedPerson('session.manage')
    .input(updateProfileInput)
    .output(z.void())
    .mutation(({ ctx, input }) => updateProfile(ctx.database, ctx.actor, input)),

  changePassword: permittedPerson('session.manage')
    .input(changePasswordInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const session = await changePassword(ctx.database, ctx.actor, input);
      if (session) ctx.setSessionCookie(session);
    }),

  list: permittedPerson('user.manage')
    .input(listUsersInput)
    .output(z.array(userOutput))
    .query(({ ctx, input }) => listUsers(ctx.database, input)),

  agencies: permittedPerson('user.manage')
    .output(z.array(z.object({ id: z.string(), abbr: z.string(), name: z.string() })))
    .query(({ ctx }) => listAgencies(ctx.database, ctx.config)),

  invite: permittedPerson('user.manage')
    .input(inviteUserInput)
    .output(madeLink.extend({ mail: z.enum(mailResults) }))
    .mutation(({ ctx, input }) => inviteUser(ctx.database, ctx.config, ctx.actor, input)),

  invitations: permittedPerson('user.manage')
    .output(z.array(invitationOutput))
    .query(({ ctx }) => listInvitations(ctx.database)),

  revokeInvitation: permittedPerson('user.manage')
    .input(byId)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeLink(ctx.database, ctx.actor, { id: input.id, kind: 'invitation' })),

  update: permittedPerson('user.manage')
    .input(updateUserInput)
    .output(z.void())
    .mutation(({ ctx, input }) => updateUser(ctx.database, ctx.actor, input)),

  disable: permittedPerson('user.manage')
    .input(byId)
    .output(z.void())
    .mutation(({ ctx, input }) => disableUser(ctx.database, ctx.actor, input.id)),

  enable: permittedPerson('user.manage')
    .input(byId)
    .output(z.void())
    .mutation(({ ctx, input }) => enableUser(ctx.database, ctx.actor, input.id)),

  makeResetLink: permittedPerson('user.manage')
    .input(byId)
    .output(madeLink)
    .mutation(({ ctx, input }) => makeResetLink(ctx.database, ctx.config, ctx.actor, input.id)),

  removeSecondFactor: permittedPerson('user.manage')
    .input(byId)
    .output(z.void())
    .mutation(({ ctx, input }) => removeSecondFactor(ctx.database, ctx.actor, input.id)),
});
