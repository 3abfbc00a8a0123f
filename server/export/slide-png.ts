import { zipSync } from 'fflate';
import type { Edition } from '#shared/briefing/edition.ts';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { slideHeight, slideWidth } from '#shared/briefing/scene/scene.ts';
import type { Locale } from '#shared/locale.ts';
import { markOf, picturesOf } from './edition-slides.ts';
import { sceneSvg } from './scene-svg.ts';

/** Full HD: what projectors show and messengers send. */
const WIDTH = 1920;

interface PngOptions {
  locale: Locale;
  onProgress: (value: number) => void;
}

/** One slide as a picture of 1920 × 1080. @throws RangeError when the edition has no such slide */
export async function buildSlidePng(edition: Edition, slideId: string, { locale }: Pick<PngOptions, 'locale'>) {
  const index = edition.content.slides.findIndex((slide) => slide.id === slideId);
  if (index < 0) throw new RangeError('no such slide in the edition');
  return pngOf(edition, index, locale);
}

/** All slides, `slide-01.png` onwards, in a ZIP that does not pack again what is packed. */
export async function buildDeckPng(edition: Edition, { locale, onProgress }: PngOptions): Promise<Uint8Array> {
  const { slides } = edition.content;
  const digits = Math.max(2, String(slides.length).length);
  const files: Record<string, Uint8Array> = {};
  for (const index of slides.keys()) {
    files[`slide-${String(index + 1).padStart(digits, '0')}.png`] = await pngOf(edition, index, locale);
    onProgress((index + 1) / (slides.length + 1));
  }
  // The date is the edition's, so that the same edition always gives the same file.
  const packed = zipSync(files, { level: 0, mtime: edition.head.frozenAt });
  onProgress(1);
  return packed;
}

async function pngOf(edition: Edition, index: number, locale: Locale): Promise<Uint8Array> {
  const slide = edition.content.slides[index];
  if (!slide) throw new RangeError('no such slide in the edition');
  const scene = layoutSlide(slide, markOf(edition, index), locale);
  const svg = sceneSvg(scene, picturesOf(edition), WIDTH);
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg), { unlimited: true })
    .resize(WIDTH, (WIDTH * slideHeight) / slideWidth)
    .png({ compressionLevel: 8 })
    .toBuffer();
}
