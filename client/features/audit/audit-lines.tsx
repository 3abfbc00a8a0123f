import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import type { AuditFilter } from '#shared/audit-log.ts';
import classes from './audit.module.css';
import { AuditLineRow } from './audit-line-row.tsx';
import { useLineWords } from './use-line-words.ts';

const pageSize = 50;

interface AuditLinesProps {
  filter: AuditFilter;
  onSubject: (subject: { subjectType: string; subjectId: string }) => void;
}

/** The newest first; older ones are fetched from where the last page ended. */
export function AuditLines({ filter, onSubject }: AuditLinesProps) {
  const { t } = useTranslation('audit');
  const errorText = useErrorText();
  const wordsOf = useLineWords();
  const log = useInfiniteQuery({
    queryKey: ['audit', 'lines', filter],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.audit.list.query({ ...filter, before: pageParam, limit: pageSize }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    // Every change of figures writes a line: a reader of old ones should not lose the place for it.
    meta: { live: false },
  });
  if (log.isPending) return <TableSkeleton rows={12} />;
  if (log.error) {
    return <ErrorState title={errorText(log.error)} onRetry={() => log.refetch()} retrying={log.isFetching} />;
  }
  const { pages } = log.data;
  const count = pages.reduce((sum, page) => sum + page.lines.length, 0);
  return (
    <>
      <div className={classes.above}>
        <span role="status">{t('shown', { count })}</span>
        <Button
          size="xs"
          mih={32}
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={log.isRefetching}
          onClick={() => log.refetch()}
        >
          {t('refresh')}
        </Button>
      </div>
      {count === 0 && <EmptyState title={t('empty')} />}
      <ol className={classes.lines}>
        {pages.flatMap((page) =>
          page.lines.map((line) => (
            <AuditLineRow key={line.seq} line={line} words={wordsOf(line, page.names)} onSubject={onSubject} />
          )),
        )}
      </ol>
      {log.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" mih={44} loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </>
  );
}
