import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useOrigin } from '#client/lib/origin-context.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { issueColor } from '#client/theme.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { NumberText } from '#client/ui/number-text.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { FigureChange } from '#shared/briefing/change.ts';
import { formatMonth } from '#shared/date-format.ts';
import { ChangeReasons } from './change-reasons.tsx';
import classes from './comparison.module.css';
import { useChangeWords } from './use-change-words.ts';

/** Every figure that differs: before and after, by how much, why, and what that did to the province and the status. */
export function ChangeTable({ changes }: { changes: readonly FigureChange[] }) {
  const { t } = useTranslation(['briefing', 'charts']);
  const locale = useLocale();
  const text = useFigureText();
  const words = useChangeWords();
  const choices = useChoices();
  const openOrigin = useOrigin();

  const columns: DataColumn<FigureChange>[] = [
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
          <span className={classes.label}>
            {row.areaName} · {formatMonth(row.month, locale)}
          </span>
        </span>
      ),
    },
    {
      key: 'change',
      header: t('compare.change'),
      align: 'right',
      render: (row) => (
        <span className={classes.nowrap}>
          {words.value(row.before, row.indicator)} →{' '}
          <strong>
            <NumberText
              value={row.after?.value ?? null}
              format={{ decimals: row.indicator.decimals, percent: row.indicator.isPercentage }}
              onOrigin={
                openOrigin &&
                (() => openOrigin({ indicatorId: row.indicator.id, areaId: row.areaId, month: row.month }))
              }
            />
          </strong>
          <span className={classes.label}>{words.kind(row)}</span>
        </span>
      ),
    },
    {
      key: 'difference',
      header: t('compare.difference'),
      align: 'right',
      value: (row) => row.difference,
      render: (row) => <span className={classes.nowrap}>{words.difference(row, row.indicator)}</span>,
    },
    { key: 'reason', header: t('compare.reason'), render: (row) => <ChangeReasons change={row} /> },
    {
      key: 'status',
      header: t('compare.status'),
      render: ({ before, after }) =>
        before?.status === after?.status ? (
          <span className={classes.label}>
            {after?.status ? t('compare.sameStatus', { status: t(`charts:status.${after.status}`) }) : '–'}
          </span>
        ) : (
          <span className={classes.statuses}>
            {before?.status ? (
              <StatusBadge tone={before.status} label={t(`charts:status.${before.status}`)} />
            ) : (
              <span className={classes.label}>{t('compare.noStatus')}</span>
            )}
            <span aria-hidden>→</span>
            <span className="sr-only">{t('compare.becomes')}</span>
            {after?.status ? (
              <StatusBadge tone={after.status} label={t(`charts:status.${after.status}`)} />
            ) : (
              <span className={classes.label}>{t('compare.noStatus')}</span>
            )}
          </span>
        ),
    },
  ];

  return (
    <DataTable
      caption={t('compare.changes')}
      captionHidden
      columns={columns}
      rows={changes}
      rowKey={(row) => `${row.indicator.id}.${row.areaId}.${row.month}.${row.seriesId}`}
    />
  );
}
