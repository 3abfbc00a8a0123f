import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { consumeAttempt, forgetAttempts } from '#server/auth/attempt-limit.service.ts';
import { revokeLinksTo } from '#server/auth/link.service.ts';
import { assertStrongPassword, hashPassword, verifyPassword } from '#server/auth/password.service.ts';
import { endSessions, renewSessionToken } from '#server/auth/session.service.ts';
import type { Actor } from '#server/context.ts';
import type { ChangePasswordInput, UpdateProfileInput } from '#shared/user.ts';
import { findPasswordHash, findUserById, updatePasswordHash, updateUserRow } from './user.queries.ts';

/** What people may read and change about themselves. */
export async function getProfile(handle: DatabaseHandle, actor: Actor) {
  const user = await findUserById(handle.db, actor.id);
  if (!user) throw new AppError('USER_NOT_FOUND');
  const { name, email, username, phone, twoFactorEnabled } = user;
  return { name, email, username, phone, twoFactorEnabled: twoFactorEnabled === 1 };
}

export async function updateProfile(handle: DatabaseHandle, actor: Actor, input: UpdateProfileInput): Promise<void> {
  await handle.transaction(async (trx) => {
    if (!(await updateUserRow(trx, actor.id, input))) throw new AppError('USER_NOT_FOUND');
    await recordAudit(
      trx,
      actor.id,
      [{ event: 'user.changed', subjectType: 'user', subjectId: actor.id, data: { fields: Object.keys(input) } }],
      { changesFigures: false },
    );
  });
}

const rule = { window: 300, max: 8 };

/**
 * Changes the own password; every other session of the person ends, and the present one goes on under a new token.
 * @returns the present session's token, for its cookie; undefined when that session ended in the meantime
 */
export async function changePassword(
  handle: DatabaseHandle,
  actor: Actor,
  input: ChangePasswordInput,
): Promise<{ token: string; expiresAt: string } | undefined> {
  const key = `password|${actor.id}`;
  const { allowed, retryAfter } = await consumeAttempt(handle, key, rule);
  if (!allowed) throw new AppError('TOO_MANY_REQUESTS', { params: { seconds: retryAfter } });
  const [user, hash] = await Promise.all([findUserById(handle.db, actor.id), findPasswordHash(handle.db, actor.id)]);
  if (!user || hash === null || !(await verifyPassword({ hash, password: input.currentPassword }))) {
    throw new AppError('BAD_INPUT', { fields: { currentPassword: 'PASSWORD_WRONG' } });
  }
  assertStrongPassword(input.newPassword, [user.name, user.username ?? '', user.email], 'newPassword');
  const newHash = await hashPassword(input.newPassword);
  const session = await handle.transaction(async (trx) => {
    await updatePasswordHash(trx, actor.id, newHash);
    await revokeLinksTo(trx, actor.id);
    await endSessions(trx, { userId: actor.id, actorId: actor.id, except: actor.sessionId });
    await recordAudit(
      trx,
      actor.id,
      [{ event: 'user.password_changed', subjectType: 'user', subjectId: actor.id, data: { via: 'account' } }],
      { changesFigures: false },
    );
    return renewSessionToken(trx, actor);
  });
  await forgetAttempts(handle, [key]);
  return session;
}
