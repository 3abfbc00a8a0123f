import { type AppClientError, isConnectionError, toAppError } from '#client/lib/app-error.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { trpc, trpcClient } from '#client/lib/trpc.ts';
import type { Deck } from '#shared/briefing/deck.ts';
import { localDrafts } from './draft-store.ts';
import { FieldSaver, type SaveAnswer } from './field-saver.ts';
import {
  type DeckFields,
  deckFieldsSchema,
  keptDeck,
  keptSlide,
  type SlideFields,
  slideFieldsSchema,
} from './slide-fields.ts';

export interface DeckSavers {
  slides: FieldSaver<SlideFields>;
  /** The only key is `settingsKey`. */
  settings: FieldSaver<DeckFields>;
}

export const settingsKey = 'deck';

/** The queues of one person for one deck. */
export function createDeckSavers(userId: string, deckId: string): DeckSavers {
  const place = `satgas.deck.${userId}.${deckId}`;
  return {
    slides: new FieldSaver({
      drafts: localDrafts(`${place}.slides`, slideFieldsSchema),
      send: (slideId, version, fields) => sendSlide(deckId, slideId, version, fields),
    }),
    settings: new FieldSaver({
      drafts: localDrafts(`${place}.settings`, deckFieldsSchema),
      send: (_key, version, fields) => sendSettings(deckId, version, fields),
    }),
  };
}

export function deckQuery(deckId: string) {
  return trpc.briefing.deck.queryOptions({ deckId });
}

/** Changes the deck on the screen; an answer that is still on its way would be older than that. */
export async function patchDeck(deckId: string, change: (deck: Deck) => Deck): Promise<void> {
  const { queryKey } = deckQuery(deckId);
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, (deck) => deck && change(deck));
}

export async function refreshDeck(deckId: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: deckQuery(deckId).queryKey });
}

async function sendSlide(
  deckId: string,
  slideId: string,
  version: number,
  fields: SlideFields,
): Promise<SaveAnswer<SlideFields>> {
  try {
    const slide = await trpcClient.briefing.changeSlide.mutate({ deckId, slideId, version, ...fields });
    await patchDeck(deckId, (deck) => ({
      ...deck,
      slides: deck.slides.map((each) => (each.id === slideId ? slide : each)),
    }));
    return { kind: 'saved', ...keptSlide(slide) };
  } catch (error) {
    return refusal(error, async () => {
      const slide = (await freshDeck(deckId)).slides.find(({ id }) => id === slideId);
      return slide && keptSlide(slide);
    });
  }
}

async function sendSettings(deckId: string, version: number, fields: DeckFields): Promise<SaveAnswer<DeckFields>> {
  try {
    const answer = await trpcClient.briefing.changeDeck.mutate({ deckId, version, ...fields });
    await patchDeck(deckId, (deck) => ({ ...deck, ...fields, version: answer.version }));
    return { kind: 'saved', version: answer.version, fields };
  } catch (error) {
    return refusal(error, async () => keptDeck(await freshDeck(deckId)));
  }
}

async function refusal<F>(
  thrown: unknown,
  theirs: () => Promise<{ version: number; fields: F } | undefined>,
): Promise<SaveAnswer<F>> {
  const error: AppClientError = toAppError(thrown);
  if (isConnectionError(error)) return { kind: 'failed', error };
  if (error.code !== 'VERSION_CONFLICT') return { kind: 'refused', error };
  try {
    const present = await theirs();
    return present ? { kind: 'conflict', ...present } : { kind: 'refused', error: toAppError(thrown) };
  } catch (second) {
    return { kind: 'failed', error: toAppError(second) };
  }
}

/** As it is on the server now, also on the screen. */
function freshDeck(deckId: string): Promise<Deck> {
  return queryClient.fetchQuery({ ...deckQuery(deckId), staleTime: 0 });
}
