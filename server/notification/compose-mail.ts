import type { Mail } from '#server/mailer.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Locale } from '#shared/locale.ts';
import type { StoredNotice } from '#shared/notification/stored.ts';
import { digestLines, owedLine, settledLine, type TextScene, waitingLine } from '#shared/notification/words.ts';
import { type Digest, notificationSettingsPath, type ReportNoticeKind } from '#shared/notification.ts';
import { mailWords } from './mail-words.ts';
import { withAgency } from './notice-view.ts';

export interface MailScene {
  person: { name: string; email: string; locale: Locale };
  reference: Pick<Reference, 'issues' | 'agencyById'>;
  publicUrl: string;
}

interface Section {
  kind: ReportNoticeKind;
  lines: { text: string; reportKey: string }[];
}

/**
 * One mail for everything that a person is told at one time: plain text, with counts, dates and links; no figures, no
 * reasons and nobody else's name.
 * @param notices the oldest first; of a report that is told twice in one way, the later counts
 */
export function composeMail(notices: readonly StoredNotice[], scene: MailScene): Mail {
  const { person, publicUrl } = scene;
  const say = mailWords[person.locale];
  const text = textScene(scene);
  const sections = sectionsOf(notices, scene, text);
  const digest = notices.flatMap((notice) => (notice.kind === 'digest' ? [notice.digest] : [])).at(-1);
  const asks = sections.some(({ kind }) => kind !== 'verified');
  const paragraphs = [
    say.greeting(person.name),
    ...sections.map(({ kind, lines }) =>
      [
        say.heading[kind],
        ...lines.map(
          ({ text: line, reportKey }, index) => `${index + 1}. ${line}\n   ${publicUrl}/pelaporan/${reportKey}`,
        ),
      ].join('\n'),
    ),
    ...(asks ? [say.request] : []),
    ...(digest ? [`${digestLines(digest, text).join('\n')}\n${publicUrl}/kelengkapan`] : []),
    say.signature,
    `-- \n${say.footer(publicUrl + notificationSettingsPath)}`,
  ];
  return {
    to: person.email,
    subject: subjectOf(sections, digest, person.locale),
    text: `${paragraphs.join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

function textScene({ person, reference }: MailScene): TextScene {
  const names = new Map(
    reference.issues.map((issue) => [issue.id, person.locale === 'en' ? issue.nameEn : issue.nameId]),
  );
  return { locale: person.locale, issueName: (id: IssueId) => names.get(id) ?? id };
}

function subjectOf(sections: readonly Section[], digest: Digest | undefined, locale: Locale): string {
  const say = mailWords[locale];
  const parts = [
    ...sections.map(({ kind, lines }) => say.subject[kind](lines.length)),
    ...(digest ? [say.digestSubject(digest)] : []),
  ];
  return `Satgas 4+1: ${parts.join(', ')}`;
}

/** What presses most comes first. */
function sectionsOf(notices: readonly StoredNotice[], { reference }: MailScene, text: TextScene): Section[] {
  const overdue = latest(notices.flatMap((notice) => (notice.kind === 'overdue' ? notice.items : [])));
  const isOverdue = new Set(overdue.map(({ reportKey }) => reportKey));
  const dueSoon = latest(notices.flatMap((notice) => (notice.kind === 'due_soon' ? notice.items : [])));
  const settled = (kind: 'returned' | 'verified') =>
    latest(notices.filter((notice) => notice.kind === kind).flatMap(settledItems));
  const waiting = latest(notices.flatMap((notice) => (notice.kind === 'to_verify' ? notice.items : [])));
  const sections: Section[] = [
    section('returned', settled('returned'), (item) => settledLine(withAgency(reference, item), 'returned', text)),
    section('overdue', overdue, (item) => owedLine(withAgency(reference, item), 'overdue', text)),
    section(
      'due_soon',
      dueSoon.filter(({ reportKey }) => !isOverdue.has(reportKey)),
      (item) => owedLine(withAgency(reference, item), 'due_soon', text),
    ),
    section('to_verify', waiting, (item) => waitingLine(withAgency(reference, item), text)),
    section('verified', settled('verified'), (item) => settledLine(withAgency(reference, item), 'verified', text)),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function settledItems(notice: StoredNotice) {
  return notice.kind === 'returned' || notice.kind === 'verified' ? notice.items : [];
}

function section<Item extends { reportKey: string }>(
  kind: ReportNoticeKind,
  items: readonly Item[],
  lineOf: (item: Item) => string,
): Section {
  return { kind, lines: items.map((item) => ({ text: lineOf(item), reportKey: item.reportKey })) };
}

/** One for each report: the last. */
function latest<Item extends { reportKey: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.reportKey, item])).values()];
}
