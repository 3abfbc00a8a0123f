import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Config } from '#server/config.ts';
import { isMailConfigured, sendMail } from '#server/mailer.ts';
import { findUserForReset, insertNewUser, setPassword } from '#server/user/user.service.ts';
import { localeSchema } from '#shared/locale.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import type { AcceptInvitationInput, AcceptSetupInput, ResetPasswordInput } from '#shared/user.ts';
import { type AttemptRule, consumeAttempt } from './attempt-limit.service.ts';
import { clientNetwork } from './client-network.ts';
import { getOpenLink, hasAdministrator, makeLink, useLink } from './link.service.ts';
import { passwordResetMail } from './link-mail.ts';
import { assertStrongPassword, hashPassword } from './password.service.ts';
import { endSessions } from './session.service.ts';

/** What the page behind a link shows before anything is entered. */
export async function describeLink(handle: DatabaseHandle, token: string) {
  const link = await getOpenLink(handle, token);
  return {
    kind: link.kind,
    name: link.userName ?? link.name,
    email: link.userEmail ?? link.email,
    username: link.username,
    role: link.role === null ? null : accountRoleSchema.parse(link.role),
    agencyName: link.agencyName,
    expiresAt: link.expiresAt,
  };
}

/** Makes the account that the administrator's invitation describes. Role and agency come from the link alone. */
export async function acceptInvitation(handle: DatabaseHandle, input: AcceptInvitationInput): Promise<void> {
  const { token, password, ...person } = input;
  const link = await getOpenLink(handle, token, 'invitation');
  const email = link.email ?? '';
  assertStrongPassword(password, [person.name, person.username, email]);
  const passwordHash = await hashPassword(password);
  await handle.transaction(async (trx) => {
    await useLink(trx, link);
    const role = accountRoleSchema.parse(link.role);
    await insertNewUser(trx, { ...person, email, role, agencyId: link.agencyId }, passwordHash, null);
  });
}

/** Makes the first administrator. */
export async function acceptSetup(handle: DatabaseHandle, input: AcceptSetupInput): Promise<void> {
  const { token, password, ...person } = input;
  const link = await getOpenLink(handle, token, 'setup');
  assertStrongPassword(password, [person.name, person.username, person.email]);
  const passwordHash = await hashPassword(password);
  await handle.transaction(async (trx) => {
    if (await hasAdministrator(trx)) throw new AppError('SETUP_DONE');
    await useLink(trx, link);
    await insertNewUser(trx, { ...person, role: 'administrator' }, passwordHash, null);
  });
}

/** Sets a new password by a link; whoever was signed in with the old one is signed out. */
export async function resetPassword(handle: DatabaseHandle, input: ResetPasswordInput): Promise<void> {
  const link = await getOpenLink(handle, input.token, 'password_reset');
  const userId = link.userId ?? '';
  assertStrongPassword(input.password, [link.userName ?? '', link.username ?? '', link.userEmail ?? '']);
  const passwordHash = await hashPassword(input.password);
  await handle.transaction(async (trx) => {
    await useLink(trx, link);
    await setPassword(trx, userId, passwordHash);
    await endSessions(trx, { userId, actorId: userId });
    await recordAudit(
      trx,
      userId,
      [{ event: 'user.password_changed', subjectType: 'user', subjectId: userId, data: { via: 'link' } }],
      { changesFigures: false },
    );
  });
}

const RESET_MAIL_LIFETIME_MS = 3_600_000;
/** What is asked for from one place, for whichever accounts: an office behind one address forgets more than one. */
const networkRule: AttemptRule = { window: 900, max: 10 };
/** Mails to one person. */
const accountRule: AttemptRule = { window: 3600, max: 3 };
/** Mails in all, so that nobody can make the mail server a nuisance. Only mails count: made-up names take no place. */
const ceiling: AttemptRule = { window: 60, max: 30 };

/**
 * "I forgot my password": mails a link where mail is set up. The answer is the same whether the account exists or not,
 * and comes before it is looked up, so that neither its words nor its time tell. What the account's limit or the ceiling
 * holds back is held back in silence for the same reason.
 * @param clientAddress where the request comes from
 * @returns whether this installation can send mail at all
 * @throws AppError TOO_MANY_REQUESTS for too many from one place
 */
export async function requestPasswordReset(
  handle: DatabaseHandle,
  config: Config,
  request: { identifier: string; clientAddress: string },
): Promise<{ isMailConfigured: boolean }> {
  if (!isMailConfigured(config)) return { isMailConfigured: false };
  const { allowed, retryAfter } = await consumeAttempt(
    handle,
    `reset|from|${clientNetwork(request.clientAddress)}`,
    networkRule,
  );
  if (!allowed) throw new AppError('TOO_MANY_REQUESTS', { params: { seconds: retryAfter } });
  // Not awaited on purpose. What fails here nobody may learn of; the person asks again or asks the administrator.
  mailResetLink(handle, config, request.identifier).catch(() => undefined);
  return { isMailConfigured: true };
}

async function mailResetLink(handle: DatabaseHandle, config: Config, identifier: string): Promise<void> {
  const user = await findUserForReset(handle, identifier);
  if (!user) return;
  const ofAccount = await consumeAttempt(handle, `reset|to|${user.id}`, accountRule);
  if (!ofAccount.allowed) return;
  const ofAll = await consumeAttempt(handle, 'reset|all', ceiling);
  if (!ofAll.allowed) return;
  const link = await handle.transaction(async (trx) => {
    const made = await makeLink(trx, config, {
      kind: 'password_reset',
      userId: user.id,
      createdById: null,
      lifetimeMs: RESET_MAIL_LIFETIME_MS,
    });
    await recordAudit(
      trx,
      null,
      [{ event: 'user.password_reset_link_made', subjectType: 'user', subjectId: user.id, data: { via: 'mail' } }],
      { changesFigures: false },
    );
    return made;
  });
  const locale = localeSchema.catch('id').parse(user.locale);
  await sendMail(config, passwordResetMail({ to: user.email, name: user.name, url: link.url, locale }));
}
