import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useDataVersion } from '#client/lib/live.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { trpc } from '#client/lib/trpc.ts';
import type { Deck } from '#shared/briefing/deck.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';

/** Changes closer together than this cost one preview. */
const settleMs = 250;

export function previewQuery(deckId: string) {
  // Kept out of the refresh of everything: a preview that is being made must come to its end, lest many changes in a row
  // leave none.
  return trpc.briefing.preview.queryOptions({ deckId }, { meta: { live: false }, staleTime: Number.POSITIVE_INFINITY });
}

/** Made after this moment, whatever is on its way already. */
export async function freshPreview(deckId: string): Promise<DeckPreview> {
  const query = previewQuery(deckId);
  await queryClient.cancelQueries({ queryKey: query.queryKey });
  return queryClient.fetchQuery({ ...query, staleTime: 0 });
}

/**
 * What the deck's slides show now. The former picture stays while the next one is made; `isBehind` then.
 */
export function useDeckPreview(deck: Deck) {
  const query = useQuery(previewQuery(deck.id));
  const version = useDataVersion();
  const wanted = `${version} ${stampOf(deck)}`;
  const shown = useRef(wanted);
  const isAgain = useRef(false);
  const { queryKey } = previewQuery(deck.id);
  const key = JSON.stringify(queryKey);

  const refresh = useCallback(async () => {
    const filter = { queryKey: JSON.parse(key) };
    if (queryClient.isFetching(filter) > 0) {
      isAgain.current = true;
      return;
    }
    await queryClient.refetchQueries(filter);
    if (!isAgain.current) return;
    isAgain.current = false;
    await queryClient.refetchQueries(filter);
  }, [key]);

  useEffect(() => {
    if (shown.current === wanted) return;
    const timer = setTimeout(() => {
      shown.current = wanted;
      void refresh();
    }, settleMs);
    return () => clearTimeout(timer);
  }, [wanted, refresh]);

  return { ...query, isBehind: query.isFetching || shown.current !== wanted };
}

/** All of a deck that its preview is made of. */
function stampOf({ version, slides, lastEdition }: Deck): string {
  return [
    version,
    lastEdition?.id,
    ...slides.map(({ id, version: own, pictureId }) => `${id}.${own}.${pictureId}`),
  ].join(' ');
}
