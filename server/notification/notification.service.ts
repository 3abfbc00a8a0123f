import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { isMailConfigured } from '#server/mailer.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { clockOf } from '#server/report/report.service.ts';
import { choicesFor, isTold } from '#shared/notification/choices.ts';
import { groupText, verifierText } from '#shared/notification/group-text.ts';
import {
  type ChangeNotificationSettingsInput,
  type GroupTexts,
  LISTED_NOTIFICATIONS,
  type MarkReadInput,
  type NotificationList,
  type NotificationSettings,
} from '#shared/notification.ts';
import { accountRoleSchema, roles } from '#shared/permissions.ts';
import { whatsappUrl } from '#shared/report/reminder.ts';
import { makeDigest } from './make-digest.ts';
import { viewOf, withAgency } from './notice-view.ts';
import {
  countUnread,
  findPerson,
  listActivePeople,
  listChosen,
  listNotices,
  markNoticesRead,
  saveChosen,
} from './notification.queries.ts';
import { standingOf } from './situation.ts';

type MailConfig = Pick<Config, 'smtpUrl' | 'isDemo'>;

/** The latest notices of this person, and how many are unread. */
export async function listNotifications(handle: DatabaseHandle, actor: Actor): Promise<NotificationList> {
  const reference = await referenceOf(handle);
  const rows = await listNotices(handle.db, actor.id, LISTED_NOTIFICATIONS);
  return {
    unread: await countUnread(handle.db, actor.id),
    notifications: await viewOf(handle.db, reference, rows),
  };
}

export async function unreadCount(handle: DatabaseHandle, actor: Actor): Promise<{ unread: number }> {
  return { unread: await countUnread(handle.db, actor.id) };
}

/** No audit event: it changes nothing that anybody else sees or gets. */
export async function markRead(
  handle: DatabaseHandle,
  actor: Actor,
  input: MarkReadInput,
): Promise<{ unread: number }> {
  return handle.transaction(async (trx) => {
    await markNoticesRead(trx, actor.id, input, new Date().toISOString());
    return { unread: await countUnread(trx, actor.id) };
  });
}

export async function notificationSettings(
  handle: DatabaseHandle,
  actor: Actor,
  config: MailConfig,
): Promise<NotificationSettings> {
  const person = await findPerson(handle.db, actor.id);
  if (!person) throw new AppError('USER_NOT_FOUND');
  const chosen = await listChosen(handle.db, [actor.id]);
  const isSample = person.isSample === 1 || config.isDemo;
  const reach = isMailConfigured(config) ? 'ready' : 'not_configured';
  return {
    mail: isSample ? 'sample_account' : reach,
    address: person.email,
    ...choicesFor(actor.role, chosen.get(actor.id) ?? []),
  };
}

/** @throws AppError BAD_INPUT for a kind that people of this role are not told */
export async function changeNotificationSettings(
  handle: DatabaseHandle,
  actor: Actor,
  config: MailConfig,
  input: ChangeNotificationSettingsInput,
): Promise<NotificationSettings> {
  const changed = [
    ...(input.kinds ?? []).map((each) => ({ ...each, frequency: null })),
    ...(input.digest ? [{ ...input.digest, kind: 'digest' as const }] : []),
  ];
  if (changed.some(({ kind }) => !isTold(actor.role, kind))) throw new AppError('BAD_INPUT');
  if (changed.length > 0) {
    await handle.transaction(async (trx) => {
      const updatedAt = new Date().toISOString();
      for (const { kind, inApp, byMail, frequency } of changed) {
        const row = { userId: actor.id, kind, frequency, updatedAt };
        await saveChosen(trx, { ...row, inApp: inApp ? 1 : 0, byMail: byMail ? 1 : 0 });
      }
      await recordAudit(
        trx,
        actor.id,
        [
          {
            event: 'notification.settings_changed',
            subjectType: 'user',
            subjectId: actor.id,
            data: { fields: changed.map(({ kind }) => kind) },
          },
        ],
        { changesFigures: false },
      );
    });
  }
  return notificationSettings(handle, actor, config);
}

/** Texts to copy into WhatsApp: where reporting stands, and a letter for everybody on whose desk reports wait. */
export async function groupTexts(
  handle: DatabaseHandle,
  config: Pick<Config, 'publicUrl' | 'timeZone'>,
): Promise<GroupTexts> {
  const clock = clockOf(config);
  const reference = await referenceOf(handle);
  const standing = await standingOf(handle, clock);
  const digest = await makeDigest(handle, clock, standing);
  const names = new Map(reference.issues.map((issue) => [issue.id, issue.nameId]));
  const issueName = (id: (typeof reference.issues)[number]['id']) => names.get(id) ?? id;
  const verifiers = await listActivePeople(
    handle.db,
    roles.filter((role) => isTold(role, 'to_verify')),
  );
  return {
    digest,
    text: groupText(digest, { issueName, url: `${config.publicUrl}/pelaporan` }),
    verifiers: verifiers.flatMap((person) => {
      const { id: userId, name, phone, agencyId } = person;
      const waiting = standing.desk.of({ ...person, role: accountRoleSchema.parse(person.role) });
      if (waiting.length === 0) return [];
      const items = waiting.map((item) => withAgency(reference, item));
      const agency = agencyId === null ? undefined : reference.agencyById.get(agencyId);
      const url = `${config.publicUrl}/verifikasi`;
      const text = verifierText({ name, agencyName: agency?.name ?? null, items, issueName, url });
      const whatsapp = whatsappUrl(phone, text);
      return [{ userId, name, agencyAbbr: agency?.abbr ?? null, phone, text, whatsappUrl: whatsapp, items }];
    }),
  };
}
