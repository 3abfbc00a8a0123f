import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackToBriefings } from '#client/features/briefing/back-link.tsx';
import { DeckEditor } from '#client/features/briefing/deck-editor.tsx';
import { deckQuery } from '#client/features/briefing/deck-savers.ts';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { ChartSkeleton } from '#client/ui/skeletons.tsx';

/** Decks are in no kept answer, so the change feed does not tell of them: they are asked after, which is cheap. */
const pollMs = 5_000;

/** A deck being made. */
export function DeckPage() {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const { id = '' } = useParams();
  const deck = useQuery({ ...deckQuery(id), refetchInterval: pollMs });
  useDocumentTitle(deck.data?.title ?? t('title'));
  return (
    <OriginProvider>
      <BackToBriefings />
      <LoadedQuery
        query={deck}
        waiting={<ChartSkeleton height={420} />}
        failed={t('deck.failed')}
        errorText={errorText}
      >
        {deck.data && <DeckEditor key={id} deck={deck.data} />}
      </LoadedQuery>
    </OriginProvider>
  );
}
