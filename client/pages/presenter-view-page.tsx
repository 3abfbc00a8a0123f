import { useParams, useSearchParams } from 'react-router';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { DeskRoom } from '#client/features/presenter/desk-room.tsx';
import { Opening } from '#client/features/presenter/opening.tsx';
import { usePresentation } from '#client/features/presenter/use-presentation.ts';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { originParam } from '#client/lib/origin-context.ts';

/** The speaker's screen on a page of its own. */
export function PresenterViewPage() {
  const { editionId, deckId = '' } = useParams();
  const of = editionId ? { kind: 'edition' as const, id: editionId } : { kind: 'deck' as const, id: deckId };
  const query = usePresentation(of.kind, of.id);
  const [params] = useSearchParams();
  useDocumentTitle(query.data?.title);
  if (!query.data || query.data.slides.length === 0) return <Opening of={of} query={query} />;
  return (
    <OriginProvider>
      <DeskRoom key={query.data.id} presentation={query.data} isOriginOpen={params.has(originParam)} />
    </OriginProvider>
  );
}
