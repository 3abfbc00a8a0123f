import { photoPixels, thumbnailPixels } from '#shared/attachment.ts';
import { typeRefused } from './file-kind.ts';

/** A file of a few megabytes can unfold to gigabytes: beyond this many pixels it is no photo. */
const MOST_PIXELS = 80_000_000;

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time: decoding takes tens of megabytes, and the threads are shared with passwords and files. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/** Loaded with the first photo: nobody who only reads pays for it. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

export interface PhotoPaths {
  source: string;
  photo: string;
  thumbnail: string;
}

/**
 * Draws a photo anew, upright and at most `photoPixels` wide or high, so that nothing but the picture is left of the
 * file: no place, no camera, no owner. Works in the library's own threads.
 * @throws AppError ATTACHMENT_TYPE_REFUSED when the picture is damaged or absurdly large
 */
export function redrawPhoto({ source, photo, thumbnail }: PhotoPaths): Promise<{ width: number; height: number }> {
  return oneAtATime(async () => {
    const sharp = await loadSharp();
    try {
      const { width, height } = await sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: photoPixels, height: photoPixels, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 82, progressive: true })
        .toFile(photo);
      await sharp(photo)
        .resize({ width: thumbnailPixels, height: thumbnailPixels, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 72 })
        .toFile(thumbnail);
      return { width, height };
    } catch (error) {
      if (isDiskError(error)) throw error;
      throw typeRefused('broken_image');
    }
  });
}

/** A kept photo at most `pixels` wide or high, as JPEG. @throws what the library throws for a missing or damaged file */
export function shrinkPhoto(path: string, pixels: number): Promise<Buffer> {
  return oneAtATime(async () => {
    const sharp = await loadSharp();
    return sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .resize({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82, progressive: true })
      .toBuffer();
  });
}

/** The library reports every failure as plain text; a full disk is not the picture's fault. */
function isDiskError(error: unknown): boolean {
  return (
    error instanceof Error && /no space|disk full|ENOSPC|write error|unable to open for write/i.test(error.message)
  );
}
