import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page as another program reads it; what stands apart on the page is apart by a space or a new line. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const document = await openPdf(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const parts = items.flatMap((item) => ('str' in item ? [item.hasEOL ? `${item.str}\n` : item.str] : []));
    pages.push(parts.join(' ').replace(/[ \u00a0]+/g, ' '));
  }
  return pages;
}

export function openPdf(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

/** Every number as it is written, `16.377` or `35,4`, in the order of reading. */
export function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}
