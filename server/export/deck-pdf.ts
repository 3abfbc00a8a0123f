import type { SlideContent } from '#shared/briefing/content.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { slideHeight, slideWidth } from '#shared/briefing/scene/scene.ts';
import type { Locale } from '#shared/locale.ts';
import { drawScene } from './draw-scene.ts';
import { markOf, picturesOf } from './edition-slides.ts';
import { finishPdf, openPdf, type Pdf } from './pdf-document.ts';

export interface PdfOptions {
  locale: Locale;
  onProgress: (value: number) => void;
}

/** 16:9 at 13⅓ × 7½ inches, the page of presentation programs. */
const SCALE = 960 / slideWidth;

/** The deck, one slide a page, with a bookmark for each. */
export async function buildDeckPdf(edition: Edition, { locale, onProgress }: PdfOptions): Promise<Uint8Array> {
  const { slides } = edition.content;
  const title = edition.head.title;
  const pdf = openPdf({ edition, locale, title, size: [slideWidth * SCALE, slideHeight * SCALE] });
  for (const [index, slide] of slides.entries()) {
    pdf.addPage();
    pdf.outline.addItem(bookmarkOf(slide, index, locale));
    pdf.save().scale(SCALE);
    drawSlide(pdf, edition, index, locale);
    pdf.restore();
    onProgress((index + 1) / (slides.length + 1));
  }
  const bytes = await finishPdf(pdf);
  onProgress(1);
  return bytes;
}

/** In the units of the slide. Read out, a slide is its description rather than its shapes. */
export function drawSlide(pdf: Pdf, edition: Edition, index: number, locale: Locale): void {
  const slide = edition.content.slides[index];
  if (!slide) return;
  const scene = layoutSlide(slide, markOf(edition, index), locale);
  const figure = pdf.struct('Figure', { alt: scene.description, title: headlineOf(slide, locale) }, () =>
    drawScene(pdf, scene, picturesOf(edition)),
  );
  pdf.addStructure(figure);
  figure.end();
}

export function headlineOf(slide: SlideContent, locale: Locale): string {
  return slide.written ?? slide.proposed[locale];
}

export function bookmarkOf(slide: SlideContent, index: number, locale: Locale): string {
  return `${index + 1}. ${headlineOf(slide, locale)}`;
}
