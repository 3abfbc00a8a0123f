import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { DataTable } from '#client/ui/data-table.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { IndicatorBrief, TargetPoint } from '#shared/figure.ts';
import type { IssuePage } from '#shared/issue-page.ts';
import classes from './responsible-panel.module.css';

type Row = IssuePage['targets'][number];

/** Each indicator with where it started and where it shall go, by year, with the legal basis. */
export function TargetPanel({ page }: { page: IssuePage }) {
  const { t } = useTranslation(['issue', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const at = (point: TargetPoint, indicator: IndicatorBrief) =>
    t('goal.at', { value: text.targetValue(point, indicator), month: formatMonth(point.month, locale, 'short') });
  const rows = page.targets.filter(({ points }) => points.some((point) => point.kind === 'target'));
  return (
    <Panel title={t('goal.targets')} subtitle={t('goal.targetsHint')} headingLevel={3}>
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
