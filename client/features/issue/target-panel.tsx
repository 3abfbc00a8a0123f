import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { figureCell } from '#client/lib/figure-export.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { DataTable } from '#client/ui/data-table.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { IndicatorBrief, TargetPoint } from '#shared/figure.ts';
import type { IssuePage } from '#shared/issue-page.ts';
import classes from './responsible-panel.module.css';

type Row = IssuePage['targets'][number];
type Line = { indicator: IndicatorBrief; point: TargetPoint };

/** Each indicator with where it started and where it shall go, by year, with the legal basis. */
export function TargetPanel({ page }: { page: IssuePage }) {
  const { t } = useTranslation(['issue', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const at = (point: TargetPoint, indicator: IndicatorBrief) =>
    t('goal.at', { value: text.targetValue(point, indicator), month: formatMonth(point.month, locale, 'short') });
  const rows = page.targets.filter(({ points }) => points.some((point) => point.kind === 'target'));
  const lines = rows.flatMap(({ indicator, points }) => points.map((point) => ({ indicator, point })));
  const table = () =>
    exportTable<Line>(
      [
        { header: t('goal.indicator'), kind: 'text', value: ({ indicator }) => text.name(indicator) },
        { header: t('goal.month'), kind: 'month', value: ({ point }) => point.month },
        {
          header: t('goal.kind'),
          kind: 'text',
          value: ({ point }) => t(point.kind === 'baseline' ? 'goal.baseline' : 'goal.kindTarget'),
        },
        { header: t('goal.value'), kind: 'figure', value: ({ point, indicator }) => figureCell(point, indicator) },
        {
          header: t('goal.low'),
          kind: 'figure',
          value: ({ point, indicator }) => figureCell({ value: point.low }, indicator),
        },
        {
          header: t('goal.high'),
          kind: 'figure',
          value: ({ point, indicator }) => figureCell({ value: point.high }, indicator),
        },
        { header: t('supporting.unit'), kind: 'text', value: ({ indicator }) => text.unit(indicator) },
        { header: t('goal.basisOfWho'), kind: 'text', value: ({ point }) => text.basis(point).join(' · ') },
      ],
      lines,
    );
  return (
    <Panel
      title={t('goal.targets')}
      subtitle={t('goal.targetsHint')}
      headingLevel={3}
      footer={
        rows.length > 0 && (
          <TableDownload
            isQuiet
            about={{
              title: t('goal.targetsOf', { issue: text.name(page.issue) }),
              sample: lines.some(({ point }) => point.isSample),
            }}
            table={table}
          />
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('figure:target.none')}>{t('goal.none')}</EmptyState>
      ) : (
        <DataTable
          caption={t('goal.targets')}
          captionHidden
          rows={rows}
          rowKey={({ indicator }) => indicator.id}
          columns={[
            { key: 'indicator', header: t('goal.indicator'), render: ({ indicator }: Row) => text.name(indicator) },
            {
              key: 'baseline',
              header: t('goal.baseline'),
              render: ({ indicator, points }: Row) => {
                const baseline = points.find((point) => point.kind === 'baseline');
                return baseline && at(baseline, indicator);
              },
            },
            {
              key: 'target',
              header: t('goal.target'),
              render: ({ indicator, points }: Row) => (
                <ul className={classes.targets}>
                  {points
                    .filter((point) => point.kind === 'target')
                    .map((point) => (
                      <li key={`${point.areaId} ${point.month}`}>
                        <strong>{at(point, indicator)}</strong>
                        <span className={classes.quiet}>{text.basis(point).map((words) => ` · ${words}`)}</span>
                      </li>
                    ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
