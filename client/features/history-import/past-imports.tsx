import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { ListedImport } from '#shared/history-import.ts';

/** Imports that were applied: also the one whose answer nobody waited for. */
export function PastImports() {
  const { t } = useTranslation('historyImport');
  const errorText = useErrorText();
  const locale = useLocale();
  const clock = useClock();
  const imports = useQuery(trpc.historyImport.list.queryOptions());
  const month = (each: string) => formatMonth(each, locale, 'short');
  const columns: DataColumn<ListedImport>[] = [
    { key: 'file', header: t('past.file'), value: ({ fileName }) => fileName },
    { key: 'at', header: t('past.at'), value: ({ at }) => at, render: ({ at }) => clock.time(at) },
    { key: 'by', header: t('past.by'), value: ({ byName }) => byName ?? '' },
    {
      key: 'months',
      header: t('past.months'),
      value: ({ fromMonth }) => fromMonth,
      render: ({ fromMonth, toMonth }) =>
        fromMonth === toMonth ? month(fromMonth) : t('past.range', { from: month(fromMonth), to: month(toMonth) }),
    },
    { key: 'written', header: t('past.written'), align: 'right', value: ({ counts }) => counts.new + counts.changed },
    { key: 'reports', header: t('past.reports'), align: 'right', value: ({ reportCount }) => reportCount },
    { key: 'refused', header: t('past.refused'), align: 'right', value: ({ counts }) => counts.refused },
  ];
  const table = () =>
    exportTable<ListedImport>(
      [
        { header: t('past.file'), kind: 'text', value: ({ fileName }) => fileName },
        { header: t('past.at'), kind: 'instant', value: ({ at }) => at },
        { header: t('past.by'), kind: 'text', value: ({ byName }) => byName },
        { header: t('past.from'), kind: 'month', value: ({ fromMonth }) => fromMonth },
        { header: t('past.to'), kind: 'month', value: ({ toMonth }) => toMonth },
        { header: t('past.written'), kind: 'integer', value: ({ counts }) => counts.new + counts.changed },
        { header: t('past.reports'), kind: 'integer', value: ({ reportCount }) => reportCount },
        { header: t('past.refused'), kind: 'integer', value: ({ counts }) => counts.refused },
      ],
      imports.data ?? [],
    );
  return (
    <Panel
      title={t('past.title')}
      actions={
        imports.data !== undefined &&
        imports.data.length > 0 && <TableDownload about={{ title: t('past.title') }} table={table} />
      }
    >
      <LoadedQuery query={imports} waiting={<TableSkeleton rows={3} />} failed={t('loadFailed')} errorText={errorText}>
        {imports.data?.length === 0 ? (
          <EmptyState title={t('past.empty')} />
        ) : (
          <DataTable
            caption={t('past.title')}
            captionHidden
            columns={columns}
            rows={imports.data ?? []}
            rowKey={({ id }) => id}
          />
        )}
      </LoadedQuery>
    </Panel>
  );
}
