import type { DigestFrequency, NotificationKind } from '#shared/notification.ts';
import type { Flag } from './schema.ts';

/** What a person was told, of one kind at one time. */
export interface NotificationTable {
  id: string;
  userId: string;
  kind: NotificationKind;
  /** JSON text: the reports it is about, or the digest. */
  data: string;
  /** 0: the person wants this kind by mail only. */
  inApp: Flag;
  /** The mail that carries it; several notices of one time share one. */
  mailId: string | null;
  createdAt: string;
  readAt: string | null;
}

/** What was told to whom, by a key for each report and step: whoever inserts it tells it, so that nobody tells it twice. */
export interface NotificationClaimTable {
  userId: string;
  dedupeKey: string;
  createdAt: string;
}

/**
 * `queued`: to be sent from `dueAt` on. `sending`: a process has claimed it and may have handed it over.
 * Final: `sent`; `refused` by the server for good, or for a day; `unknown`: nobody can say whether it was handed over, so
 * that it is never sent again; `dropped`: the person no longer wants or may get it.
 */
export type MailState = 'queued' | 'sending' | 'sent' | 'refused' | 'unknown' | 'dropped';

export interface NotificationMailTable {
  id: string;
  userId: string;
  state: MailState;
  attempts: number;
  dueAt: string;
  /** Until when a server that refuses it for now is asked again. */
  giveUpAt: string;
  /** Set with the first attempt, the same at every later one. */
  messageId: string | null;
  claimedBy: string | null;
  claimedAt: string | null;
  settledAt: string | null;
  /** A code without addresses, such as `EENVELOPE 550`. */
  failure: string | null;
  createdAt: string;
}

/** Only what a person has changed; the rest follows from the role. */
export interface NotificationSettingTable {
  userId: string;
  kind: NotificationKind;
  inApp: Flag;
  byMail: Flag;
  /** Of the digest. */
  frequency: DigestFrequency | null;
  updatedAt: string;
}
