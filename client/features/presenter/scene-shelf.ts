import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import type { Scene } from '#shared/briefing/scene/scene.ts';
import type { Locale } from '#shared/locale.ts';
import { markOf, type Presentation } from './presentation.ts';

/** Lays each slide out once, when it is first asked for. */
export function sceneShelf(presentation: Presentation, locale: Locale): (index: number) => Scene {
  const laidOut = new Map<number, Scene>();
  return (index) => {
    const known = laidOut.get(index);
    if (known) return known;
    const slide = presentation.slides[index];
    const scene: Scene = slide
      ? layoutSlide(slide, markOf(presentation, index), locale)
      : { description: '', items: [] };
    laidOut.set(index, scene);
    return scene;
  };
}
