import { z } from 'zod';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { listedReportStateSchema } from '#shared/report.ts';

export const remindersInput = z.object({ month: monthSchema });

const reminderItemSchema = z.object({
  reportKey: z.string(),
  issueId: issueIdSchema,
  month: monthSchema,
  state: listedReportStateSchema,
  dueDate: z.string(),
  daysOverdue: z.int(),
  missing: z.int(),
  returned: z.int(),
});

export const reminderSchema = z.object({
  agencyId: z.string(),
  agencyAbbr: z.string(),
  agencyName: z.string(),
  /** Null: the agency has no account that could be reminded. */
  userId: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  /** In Indonesian, to copy. */
  text: z.string(),
  whatsappUrl: z.string().nullable(),
  items: z.array(reminderItemSchema),
});
export type Reminder = z.infer<typeof reminderSchema>;
export type ReminderItem = z.infer<typeof reminderItemSchema>;

/** Agencies with a report of that month or an earlier one that is not handed in or was returned; the latest first. */
export const remindersOutput = z.array(reminderSchema);

export type ReminderTextInput = {
  /** The person addressed; null writes to the agency. */
  name: string | null;
  agencyName: string;
  month: Month;
  items: readonly (ReminderItem & { issueName: string })[];
  /** Where the report is filled in. */
  url: string;
};

/** The letter in official Indonesian; people copy it into WhatsApp, so that it has no markup. */
export function reminderText({ name, agencyName, month, items, url }: ReminderTextInput): string {
  const lines = items.map((item, index) => `${index + 1}. ${itemText(item)}`);
  return [
    `Yth. ${name === null ? `Narahubung ${agencyName}` : `Bapak/Ibu ${name} (${agencyName})`},`,
    '',
    `Dengan hormat, kami sampaikan bahwa sampai dengan pelaporan ${formatMonth(month, 'id')} masih ada laporan Satgas 4+1 yang menunggu penyelesaian:`,
    ...lines,
    '',
    `Mohon kesediaan Bapak/Ibu melengkapinya melalui ${url}. Bila ada kendala, silakan menghubungi Sekretariat Satgas 4+1.`,
    '',
    'Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.',
    '',
    'Sekretariat Satgas 4+1',
  ].join('\n');
}

function itemText(item: ReminderItem & { issueName: string }): string {
  const subject = `${item.issueName}, ${formatMonth(item.month, 'id')}`;
  const deadline = `tenggat ${formatDate(item.dueDate, 'id')}`;
  const late = item.daysOverdue > 0 ? `, terlambat ${item.daysOverdue} hari` : '';
  return `${subject} – ${whatIsMissing(item)} (${deadline}${late})`;
}

function whatIsMissing(item: ReminderItem): string {
  if (item.state === 'returned') {
    return item.returned > 0 ? `${item.returned} angka dikembalikan untuk diperbaiki` : 'perbaikan belum diajukan lagi';
  }
  if (item.state === 'not_started') return `belum diisi, ${item.missing} angka ditunggu`;
  return item.missing > 0 ? `belum diajukan, ${item.missing} angka belum terisi` : 'sudah terisi, belum diajukan';
}

/** A link that opens WhatsApp with the text; null when the number cannot be one. Local numbers are Indonesian (+62). */
export function whatsappUrl(phone: string | null, text: string): string | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  const international = digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
  if (international.length < 9 || international.length > 15) return null;
  return `https://wa.me/${international}?text=${encodeURIComponent(text)}`;
}
