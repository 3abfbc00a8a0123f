import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { canonicalJson } from '#shared/briefing/canonical-json.ts';
import { type DeckContent, deckContentSchema } from '#shared/briefing/content.ts';
import type { EditionHead, FreezeInput, Picture } from '#shared/briefing/edition.ts';
import { currentDataVersion } from './content-scene.ts';
import { getDeck } from './deck-access.ts';
import { type LiveDeck, liveDeck } from './deck-content.ts';
import { type EditionRow, findEditionHead, findLastNumber, insertEdition } from './edition.queries.ts';
import { getEditionHead } from './edition.service.ts';
import { editionSha256 } from './edition-hash.ts';
import type { BriefingScene } from './scene.ts';
import { listSlides } from './slide.queries.ts';

/** How often the content is made anew beside the writers before they are made to wait for it. */
const patience = 3;

/**
 * Makes an edition of a deck: everything its slides show, kept for ever with a hash over all of it. The content is made
 * before the transaction, so that nobody who saves an entry waits for it, and kept only if nothing has moved meanwhile.
 * A repeated request (same `editionId`) freezes once.
 * @throws AppError DECK_NOT_FOUND; EDITION_DATA_MOVED when figures changed since the preview; DECK_EMPTY when hiding
 *   empty slides leaves none
 */
export async function freezeDeck(scene: BriefingScene, input: FreezeInput): Promise<EditionHead> {
  const { handle } = scene;
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const known = await frozenBefore(handle.db, input);
    if (known) return getEditionHead(handle.db, known);
    const draft = await draftOf(scene, input);
    const isKept = await handle.transaction(async (trx) => {
      if (await frozenBefore(trx, input)) return true;
      if (!(await isStill(trx, draft.live))) return false;
      await keep(trx, scene, input, draft);
      return true;
    });
    if (isKept) return getEditionHead(handle.db, input.editionId);
  }
  await handle.transaction(async (trx) => {
    if (await frozenBefore(trx, input)) return;
    await keep(trx, scene, input, await draftOf({ ...scene, handle: { ...handle, db: trx } }, input));
  });
  return getEditionHead(handle.db, input.editionId);
}

/** @throws AppError EDITION_NOT_FOUND where another deck's edition has this id */
async function frozenBefore(
  db: Parameters<typeof findEditionHead>[0],
  { editionId, deckId }: FreezeInput,
): Promise<string | undefined> {
  const known = await findEditionHead(db, editionId);
  if (known && known.deckId !== deckId) throw new AppError('EDITION_NOT_FOUND');
  return known?.id;
}

interface Draft {
  live: LiveDeck;
  content: DeckContent;
  text: string;
  pictures: Picture[];
}

async function draftOf(scene: BriefingScene, input: FreezeInput): Promise<Draft> {
  const live = await liveDeck(scene, input.deckId);
  if (!input.acceptNewer && live.dataVersion !== input.dataVersion) {
    throw new AppError('EDITION_DATA_MOVED', { params: { dataVersion: live.dataVersion } });
  }
  const slides = live.content.slides.filter((slide) => live.deck.hideEmpty === 0 || !slide.isEmpty);
  if (slides.length === 0) throw new AppError('DECK_EMPTY');
  // Through the schema: what is kept is what will be read again.
  const content = deckContentSchema.parse({ ...live.content, slides });
  const text = canonicalJson(content);
  // A picture's name is its hash, which stands in the text wherever a slide shows it.
  return { live, content, text, pictures: live.pictures.filter(({ sha256 }) => text.includes(sha256)) };
}

/** Whether figures, deck, slides and the edition before are what the draft was made from. */
async function isStill(trx: Transaction<Database>, live: LiveDeck): Promise<boolean> {
  const deck = await getDeck(trx, live.deck.id);
  const slides = await listSlides(trx, deck.id);
  const lastNumber = await findLastNumber(trx, deck.id);
  return (
    (await currentDataVersion(trx)) === live.dataVersion &&
    deck.version === live.deck.version &&
    lastNumber === live.lastNumber &&
    slides.length === live.slides.length &&
    slides.every((slide, index) => {
      const seen = live.slides[index];
      return slide.id === seen?.id && slide.version === seen.version;
    })
  );
}

async function keep(
  trx: Transaction<Database>,
  { actor }: BriefingScene,
  { editionId }: FreezeInput,
  { live, content, text, pictures }: Draft,
): Promise<void> {
  const { id: deckId, title, month, data } = live.deck;
  const unsigned: Omit<EditionRow, 'sha256'> = {
    id: editionId,
    deckId,
    number: (await findLastNumber(trx, deckId)) + 1,
    title,
    month,
    data,
    frozenAt: new Date().toISOString(),
    frozenById: actor.id,
    frozenByName: actor.name,
    slideCount: content.slides.length,
    holdsSample: holdsSample(content) ? 1 : 0,
    content: text,
  };
  const { number } = unsigned;
  const sha256 = editionSha256(unsigned, pictures);
  await insertEdition(
    trx,
    { ...unsigned, sha256 },
    pictures.map((picture) => ({ ...picture, editionId })),
  );
  await recordAudit(
    trx,
    actor.id,
    [
      {
        event: 'edition.frozen',
        subjectType: 'edition',
        subjectId: editionId,
        data: { deckId, number, month, sha256 },
      },
    ],
    { changesFigures: false },
  );
}

function holdsSample({ slides, recap }: DeckContent): boolean {
  return slides.some((slide) => slide.holdsSample) || recap.rows.some((row) => row.figures.some((it) => it?.isSample));
}
