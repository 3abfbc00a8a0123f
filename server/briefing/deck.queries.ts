import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DeckTable } from '#db/schema-briefing.ts';

export type DeckRow = Selectable<DeckTable>;

/** Decks that were not deleted, the latest change first, with who made and changed them. */
export function listDecks(db: Kysely<Database>) {
  return withNames(db).orderBy('deck.updatedAt', 'desc').orderBy('deck.id', 'desc').execute();
}

export function findDeckWithNames(db: Kysely<Database>, id: string) {
  return withNames(db).where('deck.id', '=', id).executeTakeFirst();
}

export type NamedDeckRow = Awaited<ReturnType<typeof listDecks>>[number];

function withNames(db: Kysely<Database>) {
  return db
    .selectFrom('deck')
    .leftJoin('user as maker', 'maker.id', 'deck.createdById')
    .leftJoin('user as changer', 'changer.id', 'deck.updatedById')
    .selectAll('deck')
    .select(['maker.name as createdByName', 'changer.name as updatedByName'])
    .where('deck.deletedAt', 'is', null);
}

export function findDeck(db: Kysely<Database>, id: string): Promise<DeckRow | undefined> {
  return db.selectFrom('deck').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst();
}

export async function insertDeck(trx: Transaction<Database>, deck: Insertable<DeckTable>): Promise<void> {
  await trx.insertInto('deck').values(deck).execute();
}

export async function updateDeck(trx: Transaction<Database>, id: string, patch: Partial<DeckRow>): Promise<void> {
  await trx.updateTable('deck').set(patch).where('id', '=', id).execute();
}

/** How many slides each deck has that were not dropped. */
export async function countSlides(
  db: Kysely<Database>,
  deckIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (deckIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('deck_slide')
    .select((eb) => ['deckId', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('deckId', 'in', deckIds)
    .where('removedAt', 'is', null)
    .groupBy('deckId')
    .execute();
  return new Map(rows.map((row) => [row.deckId, Number(row.count)]));
}
