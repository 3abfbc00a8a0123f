import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { figureCell } from '#client/lib/figure-export.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { useChoices } from '#client/lib/use-choices.ts';
import { issueColor } from '#client/theme.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { Movement } from '#shared/briefing/change.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './comparison.module.css';
import { useChangeWords } from './use-change-words.ts';

/** What the headline figures did between the months of the two editions. That is news, not correction. */
export function MovementTable({ movements }: { movements: readonly Movement[] }) {
  const { t } = useTranslation(['briefing', 'charts']);
  const locale = useLocale();
  const text = useFigureText();
  const words = useChangeWords();
  const choices = useChoices();

  const at = ({ month, value }: Movement['from'], { indicator }: Movement) => (
    <span className={classes.nowrap}>
      {text.value(value, indicator)}
      <span className={classes.label}>{formatMonth(month, locale, 'short')}</span>
    </span>
  );

  const columns: DataColumn<Movement>[] = [
    {
      key: 'what',
      header: t('compare.figure'),
      value: (row) => `${row.issueId}.${text.shortName(row.indicator)}.${row.areaName}`,
      render: (row) => (
        <span className={classes.what}>
          <span className={classes.issue}>
            <span className={classes.square} style={{ background: issueColor(row.issueId) }} aria-hidden />
            {choices.issueName(row.issueId)}
          </span>
          <span>{text.shortName(row.indicator)}</span>
          <span className={classes.label}>{row.areaName}</span>
        </span>
      ),
    },
    { key: 'from', header: t('compare.before'), align: 'right', render: (row) => at(row.from, row) },
    { key: 'to', header: t('compare.after'), align: 'right', render: (row) => at(row.to, row) },
    {
      key: 'difference',
      header: t('compare.difference'),
      align: 'right',
      value: (row) => row.difference,
      render: (row) => (
        <span className={classes.nowrap}>
          {row.isComparable ? words.difference(row, row.indicator) : t('compare.notComparable')}
        </span>
      ),
    },
    {
      key: 'status',
      header: t('compare.statusNow'),
      render: ({ to }) =>
        to.status ? (
          <StatusBadge tone={to.status} label={t(`charts:status.${to.status}`)} />
        ) : (
          <span className={classes.label}>{t('compare.noStatus')}</span>
        ),
    },
  ];

  const table = () =>
    exportTable<Movement>(
      [
        { header: t('compare.issue'), kind: 'text', value: (row) => choices.issueName(row.issueId) },
        { header: t('compare.figure'), kind: 'text', value: (row) => text.shortName(row.indicator) },
        { header: t('compare.area'), kind: 'text', value: (row) => row.areaName },
        { header: t('compare.monthBefore'), kind: 'month', value: (row) => row.from.month },
        { header: t('compare.before'), kind: 'figure', value: (row) => figureCell(row.from, row.indicator) },
        { header: t('compare.monthAfter'), kind: 'month', value: (row) => row.to.month },
        { header: t('compare.after'), kind: 'figure', value: (row) => figureCell(row.to, row.indicator) },
        {
          header: t('compare.difference'),
          kind: 'text',
          value: (row) => (row.isComparable ? words.difference(row, row.indicator) : t('compare.notComparable')),
        },
        {
          header: t('compare.statusNow'),
          kind: 'text',
          value: ({ to }) => (to.status ? t(`charts:status.${to.status}`) : t('compare.noStatus')),
        },
      ],
      movements,
    );

  return (
    <>
      <DataTable
        caption={t('compare.movements')}
        captionHidden
        columns={columns}
        rows={movements}
        rowKey={(row) => `${row.indicator.id}.${row.areaId}`}
      />
      <TableDownload isQuiet about={{ title: t('compare.movements') }} table={table} />
    </>
  );
}
