import type { ExportContext } from '#client/lib/table-export/export-table.ts';

export const indonesian: ExportContext = { locale: 'id', timeZone: 'Asia/Makassar', timeZoneLabel: 'WITA' };
export const english: ExportContext = { ...indonesian, locale: 'en' };

/** Reads CSV as RFC 4180 has it: the counterpart that a test needs, written from the standard and not from the writer. */
export function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') {
      isQuoted = true;
    } else if (sign === separator) {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (sign === '\r' && source[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      rows.push([]);
      cell = '';
      at += 1;
    } else {
      cell += sign;
    }
  }
  return rows.slice(0, -1);
}
