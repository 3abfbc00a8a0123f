import { safeFileName } from '#server/attachment/kept-file.service.ts';
import type { EditionHead } from '#shared/briefing/edition.ts';
import type { StartExportInput } from '#shared/briefing/export.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import { extensionOf } from './export-store.ts';

const words: Record<Locale, { edition: string; handout: string; recap: string; pictures: string }> = {
  id: { edition: 'Edisi', handout: 'Handout', recap: 'Rekapitulasi Penanganan 4+1', pictures: 'Gambar slide' },
  en: { edition: 'Edition', handout: 'Handout', recap: 'Recap of 4+1', pictures: 'Slide pictures' },
};

/** Leaves room for what follows the title within the longest name that disks take. */
const MOST_TITLE = 64;

/**
 * What the file is called when it is saved: `Rapat Koordinasi Agustus 2026 – Edisi 2.pptx`.
 * @param slideNumber 1-based, of a picture of one slide
 */
export function exportFileName(
  { title, month, number }: Pick<EditionHead, 'title' | 'month' | 'number'>,
  { kind, locale, paper }: Pick<StartExportInput, 'kind' | 'locale' | 'paper'>,
  slideNumber: number | null,
): string {
  const { edition, handout, recap, pictures } = words[locale];
  const subject = kind === 'recap' ? `${recap} ${formatMonth(month, locale)}` : shortened(title.replace(/[\\/]/g, '-'));
  const parts = [
    subject,
    `${edition} ${number}`,
    ...(kind === 'handout' ? [handout] : []),
    ...(kind === 'recap' && paper !== 'A4' ? [paper] : []),
    ...(kind === 'png' ? [slideNumber === null ? pictures : `Slide ${slideNumber}`] : []),
  ];
  return safeFileName(parts.join(' – '), extensionOf(kind, slideNumber !== null));
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length <= MOST_TITLE ? title : `${letters.slice(0, MOST_TITLE).join('').trimEnd()}…`;
}
