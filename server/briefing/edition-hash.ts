import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/briefing/canonical-json.ts';
import type { EditionPictureRow, EditionRow } from './edition.queries.ts';

type HashedHead = Omit<EditionRow, 'sha256' | 'content'>;

export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * What is printed on every slide: SHA-256, in hexadecimal, of the canonical JSON of `{ content, head, pictures }`, where
 * `head` is every column of the edition save this hash, and `pictures` are their types and the hashes of their bytes in
 * ascending order. The content goes in as the text that is kept, so that every byte of it counts, also one that no
 * longer parses.
 */
export function editionSha256(
  row: HashedHead & Pick<EditionRow, 'content'>,
  pictures: readonly Pick<EditionPictureRow, 'contentType' | 'base64'>[],
): string {
  const { content, id, deckId, number, title, month, data } = row;
  const { frozenAt, frozenById, frozenByName, slideCount, holdsSample } = row;
  const head: HashedHead = {
    id,
    deckId,
    number,
    title,
    month,
    data,
    frozenAt,
    frozenById,
    frozenByName,
    slideCount,
    holdsSample,
  };
  const hashes = pictures
    .map(({ contentType, base64 }) => ({ contentType, sha256: sha256Of(Buffer.from(base64, 'base64')) }))
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return sha256Of(`{"content":${content},"head":${canonicalJson(head)},"pictures":${canonicalJson(hashes)}}`);
}
