import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { findAreaRow } from '#server/figure/figure.service.ts';
import { type DeckRow, findDeck } from './deck.queries.ts';
import { findSlide, type SlideRow } from './slide.queries.ts';

/** @throws AppError DECK_NOT_FOUND, also when it was deleted meanwhile */
export async function getDeck(db: Kysely<Database>, deckId: string): Promise<DeckRow> {
  const deck = await findDeck(db, deckId);
  if (!deck) throw new AppError('DECK_NOT_FOUND');
  return deck;
}

/** A slide of a deck that is there. @throws AppError DECK_NOT_FOUND, SLIDE_NOT_FOUND when it was dropped meanwhile */
export async function getSlide(
  db: Kysely<Database>,
  { deckId, slideId }: { deckId: string; slideId: string },
): Promise<{ deck: DeckRow; slide: SlideRow }> {
  const deck = await getDeck(db, deckId);
  const slide = await findSlide(db, deckId, slideId);
  if (!slide || slide.removedAt !== null) throw new AppError('SLIDE_NOT_FOUND');
  return { deck, slide };
}

export function assertVersion(row: { version: number }, seen: number): void {
  if (row.version !== seen) throw new AppError('VERSION_CONFLICT', { params: { version: row.version } });
}

/**
 * The area a slide is narrowed to: a regency of the province; the province itself is no narrowing.
 * @throws AppError BAD_INPUT with the field for anything else
 */
export async function chosenArea(
  db: Kysely<Database>,
  provinceId: string,
  areaId: string | null,
  field: string,
): Promise<string | null> {
  if (areaId === null || areaId === provinceId) return null;
  const area = await findAreaRow(db, areaId);
  if (area?.level !== 'regency' || area.parentId !== provinceId) {
    throw new AppError('BAD_INPUT', { fields: { [field]: 'CHOICE_REQUIRED' } });
  }
  return area.id;
}
