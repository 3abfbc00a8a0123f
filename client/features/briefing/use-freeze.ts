import { useState } from 'react';
import { useNavigate } from 'react-router';
import { toAppError } from '#client/lib/app-error.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import { isUnmoved, type Moved, movedSince } from './freeze-summary.ts';
import { freshPreview } from './use-deck-preview.ts';

/** How often a version that changed nothing on these slides is taken without asking. */
const patience = 3;

export type FreezeState =
  | { phase: 'idle' | 'freezing' }
  /** Figures on the slides changed after they were looked at. */
  | { phase: 'moved'; moved: Moved; now: DeckPreview }
  | { phase: 'failed'; error: unknown };

/** Freezes what was looked at; where figures moved meanwhile, it says which and asks. */
export function useFreeze(deckId: string, seen: DeckPreview | undefined) {
  const navigate = useNavigate();
  const [state, setState] = useState<FreezeState>({ phase: 'idle' });
  // One id for one intention: repeated after a lost answer, it does not make a second edition.
  const [editionId] = useState(newId);

  async function freeze(looked: DeckPreview, acceptNewer: boolean): Promise<void> {
    setState({ phase: 'freezing' });
    try {
      let { dataVersion } = looked;
      for (let attempt = 0; ; attempt += 1) {
        try {
          const head = await trpcClient.briefing.freeze.mutate({ deckId, dataVersion, acceptNewer, editionId });
          void queryClient.invalidateQueries();
          await navigate(`/briefing/edisi/${head.id}`);
          return;
        } catch (error) {
          if (toAppError(error).code !== 'EDITION_DATA_MOVED') throw error;
          const now = await freshPreview(deckId);
          const moved = movedSince(looked.content, now.content);
          if (attempt >= patience || !isUnmoved(moved, looked.content, now.content)) {
            setState({ phase: 'moved', moved, now });
            return;
          }
          dataVersion = now.dataVersion;
        }
      }
    } catch (error) {
      setState({ phase: 'failed', error });
    }
  }

  return {
    state,
    freeze: () => seen && freeze(seen, false),
    freezeAnyway: () => state.phase === 'moved' && freeze(state.now, true),
  };
}

/** A version 4 UUID: `crypto.randomUUID` is missing on pages that an office serves without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
