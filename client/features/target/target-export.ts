import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { fromScaled } from '#shared/scale.ts';
import type { TargetIndicator, TargetPoint } from '#shared/target.ts';
import { type TargetPath, useTargetNames } from './target-types.ts';

type Row = { indicator: TargetIndicator; point: TargetPoint };

/** The points of all paths shown, a row each. */
export function useTargetExport(): (paths: readonly TargetPath[]) => ExportTable {
  const { t } = useTranslation(['targets', 'manage', 'common']);
  const names = useTargetNames();
  const figure = (scaled: number | null, { decimals }: TargetIndicator) =>
    scaled === null ? null : { value: fromScaled(scaled, decimals), decimals };
  return (paths) =>
    exportTable<Row>(
      [
        { header: t('form.indicator'), kind: 'text', value: ({ indicator }) => names.name(indicator) },
        { header: t('form.area'), kind: 'text', value: ({ point }) => point.areaName },
        { header: t('column.month'), kind: 'month', value: ({ point }) => point.month },
        { header: t('column.kind'), kind: 'text', value: ({ point }) => t(`kind.${point.kind}`) },
        { header: t('export.value'), kind: 'figure', value: ({ point, indicator }) => figure(point.value, indicator) },
        { header: t('form.low'), kind: 'figure', value: ({ point, indicator }) => figure(point.low, indicator) },
        { header: t('form.high'), kind: 'figure', value: ({ point, indicator }) => figure(point.high, indicator) },
        { header: t('export.unit'), kind: 'text', value: ({ indicator }) => names.unit(indicator) },
        { header: t('manage:field.legalBasis'), kind: 'text', value: ({ point }) => point.legalBasis },
        { header: t('manage:field.source'), kind: 'text', value: ({ point }) => point.source },
        {
          header: t('manage:field.confidence'),
          kind: 'text',
          value: ({ point }) => point.confidence && t(`manage:confidence.${point.confidence}`),
        },
        {
          header: t('common:sample'),
          kind: 'text',
          value: ({ point }) => t(point.isSample ? 'common:state.yes' : 'common:state.no'),
        },
      ],
      paths.flatMap(({ indicator, points }) => points.map((point) => ({ indicator, point }))),
    );
}
