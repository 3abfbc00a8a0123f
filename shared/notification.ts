import { z } from 'zod';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { dateSchema, listedReportStateSchema } from '#shared/report.ts';

/**
 * What people are told. `due_soon` and `overdue`: reports their agency owes; `returned` and `verified`: what became of a
 * report they handed in; `to_verify`: reports that wait for them longer than they should; `digest`: the secretariat's view.
 */
export const reportNoticeKinds = ['due_soon', 'overdue', 'returned', 'verified', 'to_verify'] as const;
export const notificationKinds = [...reportNoticeKinds, 'digest'] as const;
export const reportNoticeKindSchema = z.enum(reportNoticeKinds);
export const notificationKindSchema = z.enum(notificationKinds);
export type ReportNoticeKind = z.infer<typeof reportNoticeKindSchema>;
export type NotificationKind = z.infer<typeof notificationKindSchema>;

/** Which report; its agency is named when it is read, for agencies are renamed. */
const reportRef = {
  reportKey: z.string(),
  issueId: issueIdSchema,
  month: monthSchema,
  agencyId: z.string(),
  agencyAbbr: z.string(),
};

export const owedItemSchema = z.object({
  ...reportRef,
  dueDate: dateSchema,
  /** Until the deadline (`due_soon`, 0 = today) or past it (`overdue`), on the day it was told. */
  days: z.int().min(0),
  state: listedReportStateSchema,
  /** Cells without a figure, and cells that were returned. */
  missing: z.int(),
  returned: z.int(),
});
export type OwedItem = z.infer<typeof owedItemSchema>;

export const waitingItemSchema = z.object({
  ...reportRef,
  submittedOn: dateSchema,
  /** The last day on which the verifiers are on time. */
  verifyBy: dateSchema,
  /** Working days past `verifyBy`, on the day it was told. */
  days: z.int().min(0),
  cells: z.int(),
});
export type WaitingItem = z.infer<typeof waitingItemSchema>;

export const settledItemSchema = z.object({
  ...reportRef,
  /** How many cells were returned or verified. */
  cells: z.int(),
  /** Who returned or verified; null where the account is gone. */
  byName: z.string().nullable(),
});
export type SettledItem = z.infer<typeof settledItemSchema>;

export const digestFrequencies = ['none', 'daily', 'weekly'] as const;
export const digestFrequencySchema = z.enum(digestFrequencies);
export type DigestFrequency = z.infer<typeof digestFrequencySchema>;

/** Where reporting stands on a day: the month whose reports are being collected, and what earlier months left. */
export const digestSchema = z.object({
  date: dateSchema,
  month: monthSchema,
  expected: z.int(),
  /** Handed in at least once. */
  received: z.int(),
  verified: z.int(),
  /** Agencies that have handed in all they owe for the month. */
  reported: z.array(z.object({ agencyId: z.string(), agencyAbbr: z.string() })),
  /** Agencies that have not, with the issues they owe; `days` past the earliest deadline, 0 while it has not passed. */
  owing: z.array(
    z.object({
      agencyId: z.string(),
      agencyAbbr: z.string(),
      issueIds: z.array(issueIdSchema),
      days: z.int().min(0),
    }),
  ),
  /** Reports of earlier months that are not handed in. */
  earlierOwed: z.int(),
  /** Reports that wait for verification, and how many of them longer than they should. */
  toVerify: z.int(),
  toVerifyLate: z.int(),
  /** Reports that were returned and not handed in again. */
  returned: z.int(),
  overdueActionItems: z.int(),
});
export type Digest = z.infer<typeof digestSchema>;

const notice = {
  id: z.string(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
};

/** One notice tells all reports of its kind that are told on that day. */
export const notificationSchema = z.discriminatedUnion('kind', [
  z.object({ ...notice, kind: z.literal('due_soon'), items: z.array(owedItemSchema) }),
  z.object({ ...notice, kind: z.literal('overdue'), items: z.array(owedItemSchema) }),
  z.object({ ...notice, kind: z.literal('returned'), items: z.array(settledItemSchema) }),
  z.object({ ...notice, kind: z.literal('verified'), items: z.array(settledItemSchema) }),
  z.object({ ...notice, kind: z.literal('to_verify'), items: z.array(waitingItemSchema) }),
  z.object({ ...notice, kind: z.literal('digest'), digest: digestSchema }),
]);
export type Notification = z.infer<typeof notificationSchema>;

/** How many notices a list holds: the latest. */
export const LISTED_NOTIFICATIONS = 50;

export const unreadCountOutput = z.object({ unread: z.int() });

/** The latest first. `unread` counts all there are, listed or not. */
export const listNotificationsOutput = unreadCountOutput.extend({ notifications: z.array(notificationSchema) });
export type NotificationList = z.infer<typeof listNotificationsOutput>;

/** Some notices, or all up to the newest one that the person has seen (its `createdAt`). Others' ids are passed over. */
export const markReadInput = z.union([
  z.object({ ids: z.array(z.string().max(60)).min(1).max(100) }),
  z.object({ until: z.iso.datetime() }),
]);
export type MarkReadInput = z.infer<typeof markReadInput>;

const channels = { inApp: z.boolean(), byMail: z.boolean() };

/** Why mail reaches this person or not. */
export const mailReachSchema = z.enum(['ready', 'not_configured', 'sample_account']);

export const notificationSettingsOutput = z.object({
  mail: mailReachSchema,
  /** Where mail goes. */
  address: z.string(),
  /** The kinds that people of this role are told, in the order of `reportNoticeKinds`. */
  kinds: z.array(z.object({ kind: reportNoticeKindSchema, ...channels })),
  /** Null for roles without a digest. */
  digest: z.object({ frequency: digestFrequencySchema, ...channels }).nullable(),
});
export type NotificationSettings = z.infer<typeof notificationSettingsOutput>;

/** What is left out stays as it is. A kind that the role is not told is refused (BAD_INPUT). */
export const changeNotificationSettingsInput = z.object({
  kinds: z
    .array(z.object({ kind: reportNoticeKindSchema, ...channels }))
    .max(reportNoticeKinds.length)
    .optional(),
  digest: z.object({ frequency: digestFrequencySchema, ...channels }).optional(),
});
export type ChangeNotificationSettingsInput = z.infer<typeof changeNotificationSettingsInput>;

/** Texts in Indonesian to copy into WhatsApp: where reporting stands, for the group; and one letter for each verifier. */
export const groupTextsOutput = z.object({
  digest: digestSchema,
  text: z.string(),
  verifiers: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      agencyAbbr: z.string().nullable(),
      phone: z.string().nullable(),
      text: z.string(),
      whatsappUrl: z.string().nullable(),
      /** Reports that wait for this person, the longest waiting first. */
      items: z.array(waitingItemSchema),
    }),
  ),
});
export type GroupTexts = z.infer<typeof groupTextsOutput>;

/** Where people choose what they get; mails end with this address. */
export const notificationSettingsPath = '/akun#pemberitahuan';
