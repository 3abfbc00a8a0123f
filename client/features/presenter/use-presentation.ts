import { useQuery } from '@tanstack/react-query';
import { trpcClient } from '#client/lib/trpc.ts';
import { type Presentation, presentationOfEdition, presentationOfPreview } from './presentation.ts';

/**
 * Fetches all that is presented, once: nothing that happens to the data or the network afterwards reaches it. An edition
 * is asked for anew each time it is opened, for its hash is checked then.
 */
export function usePresentation(kind: Presentation['kind'], id: string) {
  return useQuery({
    queryKey: ['presenter', kind, id],
    queryFn: () => (kind === 'edition' ? openEdition(id) : openDeck(id)),
    staleTime: 'static',
    gcTime: 0,
    meta: { live: false },
  });
}

async function openEdition(editionId: string): Promise<Presentation> {
  return presentationOfEdition(await trpcClient.briefing.edition.query({ editionId }));
}

async function openDeck(deckId: string): Promise<Presentation> {
  const [preview, deck] = await Promise.all([
    trpcClient.briefing.preview.query({ deckId }),
    trpcClient.briefing.deck.query({ deckId }),
  ]);
  return presentationOfPreview(preview, deck.hideEmpty);
}
