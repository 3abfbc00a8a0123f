import { compareFigures, type FigureComparison } from '#shared/briefing/comparison.ts';
import type { DeckContent, SlideContent } from '#shared/briefing/content.ts';
import { figuresOfSlides, type SlideFigure } from '#shared/briefing/figures.ts';
import { type SlideKind, slideKindFilters } from '#shared/briefing/slide.ts';
import type { SlideSpec } from './body-context.ts';
import { bodyContext, type ContentScene } from './content-scene.ts';
import { ledgerBetween } from './ledger.ts';
import { slideBody } from './slide-body.ts';

/** An edition as far as a comparison needs it. */
export interface ComparedEdition {
  frozenAt: string;
  content: DeckContent;
}

/**
 * What the figures of an edition have become: its own slides, made anew for its own month from the data there are now,
 * beside what was frozen.
 */
export async function changesSince(
  scene: ContentScene,
  { frozenAt, content }: ComparedEdition,
  dataVersion: number,
): Promise<FigureComparison> {
  const between = { from: frozenAt, to: new Date().toISOString() };
  const now = await figuresNow(scene, content, dataVersion);
  const context = await bodyContext(scene, { data: content.data, dataVersion });
  const lines = await ledgerBetween(context.db, context.catalogue, between);
  return compareFigures(figuresOfSlides(content.slides), now, lines, between);
}

/** The figures that an edition's slides would show if they were made now. */
async function figuresNow(scene: ContentScene, content: DeckContent, dataVersion: number): Promise<SlideFigure[]> {
  const context = await bodyContext(scene, { data: content.data, dataVersion });
  const slides: Pick<SlideContent, 'body' | 'month'>[] = [];
  for (const slide of content.slides) {
    const spec = frozenSpec(slide);
    if (!showsFigures(spec.kind)) continue;
    const body = await slideBody(context, spec, async () => ({ kind: 'changes', since: null, changes: [] }));
    slides.push({ body, month: slide.month });
  }
  return figuresOfSlides(slides);
}

/** What a frozen slide was made from. */
function frozenSpec({ id, body, filter, month, written, notes }: SlideContent): SlideSpec {
  const kind = body.kind === 'unavailable' ? body.wanted : body.kind;
  return { id, kind, filter, month, written, notes, words: '', pictureAlt: '' };
}

/** Slides of words and of reports hold no figure of an indicator. */
function showsFigures(kind: SlideKind): boolean {
  return slideKindFilters[kind].takes.includes('month') && kind !== 'small_wins' && kind !== 'completeness';
}
