import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { DataTable } from '#client/ui/data-table.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { IndicatorBrief, TargetPoint } from '#shared/figure.ts';
import type { IssuePage } from '#shared/issue-page.ts';
import classes from './issue-layout.module.css';
import { ResponsiblePanel } from './responsible-panel.tsx';

/** What we are trying to do: targets with their legal basis, the coordinator and its guideline. */
export function GoalSection({ page }: { page: IssuePage }) {
  return (
    <div className={classes.wideAndNarrow}>
      <TargetPanel page={page} />
      <ResponsiblePanel page={page} />
    </div>
  );
}

interface TargetRow {
  indicator: IndicatorBrief;
  baseline: TargetPoint | undefined;
  target: TargetPoint;
}

/** A row a target; the baseline that a plan starts from stands beside its first target. */
function targetRows(targets: IssuePage['targets']): TargetRow[] {
  return targets.flatMap(({ indicator, points }) => {
    const baseline = points.find((point) => point.kind === 'baseline');
    return points
      .filter((point) => point.kind === 'target')
      .map((target, index) => ({ indicator, target, baseline: index === 0 ? baseline : undefined }));
  });
}

function TargetPanel({ page }: { page: IssuePage }) {
  const { t } = useTranslation(['issue', 'figure']);
  const locale = useLocale();
  const text = useFigureText();
  const rows = targetRows(page.targets);
  const at = (point: TargetPoint, indicator: IndicatorBrief) =>
    t('goal.at', {
      value:
        point.low !== null && point.high !== null
          ? t('goal.band', { low: text.value(point.low, indicator), high: text.value(point.high, indicator) })
          : text.valueWithUnit(point.value, indicator),
      month: formatMonth(point.month, locale, 'short'),
    });
  return (
    <Panel title={t('goal.targets')} subtitle={t('goal.targetsHint')} headingLevel={3}>
      {rows.length === 0 ? (
        <EmptyState title={t('figure:target.none')}>{t('goal.none')}</EmptyState>
      ) : (
        <DataTable
          caption={t('goal.targets')}
          captionHidden
          rows={rows}
          rowKey={({ target }) => `${target.indicatorId} ${target.areaId} ${target.month}`}
          columns={[
            {
              key: 'indicator',
              header: t('goal.indicator'),
              render: ({ indicator }: TargetRow) => text.name(indicator),
            },
            {
              key: 'baseline',
              header: t('goal.baseline'),
              render: ({ baseline, indicator }: TargetRow) => baseline && at(baseline, indicator),
            },
            {
              key: 'target',
              header: t('goal.target'),
              render: ({ target, indicator }: TargetRow) => <strong>{at(target, indicator)}</strong>,
            },
            {
              key: 'basis',
              header: t('goal.basis'),
              render: ({ target }: TargetRow) => (
                <>
                  {[target.legalBasis, target.source, target.areaId === 'ID' && t('figure:target.national')]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  {target.isSample && <Tag kind="sample" />}
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
