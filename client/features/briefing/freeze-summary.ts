import type { FigureChange } from '#shared/briefing/change.ts';
import { compareFigures } from '#shared/briefing/comparison.ts';
import type { DeckContent, SlideContent } from '#shared/briefing/content.ts';
import { figuresOfSlides } from '#shared/briefing/figures.ts';
import { isSame } from './merge-fields.ts';

export interface FreezeSummary {
  /** Slides that the edition will have. */
  kept: SlideContent[];
  /** Left out because they have nothing to show. */
  skipped: SlideContent[];
  /** Empty, and kept all the same. */
  empty: SlideContent[];
  contradicting: SlideContent[];
  sample: SlideContent[];
  provisional: SlideContent[];
}

/** What freezing a deck as it was looked at would make, and what should be known before. */
export function freezeSummary({ slides }: Pick<DeckContent, 'slides'>, hideEmpty: boolean): FreezeSummary {
  const kept = slides.filter((slide) => !hideEmpty || !slide.isEmpty);
  return {
    kept,
    skipped: slides.filter((slide) => hideEmpty && slide.isEmpty),
    empty: kept.filter((slide) => slide.isEmpty),
    contradicting: kept.filter((slide) => slide.contradictions.length > 0),
    sample: kept.filter((slide) => slide.holdsSample),
    provisional: kept.filter((slide) => slide.basis === 'provisional'),
  };
}

export interface Moved {
  figures: FigureChange[];
  /** Slides that look otherwise than before, whether or not in a figure. */
  slides: SlideContent[];
}

/** What became different on the slides since they were looked at. */
export function movedSince(seen: Pick<DeckContent, 'slides'>, now: Pick<DeckContent, 'slides'>): Moved {
  const former = new Map(seen.slides.map((slide) => [slide.id, slide]));
  return {
    figures: compareFigures(figuresOfSlides(seen.slides), figuresOfSlides(now.slides)).changes,
    slides: now.slides.filter((slide) => !isSame(former.get(slide.id), slide)),
  };
}

export function isUnmoved(
  { figures, slides }: Moved,
  seen: Pick<DeckContent, 'slides'>,
  now: Pick<DeckContent, 'slides'>,
): boolean {
  return figures.length === 0 && slides.length === 0 && seen.slides.length === now.slides.length;
}
