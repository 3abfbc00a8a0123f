import { useCallback, useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { AudienceRoom } from '#client/features/presenter/audience-room.tsx';
import { Opening } from '#client/features/presenter/opening.tsx';
import { usePresentation } from '#client/features/presenter/use-presentation.ts';
import { loadWords } from '#client/i18n/index.ts';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { originParam } from '#client/lib/origin-context.ts';

/** An edition, or a live deck, on the audience's screen. */
export function PresentPage() {
  const { editionId, deckId = '' } = useParams();
  const of = editionId ? { kind: 'edition' as const, id: editionId } : { kind: 'deck' as const, id: deckId };
  const query = usePresentation(of.kind, of.id);
  const [params, setParams] = useSearchParams();
  useDocumentTitle(query.data?.title);
  useOriginAtHand();

  const closeOrigin = useCallback(() => {
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.delete(originParam);
        return next;
      },
      { preventScrollReset: true },
    );
  }, [setParams]);

  if (!query.data || query.data.slides.length === 0) return <Opening of={of} query={query} />;
  return (
    <OriginProvider>
      <AudienceRoom
        key={query.data.id}
        presentation={query.data}
        isOriginOpen={params.has(originParam)}
        closeOrigin={closeOrigin}
      />
    </OriginProvider>
  );
}

/** The code behind a figure is fetched beforehand: a network that goes in the wrong moment then costs its answer alone. */
function useOriginAtHand(): void {
  useEffect(() => {
    const bring = [import('#client/features/origin/origin-drawer.tsx'), loadWords(['origin', 'figure', 'charts'])];
    void Promise.all(bring).catch(() => undefined);
  }, []);
}
