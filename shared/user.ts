import { z } from 'zod';
import { localeSchema } from './locale.ts';
import { accountRoleSchema, type accountRoles } from './permissions.ts';

export type AccountRole = (typeof accountRoles)[number];

/** People of these roles act for an agency and cannot have an account without one. */
const rolesOfAnAgency: readonly AccountRole[] = ['issue_coordinator', 'focal_point'];

export function roleNeedsAgency(role: AccountRole): boolean {
  return rolesOfAnAgency.includes(role);
}

// A field's message is a code of the client's `errors.field` dictionary.
export const personNameSchema = z.string().trim().min(2, 'NAME_TOO_SHORT').max(120, 'NAME_TOO_LONG');
export const emailSchema = z.string().trim().toLowerCase().max(254, 'EMAIL_INVALID').pipe(z.email('EMAIL_INVALID'));

const usernamePattern = /^[a-z0-9][a-z0-9._-]{2,29}$/;

export function isUsername(text: string): boolean {
  return usernamePattern.test(text);
}

export const usernameSchema = z.string().trim().toLowerCase().regex(usernamePattern, 'USERNAME_INVALID');

/** As people write it: digits with spaces, dots or hyphens, perhaps with a country code. Empty means none. */
export const phoneSchema = z
  .string()
  .trim()
  .regex(/^(\+?[0-9][0-9 .()-]{6,22})?$/, 'PHONE_INVALID')
  .transform((text) => (text === '' ? null : text));

/** Passwords are judged by `passwordProblems`; this only keeps their size in bounds. */
export const passwordSchema = z.string().min(1, 'PASSWORD_REQUIRED').max(256, 'PASSWORD_TOO_LONG');

/** A one-time link's token: 32 random bytes in base64url. */
export const linkTokenSchema = z.string().min(20).max(100);

export const listUsersInput = z.object({
  search: z.string().trim().max(100).optional(),
  role: accountRoleSchema.optional(),
  agencyId: z.string().max(60).optional(),
  state: z.enum(['active', 'disabled']).optional(),
});
export type ListUsersInput = z.infer<typeof listUsersInput>;

export const inviteUserInput = z.object({
  name: personNameSchema,
  email: emailSchema,
  role: accountRoleSchema,
  agencyId: z.string().max(60).nullable(),
});
export type InviteUserInput = z.infer<typeof inviteUserInput>;

export const updateUserInput = z.object({
  id: z.string().max(60),
  name: personNameSchema,
  phone: phoneSchema,
  role: accountRoleSchema,
  agencyId: z.string().max(60).nullable(),
  /** The `updatedAt` that the form was opened with. */
  updatedAt: z.string(),
});
export type UpdateUserInput = z.infer<typeof updateUserInput>;

export const updateProfileInput = z.object({ name: personNameSchema, phone: phoneSchema, locale: localeSchema });
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;

export const changePasswordInput = z.object({ currentPassword: passwordSchema, newPassword: passwordSchema });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const acceptInvitationInput = z.object({
  token: linkTokenSchema,
  name: personNameSchema,
  username: usernameSchema,
  password: passwordSchema,
  phone: phoneSchema,
  locale: localeSchema,
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;

export const acceptSetupInput = acceptInvitationInput.extend({ email: emailSchema });
export type AcceptSetupInput = z.infer<typeof acceptSetupInput>;

export const resetPasswordInput = z.object({ token: linkTokenSchema, password: passwordSchema });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** The password of every demo account; such accounts exist in the demo only. */
export const DEMO_PASSWORD = 'contoh-4plus1-sulbar';
