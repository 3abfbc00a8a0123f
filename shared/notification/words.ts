import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import type { Digest, OwedItem, SettledItem, WaitingItem } from '#shared/notification.ts';

/** What a text needs to know beside the notice: the language, and how issues are called in it. */
export interface TextScene {
  locale: Locale;
  issueName: (issueId: IssueId) => string;
}

type Report = { issueId: IssueId; month: Month; agencyAbbr: string };

/** `Stunting, Oktober 2026 (Biro Hukum)`: the report as lists of a letter name it. */
export function reportName(report: Report, { locale, issueName }: TextScene): string {
  return `${issueName(report.issueId)}, ${formatMonth(report.month, locale)} (${report.agencyAbbr})`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const words = {
  id: {
    dueIn: (days: number) => (days === 0 ? 'jatuh tempo hari ini' : `${days} hari lagi`),
    late: (days: number) => `terlambat ${days} hari`,
    due: (date: string) => `tenggat ${date}`,
    notBegun: (cells: number) => `belum diisi, ${cells} angka ditunggu`,
    filled: 'sudah terisi, belum diajukan',
    incomplete: (cells: number) => `belum diajukan, ${cells} angka belum terisi`,
    returned: (cells: number) => `${cells} angka dikembalikan untuk diperbaiki`,
    corrected: 'perbaikan belum diajukan lagi',
    verified: (cells: number) => `${cells} angka diverifikasi`,
    submitted: (date: string) => `diajukan ${date}`,
    verifyBy: (date: string) => `batas verifikasi ${date}`,
    verifyLate: (days: number) => `terlambat ${days} hari kerja`,
  },
  en: {
    dueIn: (days: number) => (days === 0 ? 'due today' : `in ${counted(days, 'day', 'days')}`),
    late: (days: number) => `${counted(days, 'day', 'days')} late`,
    due: (date: string) => `due ${date}`,
    notBegun: (cells: number) => `not begun, ${counted(cells, 'figure', 'figures')} expected`,
    filled: 'filled in, not submitted',
    incomplete: (cells: number) => `not submitted, ${counted(cells, 'figure', 'figures')} missing`,
    returned: (cells: number) => `${counted(cells, 'figure', 'figures')} returned for correction`,
    corrected: 'correction not submitted again',
    verified: (cells: number) => `${counted(cells, 'figure', 'figures')} verified`,
    submitted: (date: string) => `submitted ${date}`,
    verifyBy: (date: string) => `verification due ${date}`,
    verifyLate: (days: number) => `${counted(days, 'working day', 'working days')} late`,
  },
} as const;

export function owedLine(item: OwedItem, kind: 'due_soon' | 'overdue', scene: TextScene): string {
  const say = words[scene.locale];
  const when = kind === 'overdue' ? say.late(item.days) : say.dueIn(item.days);
  const due = say.due(formatDate(item.dueDate, scene.locale));
  return `${reportName(item, scene)} – ${whatIsMissing(item, scene.locale)} (${due}, ${when})`;
}

function whatIsMissing(item: OwedItem, locale: Locale): string {
  const say = words[locale];
  if (item.state === 'returned') return item.returned > 0 ? say.returned(item.returned) : say.corrected;
  if (item.state === 'not_started') return say.notBegun(item.missing);
  return item.missing > 0 ? say.incomplete(item.missing) : say.filled;
}

/** Without the verifier's name: a mail holds no more than it must. */
export function settledLine(
  item: Omit<SettledItem, 'byName'>,
  kind: 'returned' | 'verified',
  scene: TextScene,
): string {
  return `${reportName(item, scene)} – ${words[scene.locale][kind](item.cells)}`;
}

export function waitingLine(item: WaitingItem, scene: TextScene): string {
  const say = words[scene.locale];
  const { locale } = scene;
  const late = item.days > 0 ? `, ${say.verifyLate(item.days)}` : '';
  const dates = `${say.submitted(formatDate(item.submittedOn, locale))}, ${say.verifyBy(formatDate(item.verifyBy, locale))}`;
  return `${reportName(item, scene)} – ${dates}${late}`;
}

const digestWords = {
  id: {
    title: (date: string) => `Rekap pelaporan Satgas 4+1 per ${date}`,
    month: (month: string, { received, expected, verified }: Digest) =>
      `Laporan ${month}: ${received} dari ${expected} sudah masuk, ${verified} terverifikasi.`,
    reported: (count: number) => `Sudah lengkap (${count} OPD):`,
    owing: (count: number) => `Belum lengkap (${count} OPD):`,
    late: (days: number) => `terlambat ${days} hari`,
    earlier: (count: number) => `Laporan bulan-bulan sebelumnya yang belum masuk: ${count}`,
    toVerify: (count: number, late: number) =>
      `Menunggu verifikasi: ${count}${late > 0 ? `, ${late} di antaranya melewati batas waktu` : ''}`,
    returned: (count: number) => `Dikembalikan dan belum diajukan lagi: ${count}`,
    actionItems: (count: number) => `Tindak lanjut rapat yang melewati tenggat: ${count}`,
  },
  en: {
    title: (date: string) => `Reporting to Satgas 4+1 as of ${date}`,
    month: (month: string, { received, expected, verified }: Digest) =>
      `Reports for ${month}: ${received} of ${expected} received, ${verified} verified.`,
    reported: (count: number) => `Complete (${counted(count, 'agency', 'agencies')}):`,
    owing: (count: number) => `Not complete (${counted(count, 'agency', 'agencies')}):`,
    late: (days: number) => `${counted(days, 'day', 'days')} late`,
    earlier: (count: number) => `Reports for earlier months not received: ${count}`,
    toVerify: (count: number, late: number) =>
      `Waiting for verification: ${count}${late > 0 ? `, ${late} of them for too long` : ''}`,
    returned: (count: number) => `Returned and not submitted again: ${count}`,
    actionItems: (count: number) => `Overdue action items: ${count}`,
  },
} as const;

/** The digest line by line, without markup: for mail and to copy. */
export function digestLines(digest: Digest, { locale, issueName }: TextScene): string[] {
  const say = digestWords[locale];
  const owing = digest.owing.map(({ agencyAbbr, issueIds, days }, index) => {
    const late = days > 0 ? ` (${say.late(days)})` : '';
    return `${index + 1}. ${agencyAbbr}: ${issueIds.map(issueName).join(', ')}${late}`;
  });
  const reported = digest.reported.map(({ agencyAbbr }) => agencyAbbr).join(', ');
  return [
    say.title(formatDate(digest.date, locale)),
    '',
    say.month(formatMonth(digest.month, locale), digest),
    ...(owing.length > 0 ? ['', say.owing(owing.length), ...owing] : []),
    ...(reported === '' ? [] : ['', say.reported(digest.reported.length), reported]),
    '',
    ...(digest.earlierOwed > 0 ? [say.earlier(digest.earlierOwed)] : []),
    say.toVerify(digest.toVerify, digest.toVerifyLate),
    ...(digest.returned > 0 ? [say.returned(digest.returned)] : []),
    ...(digest.overdueActionItems > 0 ? [say.actionItems(digest.overdueActionItems)] : []),
  ];
}

/** Nothing is expected, owed or waiting: no reason to write to anybody. */
export function isQuiet(digest: Digest): boolean {
  const { expected, earlierOwed, toVerify, returned, overdueActionItems } = digest;
  return expected + earlierOwed + toVerify + returned + overdueActionItems === 0;
}
