import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { invitationMail, listInvitations as listOpenInvitations, makeLink } from '#server/auth/link.service.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { type MailResult, sendMail } from '#server/mailer.ts';
import { localeSchema } from '#shared/locale.ts';
import { accountRoleSchema } from '#shared/permissions.ts';
import type { InviteUserInput } from '#shared/user.ts';
import { findUserById, findUserByIdentity } from './user.queries.ts';
import { assertAgency } from './user.service.ts';

export interface Invitation {
  id: string;
  url: string;
  expiresAt: string;
  mail: MailResult;
}

/**
 * Invites a person: the link is for the administrator to hand over, and is mailed where mail is set up. Inviting the
 * same address again withdraws the earlier link.
 */
export async function inviteUser(
  handle: DatabaseHandle,
  config: Config,
  actor: Actor,
  input: InviteUserInput,
): Promise<Invitation> {
  const link = await handle.transaction(async (trx) => {
    if (await findUserByIdentity(trx, { email: input.email, username: input.email })) {
      throw new AppError('USER_EXISTS', { fields: { email: 'TAKEN' } });
    }
    await assertAgency(trx, input.role, input.agencyId);
    const made = await makeLink(trx, config, { kind: 'invitation', createdById: actor.id, ...input });
    const { role, agencyId } = input;
    await recordAudit(
      trx,
      actor.id,
      [{ event: 'user.invited', subjectType: 'link', subjectId: made.id, data: { role, agencyId } }],
      { changesFigures: false },
    );
    return made;
  });
  const inviter = await findUserById(handle.db, actor.id);
  const locale = localeSchema.catch('id').parse(inviter?.locale);
  const mail = await sendMail(config, invitationMail({ to: input.email, name: input.name, url: link.url, locale }));
  return { ...link, mail };
}

/** Invitations that nobody has used yet. */
export async function listInvitations(handle: DatabaseHandle) {
  const rows = await listOpenInvitations(handle);
  return rows.map((row) => ({
    ...row,
    name: row.name ?? '',
    email: row.email ?? '',
    role: accountRoleSchema.parse(row.role),
  }));
}
