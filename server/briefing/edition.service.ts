import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { type Edition, type EditionHead, type Picture, pictureSchema } from '#shared/briefing/edition.ts';
import {
  type EditionHeadRow,
  type EditionPictureRow,
  findEditionContent,
  findEditionHead,
  listEditionHeads,
  listEditionPictures,
} from './edition.queries.ts';
import { editionSha256, sha256Of } from './edition-hash.ts';
import { readContent } from './read-content.ts';

function toHead(row: EditionHeadRow): EditionHead {
  const { id, number, title, month, data, frozenAt, frozenByName, sha256, slideCount } = row;
  return {
    id,
    deckId: row.isDeckGone ? null : row.deckId,
    number,
    title,
    month,
    data,
    frozenAt,
    frozenByName,
    sha256,
    slideCount,
    holdsSample: row.holdsSample === 1,
  };
}

/** The latest first; of one deck, or of all. */
export async function findEditions(db: Kysely<Database>, deckId?: string): Promise<EditionHead[]> {
  return (await listEditionHeads(db, deckId)).map(toHead);
}

/** @throws AppError EDITION_NOT_FOUND */
export async function getEditionHead(db: Kysely<Database>, editionId: string): Promise<EditionHead> {
  const row = await findEditionHead(db, editionId);
  if (!row) throw new AppError('EDITION_NOT_FOUND');
  return toHead(row);
}

/**
 * An edition as it was frozen, with the hash computed anew over everything that is kept of it. One that does not match,
 * or whose content can be read in part only, opens all the same and says so.
 * @throws AppError EDITION_NOT_FOUND
 */
export async function openEdition(db: Kysely<Database>, editionId: string): Promise<Edition> {
  const [row, content, pictures] = await Promise.all([
    findEditionHead(db, editionId),
    findEditionContent(db, editionId),
    listEditionPictures(db, editionId),
  ]);
  if (!row || content === undefined) throw new AppError('EDITION_NOT_FOUND');
  const computedSha256 = editionSha256({ ...row, content }, pictures);
  const head = toHead(row);
  return {
    head,
    content: readContent(content, head),
    pictures: pictures.flatMap((picture) => toPicture(picture) ?? []),
    isIntact: computedSha256 === row.sha256 && pictures.every(isNamedRightly),
    computedSha256,
  };
}

/** Slides show a picture by its name, which is the hash of its bytes. */
function isNamedRightly({ sha256, base64 }: EditionPictureRow): boolean {
  return sha256Of(Buffer.from(base64, 'base64')) === sha256;
}

function toPicture({ sha256, contentType, base64 }: EditionPictureRow): Picture | null {
  const picture = pictureSchema.safeParse({ sha256, contentType, base64 });
  return picture.success ? picture.data : null;
}
