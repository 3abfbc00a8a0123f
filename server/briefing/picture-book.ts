import { type KeptPhoto, photoBytes } from '#server/attachment/photos.service.ts';
import type { Picture } from '#shared/briefing/edition.ts';
import { sha256Of } from './edition-hash.ts';

/** As wide as a slide on a projector, and as wide as a card on it. */
export const picturePixels = { slide: 1600, card: 800 } as const;

/** The pictures that the slides of one deck show, each once. */
export class PictureBook {
  readonly #dataDir: string;
  readonly #pictures = new Map<string, Picture>();

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** @returns the hash by which a slide names the picture; null without one, and when its file is gone */
  async add(photo: KeptPhoto | undefined, size: keyof typeof picturePixels): Promise<string | null> {
    const bytes = photo ? await photoBytes(this.#dataDir, photo, picturePixels[size]) : null;
    if (!bytes) return null;
    const sha256 = sha256Of(bytes);
    this.#pictures.set(sha256, { sha256, contentType: 'image/jpeg', base64: bytes.toString('base64') });
    return sha256;
  }

  /** In the order of their hashes; only those that are named. */
  pictures(isNamed: (sha256: string) => boolean = () => true): Picture[] {
    return [...this.#pictures.values()]
      .filter((picture) => isNamed(picture.sha256))
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  }
}
