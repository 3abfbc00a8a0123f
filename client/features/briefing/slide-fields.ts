import { z } from 'zod';
import { changeSlideInput, deckSettingsSchema } from '#shared/briefing/deck.ts';
import type { Slide } from '#shared/briefing/slide.ts';
import type { Kept } from './field-saver.ts';

/** What the editor changes of a slide, saved together under the slide's own version. */
export const slideFieldsSchema = changeSlideInput.omit({ deckId: true, slideId: true, version: true });
export type SlideFields = z.infer<typeof slideFieldsSchema>;

/** The settings of a deck, as the saver holds them. */
export const deckFieldsSchema = z.object(deckSettingsSchema.shape);
export type DeckFields = z.infer<typeof deckFieldsSchema>;

export function keptSlide({ version, title, notes, filter, body, pictureAlt }: Slide): Kept<SlideFields> {
  return { version, fields: { title, notes, filter: orderedFilter(filter), body, pictureAlt } };
}

/** Fields are compared as text, so the names of a record stand in one order. */
function orderedFilter({ issueId, areaId, month }: Slide['filter']): Slide['filter'] {
  return { issueId, areaId, month };
}

export function keptDeck({
  version,
  title,
  month,
  data,
  hideEmpty,
}: DeckFields & { version: number }): Kept<DeckFields> {
  return { version, fields: { title, month, data, hideEmpty } };
}
