import type { Locale } from '#shared/locale.ts';

/** What a calendar says in its reader's language; a calendar program shows it as it comes. */
export const calendarWords = {
  id: {
    name: 'Satgas 4+1',
    meeting: {
      formal: 'Rapat formal',
      informal: 'Pertemuan informal',
      vertical: 'vertikal',
      horizontal: 'horizontal',
    },
    agenda: 'Agenda',
    itemDue: 'Tenggat tindak lanjut',
    itemFrom: 'Dari rapat',
    reportDue: 'Tenggat laporan',
    sample: 'Data contoh',
  },
  en: {
    name: 'Satgas 4+1',
    meeting: {
      formal: 'Formal meeting',
      informal: 'Informal meeting',
      vertical: 'vertical',
      horizontal: 'horizontal',
    },
    agenda: 'Agenda',
    itemDue: 'Follow-up due',
    itemFrom: 'From the meeting',
    reportDue: 'Report due',
    sample: 'Sample data',
  },
} as const satisfies Record<Locale, unknown>;
