import { z } from 'zod';
import { localeSchema } from '#shared/locale.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { accountRoles } from '#shared/permissions.ts';

// Made here of the plain list: with the schema beside it, the first script of every page would need the validator.
const accountRoleSchema = z.enum(accountRoles);

/** Who is signed in, and what every page needs to know of the place where the application runs. */
export const sessionSchema = z.object({
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
