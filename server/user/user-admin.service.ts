import type { Transaction } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database, UserTable } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { type MadeLink, makeLink, revokeLinksBy, revokeLinksTo } from '#server/auth/link.service.ts';
import { endSessions } from '#server/auth/session.service.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import type { AuditEvent } from '#shared/audit-event.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import type { ListUsersInput, UpdateUserInput } from '#shared/user.ts';
import {
  deleteSecondFactor,
  findUserById,
  hasOtherAdministrator,
  listUserRows,
  type UserPatch,
  updateUserRow,
} from './user.queries.ts';
import { assertAgency } from './user.service.ts';

export async function listUsers(handle: DatabaseHandle, filter: ListUsersInput) {
  const rows = await listUserRows(handle.db, filter);
  return rows.map((row) => ({
    ...row,
    role: accountRoleSchema.parse(row.role),
    isDisabled: row.isDisabled === 1,
    isSample: row.isSample === 1,
    twoFactorEnabled: row.twoFactorEnabled === 1,
  }));
}

export async function updateUser(handle: DatabaseHandle, actor: Actor, input: UpdateUserInput): Promise<void> {
  const { id, updatedAt, ...patch } = input;
  await handle.transaction(async (trx) => {
    const user = await getUser(trx, id);
    await assertAgency(trx, patch.role, patch.agencyId);
    if (user.role === 'administrator' && patch.role !== 'administrator') await assertNotLast(trx, user);
    if (!(await updateUserRow(trx, id, patch, { updatedAt }))) throw new AppError('VERSION_CONFLICT');
    if (user.role !== patch.role) await revokeLinksBy(trx, id);
    await audit(trx, actor, 'user.changed', id, changes(user, patch));
  });
}

/** Names and numbers stay out of the log: it says that they changed, and what became of role and agency. */
function changes(user: UserTable, patch: UserPatch): Record<string, unknown> {
  const fields = (['name', 'phone', 'role', 'agencyId'] as const).filter((field) => user[field] !== patch[field]);
  return {
    fields,
    ...(fields.includes('role') && { role: { from: user.role, to: patch.role } }),
    ...(fields.includes('agencyId') && { agencyId: { from: user.agencyId, to: patch.agencyId } }),
  };
}

/** Closes an account: its sessions end at once and nobody signs in with it. What the person entered stays. */
export async function disableUser(handle: DatabaseHandle, actor: Actor, id: string): Promise<void> {
  await handle.transaction(async (trx) => {
    const user = await getUser(trx, id);
    if (user.isDisabled === 1) return;
    if (user.role === 'administrator') await assertNotLast(trx, user);
    await updateUserRow(trx, id, { isDisabled: 1 });
    await endSessions(trx, { userId: id, actorId: actor.id });
    await revokeLinksTo(trx, id);
    await revokeLinksBy(trx, id);
    await audit(trx, actor, 'user.disabled', id);
  });
}

export async function enableUser(handle: DatabaseHandle, actor: Actor, id: string): Promise<void> {
  await handle.transaction(async (trx) => {
    const user = await getUser(trx, id);
    if (user.isDisabled === 0) return;
    await updateUserRow(trx, id, { isDisabled: 0 });
    await audit(trx, actor, 'user.enabled', id);
  });
}

/** A link that the administrator hands over to someone who forgot the password. The old one works until it is used. */
export async function makeResetLink(
  handle: DatabaseHandle,
  config: Config,
  actor: Actor,
  id: string,
): Promise<MadeLink> {
  return handle.transaction(async (trx) => {
    const user = await getUser(trx, id);
    if (user.isDisabled === 1) throw new AppError('USER_DISABLED');
    const link = await makeLink(trx, config, { kind: 'password_reset', userId: id, createdById: actor.id });
    await audit(trx, actor, 'user.password_reset_link_made', id, { via: 'administrator' });
    return link;
  });
}

/** For someone who lost the phone and the backup codes. */
export async function removeSecondFactor(handle: DatabaseHandle, actor: Actor, id: string): Promise<void> {
  await handle.transaction(async (trx) => {
    await getUser(trx, id);
    await deleteSecondFactor(trx, id);
    await updateUserRow(trx, id, { twoFactorEnabled: 0 });
    await audit(trx, actor, 'user.two_factor_changed', id, { via: 'administrator' });
  });
}

async function getUser(trx: Transaction<Database>, id: string): Promise<UserTable> {
  const user = await findUserById(trx, id);
  if (!user) throw new AppError('USER_NOT_FOUND');
  return user;
}

async function assertNotLast(trx: Transaction<Database>, user: UserTable): Promise<void> {
  // A disabled administrator manages nothing, so taking the role away loses nothing.
  if (user.isDisabled === 1) return;
  if (!(await hasOtherAdministrator(trx, user.id))) throw new AppError('USER_LAST_ADMINISTRATOR');
}

type UserEvent = Extract<AuditEvent['event'], `user.${string}`>;

async function audit(
  trx: Transaction<Database>,
  actor: Actor,
  event: UserEvent,
  userId: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(trx, actor.id, [{ event, subjectType: 'user', subjectId: userId, data }], {
    changesFigures: false,
  });
}
