import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { assertStrongPassword, hashPassword } from '#server/auth/password.service.ts';
import type { Config } from '#server/config.ts';
import type { Locale } from '#shared/locale.ts';
import { currentDate } from '#shared/month.ts';
import { type AccountRole, emailSchema, personNameSchema, roleNeedsAgency, usernameSchema } from '#shared/user.ts';
import {
  agencyExists,
  findUserByIdentity,
  insertUserWithPassword,
  listAgencyChoices,
  updatePasswordHash,
} from './user.queries.ts';

export interface NewUser {
  name: string;
  email: string;
  username: string;
  role: AccountRole;
  agencyId?: string | null;
  phone?: string | null;
  locale?: Locale;
  /** A demo account: its password is public and need not be strong. */
  isSample?: boolean;
}

/**
 * Creates an account outside an invitation: from the command line, or for the demo.
 * @param password its text, or what `hashPassword` made of it (many demo accounts share one)
 * @returns the new id
 * @throws AppError USER_EXISTS, AGENCY_REQUIRED, PASSWORD_TOO_WEAK, BAD_INPUT
 */
export async function createUser(
  handle: DatabaseHandle,
  input: NewUser & { password: string | { hash: string } },
): Promise<string> {
  const { password, ...user } = input;
  if (typeof password === 'string' && !user.isSample) {
    assertStrongPassword(password, [user.name, user.username, user.email]);
  }
  const passwordHash = typeof password === 'string' ? await hashPassword(password) : password.hash;
  return handle.transaction((trx) => insertNewUser(trx, user, passwordHash, null));
}

/** `createUser` within a transaction that does more: the invitation that is used up by it. */
export async function insertNewUser(
  trx: Transaction<Database>,
  input: NewUser,
  passwordHash: string,
  actorId: string | null,
): Promise<string> {
  const name = valid(personNameSchema.safeParse(input.name), 'name');
  const email = valid(emailSchema.safeParse(input.email), 'email');
  const username = valid(usernameSchema.safeParse(input.username), 'username');
  const agencyId = input.agencyId ?? null;
  await assertAgency(trx, input.role, agencyId);
  const holder = await findUserByIdentity(trx, { email, username });
  if (holder) {
    const field = holder.username === username ? 'username' : 'email';
    throw new AppError('USER_EXISTS', { fields: { [field]: 'TAKEN' } });
  }
  const id = uuid();
  const now = new Date().toISOString();
  await insertUserWithPassword(
    trx,
    {
      id,
      name,
      email,
      emailVerified: 1,
      image: null,
      username,
      displayUsername: input.username,
      role: input.role,
      agencyId,
      locale: input.locale ?? 'id',
      isDisabled: 0,
      isSample: input.isSample ? 1 : 0,
      phone: input.phone ?? null,
      twoFactorEnabled: 0,
      createdAt: now,
      updatedAt: now,
    },
    passwordHash,
  );
  await recordAudit(
    trx,
    actorId ?? id,
    [{ event: 'user.created', subjectType: 'user', subjectId: id, data: { role: input.role, agencyId } }],
    { changesFigures: false },
  );
  return id;
}

/** The person a forgotten password is asked for, by e-mail address or username; undefined for nobody and for the disabled. */
export async function findUserForReset(handle: DatabaseHandle, identifier: string) {
  const name = identifier.trim().toLowerCase();
  const user = await findUserByIdentity(handle.db, { email: name, username: name });
  return user?.isDisabled === 0 ? user : undefined;
}

export function setPassword(trx: Transaction<Database>, userId: string, passwordHash: string): Promise<void> {
  return updatePasswordHash(trx, userId, passwordHash);
}

/** Agencies of today, for the choice of a person's. */
export function listAgencies(handle: DatabaseHandle, config: Pick<Config, 'timeZone'>) {
  return listAgencyChoices(handle.db, currentDate(new Date(), config.timeZone));
}

/** Throws AGENCY_REQUIRED for a role that acts for an agency, and BAD_INPUT for an agency that is none. */
export async function assertAgency(
  db: Transaction<Database>,
  role: AccountRole,
  agencyId: string | null,
): Promise<void> {
  if (agencyId === null) {
    if (roleNeedsAgency(role)) throw new AppError('AGENCY_REQUIRED', { fields: { agencyId: 'AGENCY_REQUIRED' } });
  } else if (!(await agencyExists(db, agencyId))) {
    throw new AppError('BAD_INPUT', { fields: { agencyId: 'INVALID' } });
  }
}

type Parsed = { success: true; data: string } | { success: false; error: { issues: Array<{ message: string }> } };

function valid(parsed: Parsed, field: string): string {
  if (parsed.success) return parsed.data;
  throw new AppError('BAD_INPUT', { fields: { [field]: parsed.error.issues[0]?.message ?? 'INVALID' } });
}
