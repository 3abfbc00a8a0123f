import type { Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { recordAudit } from '#server/audit.ts';
import type { Config } from '#server/config.ts';
import { isMailConfigured } from '#server/mailer.ts';
import { clockOf } from '#server/report/report.service.ts';
import { groupBy } from '#shared/group-by.ts';
import { type Choices, channelsOf } from '#shared/notification/choices.ts';
import { isTellingHour } from '#shared/notification/schedule.ts';
import type { StoredNotice } from '#shared/notification/stored.ts';
import { joinNotices, type Telling, whatIsTold } from '#shared/notification/who-is-told.ts';
import { mailFor } from './mail-queue.queries.ts';
import { insertClaims, insertNotices, listClaimed, type PersonRow } from './notification.queries.ts';
import { situationOf } from './situation.ts';

export type TellConfig = Pick<Config, 'timeZone' | 'smtpUrl' | 'isDemo'>;

export interface Told {
  people: number;
  notices: number;
  mails: number;
}

/**
 * Tells everybody what is to be told today and was not told yet. By day only; at night it tells nothing. However many
 * processes do this at once, each thing is told by the one that claims it.
 */
export async function tellWhatIsDue(handle: DatabaseHandle, config: TellConfig, now: Date): Promise<Told> {
  const nothing = { people: 0, notices: 0, mails: 0 };
  if (!isTellingHour(now, config.timeZone)) return nothing;
  const { situation, people } = await situationOf(handle, clockOf(config, now));
  const choices = new Map(situation.recipients.map((recipient) => [recipient.id, recipient.choices]));
  const reachable = whatIsTold(situation).filter(({ userId, notice }) => {
    const { inApp, byMail } = channelsTo(config, people.get(userId), choices.get(userId), notice.kind);
    return inApp || byMail;
  });
  const claimed = await listClaimed(handle.db, [...new Set(reachable.map(({ key }) => key))]);
  const isClaimed = new Set(claimed.map(({ userId, dedupeKey }) => `${userId} ${dedupeKey}`));
  const fresh = reachable.filter(({ userId, key }) => !isClaimed.has(`${userId} ${key}`));
  if (fresh.length === 0) return nothing;
  const at = now.toISOString();
  return handle.transaction(async (trx) => {
    const mine = await claim(trx, fresh, at);
    const told = { people: 0, notices: 0, mails: 0 };
    for (const [userId, tellings] of groupBy(mine, (telling) => telling.userId)) {
      const notices = joinNotices(tellings.map(({ notice }) => notice)).map((notice) => ({
        notice,
        channels: channelsTo(config, people.get(userId), choices.get(userId), notice.kind),
      }));
      const byMail = notices.some(({ channels }) => channels.byMail);
      const mailId = byMail ? await mailFor(trx, userId, { at }) : null;
      await insertNotices(
        trx,
        notices.map(({ notice, channels }) => ({
          id: uuid(),
          userId,
          kind: notice.kind,
          data: dataOf(notice),
          inApp: channels.inApp ? 1 : 0,
          mailId: channels.byMail ? mailId : null,
          createdAt: at,
          readAt: null,
        })),
      );
      told.people += 1;
      told.notices += notices.length;
      told.mails += byMail ? 1 : 0;
    }
    if (told.people > 0) {
      await recordAudit(
        trx,
        null,
        [{ event: 'notification.made', subjectType: 'notification', subjectId: situation.today, data: told }],
        { changesFigures: false, at },
      );
    }
    return told;
  });
}

async function claim(trx: Transaction<Database>, tellings: readonly Telling[], at: string): Promise<Telling[]> {
  const claims = tellings.map(({ userId, key }) => ({ userId, dedupeKey: key }));
  const made = await insertClaims(trx, claims, at);
  const isMine = new Set(made.map(({ userId, dedupeKey }) => `${userId} ${dedupeKey}`));
  return tellings.filter(({ userId, key }) => isMine.has(`${userId} ${key}`));
}

/** Where a notice goes, as things stand: no mail without a mail server, none from sample data, none to sample accounts. */
function channelsTo(
  config: TellConfig,
  person: PersonRow | undefined,
  choices: Choices | undefined,
  kind: StoredNotice['kind'],
): { inApp: boolean; byMail: boolean } {
  if (!person || !choices) return { inApp: false, byMail: false };
  const { inApp, byMail } = channelsOf(choices, kind);
  return { inApp, byMail: byMail && isMailConfigured(config) && !config.isDemo && person.isSample === 0 };
}

function dataOf(notice: StoredNotice): string {
  const { kind: _kind, ...data } = notice;
  return JSON.stringify(data);
}
