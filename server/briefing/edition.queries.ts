import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { EditionPictureTable, EditionTable } from '#db/schema-briefing.ts';

export type EditionRow = Selectable<EditionTable>;
export type EditionPictureRow = Selectable<EditionPictureTable>;
/** What a list shows: everything but the content, which is large. */
export type EditionHeadRow = Omit<EditionRow, 'content'> & { isDeckGone: boolean };

const headColumns = [
  'edition.id',
  'edition.deckId',
  'edition.number',
  'edition.title',
  'edition.month',
  'edition.data',
  'edition.frozenAt',
  'edition.frozenById',
  'edition.frozenByName',
  'edition.slideCount',
  'edition.holdsSample',
  'edition.sha256',
] as const;

function heads(db: Kysely<Database>) {
  return db
    .selectFrom('edition')
    .leftJoin('deck', (join) => join.onRef('deck.id', '=', 'edition.deckId').on('deck.deletedAt', 'is', null))
    .select([...headColumns, 'deck.id as liveDeckId']);
}

function toHead<Row extends { liveDeckId: string | null }>({ liveDeckId, ...row }: Row) {
  return { ...row, isDeckGone: liveDeckId === null };
}

/** The latest first; of one deck, or of all. */
export async function listEditionHeads(db: Kysely<Database>, deckId?: string): Promise<EditionHeadRow[]> {
  let query = heads(db);
  if (deckId !== undefined) query = query.where('edition.deckId', '=', deckId);
  const rows = await query.orderBy('edition.frozenAt', 'desc').orderBy('edition.id', 'desc').execute();
  return rows.map(toHead);
}

export async function findEditionHead(db: Kysely<Database>, id: string): Promise<EditionHeadRow | undefined> {
  const row = await heads(db).where('edition.id', '=', id).executeTakeFirst();
  return row && toHead(row);
}

/** The deck's last edition of the figures asked for, with its content: verified ones are not set beside provisional ones. */
export function findLastEdition(
  db: Kysely<Database>,
  { id, data }: { id: string; data: EditionRow['data'] },
): Promise<EditionRow | undefined> {
  return db
    .selectFrom('edition')
    .selectAll()
    .where('deckId', '=', id)
    .where('data', '=', data)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function findEditionContent(db: Kysely<Database>, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('edition').select('content').where('id', '=', id).executeTakeFirst();
  return row?.content;
}

/** In the order of their hashes. */
export function listEditionPictures(db: Kysely<Database>, editionId: string): Promise<EditionPictureRow[]> {
  return db.selectFrom('edition_picture').selectAll().where('editionId', '=', editionId).orderBy('sha256').execute();
}

export async function findLastNumber(db: Kysely<Database>, deckId: string): Promise<number> {
  const row = await db
    .selectFrom('edition')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('deckId', '=', deckId)
    .executeTakeFirst();
  return row?.number ?? 0;
}

export async function insertEdition(
  trx: Transaction<Database>,
  edition: Insertable<EditionTable>,
  pictures: readonly Insertable<EditionPictureTable>[],
): Promise<void> {
  await trx.insertInto('edition').values(edition).execute();
  for (const picture of pictures) await trx.insertInto('edition_picture').values(picture).execute();
}
