import {
  type DigestFrequency,
  type NotificationKind,
  type NotificationSettings,
  type ReportNoticeKind,
  reportNoticeKinds,
} from '#shared/notification.ts';
import { can, type Permission, type Role } from '#shared/permissions.ts';

/** What a person gets: of each kind in which way, and how often the digest. */
export type Choices = Pick<NotificationSettings, 'kinds' | 'digest'>;

/** What a person has changed; `frequency` is the digest's. */
export interface ChosenKind {
  kind: NotificationKind;
  inApp: boolean;
  byMail: boolean;
  frequency: DigestFrequency | null;
}

/** Kinds are for those who can do something about them. */
const permissionByKind: Record<NotificationKind, Permission> = {
  due_soon: 'report.enter',
  overdue: 'report.enter',
  returned: 'report.enter',
  verified: 'report.enter',
  to_verify: 'report.verify',
  digest: 'manage.read',
};

export function isTold(role: Role, kind: NotificationKind): boolean {
  return can(role, permissionByKind[kind]);
}

/** What is chosen for a person until they choose: mail for what must be acted on, the secretariat's once a week. */
function defaultFor(role: Role, kind: ReportNoticeKind): { inApp: boolean; byMail: boolean } {
  const byMail = kind !== 'verified' && !(kind === 'to_verify' && isTold(role, 'digest'));
  return { inApp: true, byMail };
}

export function choicesFor(role: Role, chosen: readonly ChosenKind[]): Choices {
  const byKind = new Map(chosen.map((each) => [each.kind, each]));
  const kinds = reportNoticeKinds
    .filter((kind) => isTold(role, kind))
    .map((kind) => {
      const { inApp, byMail } = byKind.get(kind) ?? defaultFor(role, kind);
      return { kind, inApp, byMail };
    });
  if (!isTold(role, 'digest')) return { kinds, digest: null };
  const digest = byKind.get('digest');
  const frequency = digest?.frequency ?? (role === 'secretariat' ? 'weekly' : 'none');
  return { kinds, digest: { frequency, inApp: digest?.inApp ?? true, byMail: digest?.byMail ?? true } };
}

/** Where a notice of that kind goes; neither way for a kind that the person is not told. */
export function channelsOf(choices: Choices, kind: NotificationKind): { inApp: boolean; byMail: boolean } {
  const nowhere = { inApp: false, byMail: false };
  if (kind !== 'digest') return choices.kinds.find((each) => each.kind === kind) ?? nowhere;
  return choices.digest && choices.digest.frequency !== 'none' ? choices.digest : nowhere;
}
