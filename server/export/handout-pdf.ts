import type { Edition } from '#shared/briefing/edition.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import { slideHeight, slideWidth } from '#shared/briefing/scene/scene.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import type { Locale } from '#shared/locale.ts';
import { bookmarkOf, drawSlide, headlineOf, type PdfOptions } from './deck-pdf.ts';
import { editionLine } from './edition-line.ts';
import { asArtifact, drawText, finishPdf, mm, openPdf, type Pdf } from './pdf-document.ts';

const palette = palettes.light;
const page = { width: mm(210), height: mm(297) };
const margin = { side: mm(20), top: mm(18), bottom: mm(18) };
const width = page.width - 2 * margin.side;
const FRAME = '#b4bccb';
const note = { size: 10.5, lineHeight: 15.5 };

const words: Record<
  Locale,
  {
    notes: string;
    /** Where nothing was written: lines to write on. */
    own: string;
    slide: (number: number, of: number) => string;
    goesOn: string;
    page: (number: number, of: number) => string;
  }
> = {
  id: {
    notes: 'Catatan pembicara',
    own: 'Catatan',
    slide: (number, of) => `Slide ${number} dari ${of}`,
    goesOn: '(lanjutan)',
    page: (number, of) => `Halaman ${number} dari ${of}`,
  },
  en: {
    notes: 'Speaker notes',
    own: 'Notes',
    slide: (number, of) => `Slide ${number} of ${of}`,
    goesOn: '(continued)',
    page: (number, of) => `Page ${number} of ${of}`,
  },
};

/** For the table: A4 upright, the slide above and its speaker notes below, as many pages as they need. */
export async function buildHandoutPdf(edition: Edition, { locale, onProgress }: PdfOptions): Promise<Uint8Array> {
  const { slides } = edition.content;
  const pdf = openPdf({ edition, locale, title: edition.head.title, size: [page.width, page.height] });
  for (const [index, slide] of slides.entries()) {
    const place = words[locale].slide(index + 1, slides.length);
    pdf.addPage();
    pdf.outline.addItem(bookmarkOf(slide, index, locale));
    running(pdf, edition, place);
    const bottom = slidePicture(pdf, edition, index, locale);
    notes(pdf, edition, { index, top: bottom + mm(12), locale, place });
    onProgress((index + 1) / (slides.length + 1));
  }
  footers(pdf, edition, locale);
  const bytes = await finishPdf(pdf);
  onProgress(1);
  return bytes;
}

/** The line at the head of each page. */
function running(pdf: Pdf, { head }: Edition, place: string): void {
  asArtifact(pdf, () => {
    const room = width - mm(45);
    const [title = ''] = wrapText(head.title, room, { size: 9, weight: 700 }, 1);
    drawText(pdf, margin.side, margin.top, title, { size: 9, weight: 700, color: palette.primary });
    drawText(pdf, page.width - margin.side, margin.top, place, { size: 9, color: palette.muted, anchor: 'end' });
    rule(pdf, margin.top + 6);
  });
}

function rule(pdf: Pdf, y: number): void {
  pdf
    .moveTo(margin.side, y)
    .lineTo(page.width - margin.side, y)
    .lineWidth(0.75)
    .stroke(palette.line);
}

/** @returns its lower edge */
function slidePicture(pdf: Pdf, edition: Edition, index: number, locale: Locale): number {
  const top = margin.top + 18;
  const height = (width * slideHeight) / slideWidth;
  pdf
    .save()
    .translate(margin.side, top)
    .scale(width / slideWidth);
  drawSlide(pdf, edition, index, locale);
  pdf.restore();
  asArtifact(pdf, () => pdf.rect(margin.side, top, width, height).lineWidth(0.75).stroke(FRAME));
  return top + height;
}

interface NotesPlace {
  index: number;
  top: number;
  locale: Locale;
  place: string;
}

function notes(pdf: Pdf, edition: Edition, { index, top, locale, place }: NotesPlace): void {
  const slide = edition.content.slides[index];
  if (!slide) return;
  const lastLine = page.height - margin.bottom - mm(8);
  const { notes: heading, own, goesOn } = words[locale];
  const written = slide.notes.trim();
  let y = top;
  paragraph(pdf, 'H2', () => drawText(pdf, margin.side, y, written === '' ? own : heading, headingStyle));
  y += 20;
  if (written === '') {
    asArtifact(pdf, () => {
      for (let line = y + 10; line < lastLine; line += 26) rule(pdf, line);
    });
    return;
  }
  for (const line of noteLines(written)) {
    if (y > lastLine) {
      pdf.addPage();
      running(pdf, edition, place);
      y = margin.top + 26;
      const [subject = ''] = wrapText(headlineOf(slide, locale), width - 80, { size: 10.5, weight: 700 }, 1);
      paragraph(pdf, 'H2', () => drawText(pdf, margin.side, y, `${subject} ${goesOn}`, headingStyle));
      y += 20;
    }
    if (line !== '')
      paragraph(pdf, 'P', () => drawText(pdf, margin.side, y, line, { size: note.size, color: palette.ink }));
    y += line === '' ? note.lineHeight * 0.5 : note.lineHeight;
  }
}

const headingStyle = { size: 10.5, weight: 700 as const, color: palette.primary };

/** An empty line between paragraphs as they were written. */
function noteLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => (line.trim() === '' ? [''] : wrapText(line, width, { size: note.size, weight: 400 })));
}

function paragraph(pdf: Pdf, tag: string, draw: () => void): void {
  const element = pdf.struct(tag, {}, draw);
  pdf.addStructure(element);
  element.end();
}

/** Once the number of pages is known. */
function footers(pdf: Pdf, edition: Edition, locale: Locale): void {
  const { start, count } = pdf.bufferedPageRange();
  const y = page.height - margin.bottom;
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    asArtifact(pdf, () => {
      rule(pdf, y - 10);
      drawText(pdf, margin.side, y, editionLine(edition, locale), { size: 7.5, color: palette.muted });
      const place = words[locale].page(index - start + 1, count);
      drawText(pdf, page.width - margin.side, y, place, { size: 7.5, color: palette.muted, anchor: 'end' });
    });
  }
}
