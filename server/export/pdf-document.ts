import PDFDocument from 'pdfkit';
import type { Edition } from '#shared/briefing/edition.ts';
import type { Locale } from '#shared/locale.ts';
import { lineWidth, runsOf, runWidth, type Weight } from './type-face.ts';

export type Pdf = PDFKit.PDFDocument;

/** Millimetres in points. */
export function mm(value: number): number {
  return (value * 72) / 25.4;
}

export interface PdfSettings {
  edition: Edition;
  locale: Locale;
  title: string;
  /** Width and height in points. */
  size: readonly [number, number];
}

/** A document without pages; its title, subject, language and the edition's hash are in its properties. */
export function openPdf({ edition, locale, title, size }: PdfSettings): Pdf {
  const { head } = edition;
  return new PDFDocument({
    size: [...size],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale === 'id' ? 'id-ID' : 'en',
    displayTitle: true,
    // None of the standard fonts: only Arimo, embedded, comes into the file.
    font: '',
    info: {
      Title: title,
      Author: 'Satgas 4+1',
      Subject: head.title,
      Keywords: `SHA-256 ${head.sha256}`,
      Creator: 'Satgas 4+1',
      Producer: 'Satgas 4+1',
      CreationDate: new Date(head.frozenAt),
    },
  });
}

export function finishPdf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
    pdf.end();
  });
}

export interface TextStyle {
  size: number;
  weight?: Weight;
  /** `#rrggbb` */
  color?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line on its baseline, as text that can be selected and searched. */
export function drawText(pdf: Pdf, x: number, y: number, text: string, style: TextStyle): void {
  const { size, weight = 400, color = '#000000', anchor = 'start' } = style;
  const width = anchor === 'start' ? 0 : lineWidth(text, size, weight);
  let pen = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  pdf.fillColor(color);
  for (const run of runsOf(text, weight)) {
    setFace(pdf, run.face.name, run.face.bytes);
    pdf.fontSize(size).text(run.text, pen, y, { lineBreak: false, baseline: 'alphabetic' });
    pen += runWidth(run, size);
  }
}

const registered = new WeakMap<Pdf, Set<string>>();

function setFace(pdf: Pdf, name: string, bytes: Buffer): void {
  let names = registered.get(pdf);
  if (!names) {
    names = new Set();
    registered.set(pdf, names);
  }
  if (!names.has(name)) {
    pdf.registerFont(name, bytes);
    names.add(name);
  }
  pdf.font(name);
}

/** Draws what is decoration to whoever has the page read out. */
export function asArtifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact');
  draw();
  pdf.endMarkedContent();
}
