import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { fromScaled } from '#shared/scale.ts';
import { type Catalogue, type Indicator, type Issue, useIndicatorWords } from './indicator-types.ts';

/** An issue's indicators as they go into a file. */
export function useIndicatorExport(
  catalogue: Catalogue,
  issue: Issue,
): (indicators: readonly Indicator[]) => ExportTable {
  const { t } = useTranslation('indicators');
  const words = useIndicatorWords(catalogue);
  const states = (each: Indicator) =>
    [
      t(each.isActive ? 'active' : 'inactive'),
      ...(each.id === issue.headlineIndicatorId ? [t('headline')] : []),
      ...(each.id === issue.outcomeIndicatorId ? [t('outcome')] : []),
      ...(each.isReported ? [] : [t('notReported')]),
    ].join(', ');
  const limit = (scaled: number | null, { decimals }: Indicator) =>
    scaled === null ? null : { value: fromScaled(scaled, decimals), decimals };
  return (indicators) =>
    exportTable<Indicator>(
      [
        { header: t('field.id'), kind: 'text', value: (each) => each.id },
        { header: t('column.name'), kind: 'text', value: words.name },
        { header: t('export.definition'), kind: 'text', value: words.definition },
        { header: t('column.unit'), kind: 'text', value: words.unit },
        { header: t('field.level'), kind: 'text', value: words.level },
        { header: t('field.periodicity'), kind: 'text', value: words.period },
        { header: t('column.measure'), kind: 'text', value: (each) => t(`measure.${each.measure}`) },
        { header: t('field.aggregation'), kind: 'text', value: words.aggregation },
        { header: t('field.decimals'), kind: 'integer', value: (each) => each.decimals },
        { header: t('edit.onTrack'), kind: 'percent', decimals: 1, value: (each) => each.onTrackPermille / 10 },
        { header: t('edit.attention'), kind: 'percent', decimals: 1, value: (each) => each.attentionPermille / 10 },
        { header: t('edit.plausibleMin'), kind: 'figure', value: (each) => limit(each.plausibleMin, each) },
        { header: t('edit.plausibleMax'), kind: 'figure', value: (each) => limit(each.plausibleMax, each) },
        { header: t('column.state'), kind: 'text', value: states },
      ],
      indicators,
    );
}
