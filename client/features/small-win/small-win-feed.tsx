import { Button, Loader } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { useFeedFilter } from './feed-address.ts';
import { FeedDownload } from './feed-download.tsx';
import { FeedFilters } from './feed-filters.tsx';
import { SmallWinCard } from './small-win-card.tsx';
import classes from './small-win-feed.module.css';
import { StateTabs } from './state-tabs.tsx';

const pageSize = 18;

/** Small wins, latest first, narrowed by filters that stand in the address. */
export function SmallWinFeed() {
  const { t } = useTranslation('smallWins');
  const address = useFeedFilter();
  const showState = useCan('small_win.read_verified');
  const query = useInfiniteQuery(
    trpc.smallWin.list.infiniteQueryOptions(
      { ...address.filter, limit: pageSize },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {showState && <StateTabs value={address.filter.state} onChange={(state) => address.change({ state })} />}
      <FeedFilters {...address} />
      {query.isError && <FeedError error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <FeedSkeleton />}
      {query.isSuccess && items.length === 0 && (
        <FeedEmpty isFiltered={address.count > 0 || address.filter.state !== undefined} onClear={address.clear} />
      )}
      <div
        className={classes.cards}
        aria-busy={query.isPlaceholderData}
        data-stale={query.isPlaceholderData || undefined}
      >
        {items.map((win) => (
          <SmallWinCard key={win.id} win={win} showState={showState} />
        ))}
      </div>
      {items.length > 0 && (
        <div className={classes.more}>
          <FeedDownload filter={address.filter} hasSample={items.some((win) => win.isSample)} />
        </div>
      )}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="md"
            loading={query.isFetchingNextPage}
            loaderProps={{ children: <Loader size={18} aria-label={t('feed.loading')} /> }}
            onClick={() => query.fetchNextPage()}
          >
            {t('feed.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function FeedSkeleton() {
  return (
    <div className={classes.cards}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <CardSkeleton key={key} height={210} />
      ))}
    </div>
  );
}

function FeedError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('smallWins');
  const errorText = useErrorText();
  return <ErrorState title={t('feed.failed')} nothingLost={errorText(error)} whatToDo="" onRetry={onRetry} />;
}

function FeedEmpty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation('smallWins');
  const mayWrite = useCan('small_win.write');
  if (isFiltered) {
    return (
      <EmptyState
        title={t('feed.nothing')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        }
      >
        {t('feed.nothingText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('feed.empty')}
      action={
        mayWrite && (
          <Button component={Link} to="/small-wins/baru">
            {t('record')}
          </Button>
        )
      }
    >
      {mayWrite ? t('feed.emptyWrite') : t('feed.emptyText')}
    </EmptyState>
  );
}
