import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { IssueName } from '#client/ui/issue-name.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { EntryKind } from '#shared/entry.ts';
import { formatScaled } from '#shared/number-format.ts';
import type { Restatement } from '#shared/report/restatement.ts';
import classes from './report.module.css';
import { useRestatementExport } from './restatement-export.ts';

/** Verified figures that were changed afterwards: from, to, by whom, why, and what it did to the province. */
export function RestatementLedger({ restatements }: { restatements: readonly Restatement[] }) {
  const { t } = useTranslation('verification');
  const locale = useLocale();
  const clock = useClock();
  const exportOf = useRestatementExport();

  const figure = (kind: EntryKind, value: number | null, decimals: number) =>
    kind === 'number' && value !== null ? formatScaled(value, decimals, locale) : t(`ledger.kind.${kind}`);

  const effect = ({ provinceBefore, provinceAfter, decimals }: Restatement) => {
    if (provinceBefore === null || provinceAfter === null) return t('ledger.notAdded');
    const change = provinceAfter - provinceBefore;
    const text = formatScaled(change, decimals, locale);
    return t('ledger.effectText', {
      before: formatScaled(provinceBefore, decimals, locale),
      after: formatScaled(provinceAfter, decimals, locale),
      change: change > 0 ? `+${text}` : text,
    });
  };

  const columns: DataColumn<Restatement>[] = [
    { key: 'at', header: t('ledger.at'), value: (row) => row.at, render: (row) => clock.time(row.at), width: 130 },
    {
      key: 'what',
      header: t('ledger.what'),
      value: (row) => row.areaName,
      render: (row) => (
        <>
          <IssueName issueId={row.issueId} />
          <span className={classes.block}>
            {locale === 'id' ? row.shortNameId : row.shortNameEn} · {row.areaName} · {formatMonth(row.month, locale)}
          </span>
        </>
      ),
    },
    {
      key: 'change',
      header: t('ledger.change'),
      align: 'right',
      render: (row) => (
        <span className={classes.nowrap}>
          {figure(row.fromKind, row.fromValue, row.decimals)} →{' '}
          <strong>{figure(row.toKind, row.toValue, row.decimals)}</strong>
        </span>
      ),
    },
    {
      key: 'reason',
      header: t('ledger.reason'),
      render: (row) => (
        <>
          {row.reason}
          <span className={classes.block}>
            {[
              row.correctedByName && t('ledger.correctedBy', { name: row.correctedByName }),
              row.verifiedByName && t('ledger.verifiedBy', { name: row.verifiedByName }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'effect', header: t('ledger.effect'), align: 'right', render: effect },
  ];

  return (
    <>
      <DataTable
        caption={t('ledger.caption')}
        captionHidden
        columns={columns}
        rows={restatements}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('ledger.emptyTitle')}>{t('ledger.emptyText')}</EmptyState>}
      />
      {restatements.length > 0 && (
        <TableDownload isQuiet about={{ title: t('ledger.page') }} table={() => exportOf(restatements)} />
      )}
    </>
  );
}
