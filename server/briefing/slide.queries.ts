import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DeckSlideTable } from '#db/schema-briefing.ts';
import type { Placed } from './positions.ts';

export type SlideRow = Selectable<DeckSlideTable>;

/** The slides of a deck in their order, without those that were dropped. */
export function listSlides(db: Kysely<Database>, deckId: string): Promise<SlideRow[]> {
  return db
    .selectFrom('deck_slide')
    .selectAll()
    .where('deckId', '=', deckId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Every slide's place, also of those that were dropped. */
export function listPlaces(
  db: Kysely<Database>,
  deckId: string,
): Promise<Pick<SlideRow, 'id' | 'position' | 'removedAt'>[]> {
  return db
    .selectFrom('deck_slide')
    .select(['id', 'position', 'removedAt'])
    .where('deckId', '=', deckId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function findSlide(db: Kysely<Database>, deckId: string, id: string): Promise<SlideRow | undefined> {
  return db.selectFrom('deck_slide').selectAll().where('id', '=', id).where('deckId', '=', deckId).executeTakeFirst();
}

export async function insertSlides(
  trx: Transaction<Database>,
  slides: readonly Insertable<DeckSlideTable>[],
): Promise<void> {
  if (slides.length > 0)
    await trx
      .insertInto('deck_slide')
      .values([...slides])
      .execute();
}

export async function updateSlide(
  trx: Transaction<Database>,
  id: string,
  patch: Partial<Omit<SlideRow, 'id' | 'deckId'>>,
): Promise<void> {
  await trx.updateTable('deck_slide').set(patch).where('id', '=', id).execute();
}

export async function setPositions(trx: Transaction<Database>, places: readonly Placed[]): Promise<void> {
  for (const { id, position } of places) await updateSlide(trx, id, { position });
}
