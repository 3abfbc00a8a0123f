import type { Edition, Picture } from '#shared/briefing/edition.ts';
import type { SlideMark } from '#shared/briefing/scene/scene.ts';

/** What is printed at the foot of a slide of an edition; `index` counts from 0. */
export function markOf({ head, content }: Edition, index: number): SlideMark {
  const { frozenAt, sha256, number } = head;
  return {
    edition: { frozenAt, sha256, number },
    page: index + 1,
    pages: content.slides.length,
    timeZone: content.timeZone,
  };
}

/** By the hash under which slides name them. */
export function picturesOf({ pictures }: Edition): ReadonlyMap<string, Picture> {
  return new Map(pictures.map((picture) => [picture.sha256, picture]));
}
