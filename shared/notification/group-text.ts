import type { Digest, WaitingItem } from '#shared/notification.ts';
import { digestLines, type TextScene, waitingLine } from './words.ts';

type Indonesian = Omit<TextScene, 'locale'>;

/** Where reporting stands, for the group: in Indonesian, without markup, for people copy it into WhatsApp. */
export function groupText(digest: Digest, { issueName, url }: Indonesian & { url: string }): string {
  return [
    ...digestLines(digest, { locale: 'id', issueName }),
    '',
    `Mohon laporan yang belum masuk dilengkapi melalui ${url}. Atas kerja sama Bapak/Ibu, kami ucapkan terima kasih.`,
    '',
    'Sekretariat Satgas 4+1',
  ].join('\n');
}

/** A letter to one verifier about the reports on their desk. */
export function verifierText(input: {
  name: string;
  agencyName: string | null;
  items: readonly WaitingItem[];
  issueName: TextScene['issueName'];
  url: string;
}): string {
  const { name, agencyName, items, issueName, url } = input;
  const lines = items.map((item, index) => `${index + 1}. ${waitingLine(item, { locale: 'id', issueName })}`);
  return [
    `Yth. Bapak/Ibu ${name}${agencyName === null ? '' : ` (${agencyName})`},`,
    '',
    `Dengan hormat, kami sampaikan bahwa ${items.length} laporan Satgas 4+1 menunggu verifikasi Bapak/Ibu:`,
    ...lines,
    '',
    `Mohon kesediaan Bapak/Ibu memeriksanya melalui ${url}. Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.`,
    '',
    'Sekretariat Satgas 4+1',
  ].join('\n');
}
