import { groupBy } from '#shared/group-by.ts';
import { daysBetween } from '#shared/month.ts';
import type { Digest } from '#shared/notification.ts';
import { type Choices, channelsOf } from './choices.ts';
import { digestStep, type ReminderSchedule, reminderStep, verificationStep } from './schedule.ts';
import type { StoredNotice, StoredOwed, StoredWaiting } from './stored.ts';

/** A report that is owed, and whose people are asked for it. */
export interface OwedReport extends Omit<StoredOwed, 'days'> {
  /** The agency itself, or the one that took over from it. */
  askedAgencyId: string;
  /** The day in the province on which it was returned; null where it was not. */
  returnedOn: string | null;
  /** Figures are no longer taken: nobody is asked for what they cannot hand in. */
  isClosed: boolean;
}

/** A person, what they chose, and the reports that wait for their verification. */
export interface Recipient {
  id: string;
  agencyId: string | null;
  choices: Choices;
  waiting: readonly StoredWaiting[];
}

/** One thing that is to be told; whoever first claims its key for the person tells it. */
export interface Telling {
  userId: string;
  key: string;
  notice: StoredNotice;
}

export interface Situation {
  /** Today's date in the province. */
  today: string;
  schedule: ReminderSchedule;
  owed: readonly OwedReport[];
  recipients: readonly Recipient[];
  /** Null where there is nothing worth telling. */
  digest: Digest | null;
}

/** Everything that somebody is to be told today and wants to know, whether it has been told already or not. */
export function whatIsTold(situation: Situation): Telling[] {
  const steps = situation.owed.flatMap((report) => owedSteps(report, situation));
  const stepsByAgency = groupBy(steps, ({ askedAgencyId }) => askedAgencyId);
  return situation.recipients.flatMap((recipient) => {
    const found = [
      ...(stepsByAgency.get(recipient.agencyId ?? '') ?? []),
      ...recipient.waiting.flatMap((report) => waitingSteps(report, situation.today)),
      ...digestSteps(recipient.choices, situation),
    ];
    return found
      .filter(({ notice }) => isWanted(recipient.choices, notice))
      .map(({ key, notice }) => ({ userId: recipient.id, key, notice }));
  });
}

type Step = Pick<Telling, 'key' | 'notice'>;

function owedSteps(report: OwedReport, { today, schedule }: Situation): (Step & { askedAgencyId: string })[] {
  const { askedAgencyId, returnedOn, isClosed, ...stored } = report;
  if (isClosed) return [];
  const step = reminderStep({ dueDate: report.dueDate, today, since: returnedOn, schedule });
  if (!step) return [];
  const item = { ...stored, days: Math.abs(daysBetween(today, report.dueDate)) };
  const notice: StoredNotice = { kind: step.kind, items: [item] };
  return [{ askedAgencyId, key: `${step.kind} ${report.reportKey} ${step.date}`, notice }];
}

function waitingSteps(report: StoredWaiting, today: string): Step[] {
  const step = verificationStep({ verifyBy: report.verifyBy, today });
  // Handed in again after a return, it waits anew: the day is part of the key.
  const key = `to_verify ${report.reportKey} ${report.submittedOn} ${step?.date}`;
  return step ? [{ key, notice: { kind: 'to_verify', items: [report] } }] : [];
}

function digestSteps(choices: Choices, { digest, today }: Situation): Step[] {
  const step = digest && choices.digest ? digestStep(choices.digest.frequency, today) : null;
  return digest && step ? [{ key: `digest ${step.date}`, notice: { kind: 'digest', digest } }] : [];
}

function isWanted(choices: Choices, notice: StoredNotice): boolean {
  const { inApp, byMail } = channelsOf(choices, notice.kind);
  return inApp || byMail;
}

/** The notices that tell these: one of each kind for each person, in the order of the reports' deadlines. */
export function joinNotices(notices: readonly StoredNotice[]): StoredNotice[] {
  const joined = new Map<StoredNotice['kind'], StoredNotice>();
  for (const notice of notices) {
    const known = joined.get(notice.kind);
    joined.set(notice.kind, known ? join(known, notice) : notice);
  }
  return [...joined.values()];
}

function join(left: StoredNotice, right: StoredNotice): StoredNotice {
  switch (left.kind) {
    case 'due_soon':
    case 'overdue':
      return left.kind === right.kind
        ? { kind: left.kind, items: [...left.items, ...right.items].toSorted(byDueDate) }
        : left;
    case 'returned':
    case 'verified':
      return left.kind === right.kind ? { kind: left.kind, items: [...left.items, ...right.items] } : left;
    case 'to_verify':
      return left.kind === right.kind ? { kind: left.kind, items: [...left.items, ...right.items] } : left;
    case 'digest':
      return right;
  }
}

function byDueDate(left: StoredOwed, right: StoredOwed): number {
  if (left.dueDate !== right.dueDate) return left.dueDate < right.dueDate ? -1 : 1;
  return left.reportKey < right.reportKey ? -1 : 1;
}
