import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BackToBriefings } from '#client/features/briefing/back-link.tsx';
import { useComparisonAddress } from '#client/features/briefing/comparison-address.ts';
import { ComparisonChoice } from '#client/features/briefing/comparison-choice.tsx';
import { ComparisonView } from '#client/features/briefing/comparison-view.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';

/** "Apa yang berubah": two editions, or an edition and now. */
export function EditionComparisonPage() {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const { fromId, toId, compare } = useComparisonAddress();
  const editions = useQuery(trpc.briefing.editions.queryOptions({}));
  // Without an address: the latest edition and what became of its figures since.
  const wanted = fromId ?? editions.data?.[0]?.id ?? '';
  const comparison = useQuery({
    ...trpc.briefing.compare.queryOptions({ fromId: wanted, toId }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  useDocumentTitle(t('compare.title'));
  const waiting = <TableSkeleton />;
  return (
    <OriginProvider>
      <BackToBriefings />
      <PageHeader title={t('compare.title')} description={t('compare.description')} />
      <LoadedQuery query={editions} waiting={waiting} failed={t('list.editionsFailed')} errorText={errorText}>
        {editions.data?.length === 0 ? (
          <EmptyState title={t('list.noEditions')}>{t('list.noEditionsText')}</EmptyState>
        ) : (
          <>
            <ComparisonChoice editions={editions.data ?? []} fromId={wanted} toId={toId} onChoose={compare} />
            <LoadedQuery query={comparison} waiting={waiting} failed={t('compare.failed')} errorText={errorText}>
              {comparison.data && <ComparisonView comparison={comparison.data} />}
            </LoadedQuery>
          </>
        )}
      </LoadedQuery>
    </OriginProvider>
  );
}
