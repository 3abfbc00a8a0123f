import { useTranslation } from 'react-i18next';
import type { Figure, IndicatorBrief } from '#shared/figure.ts';
import type { ExportColumn, ExportFigure } from './table-export/export-table.ts';

/** A figure of a page as a cell of a file; nothing where there is none. */
export function figureCell(
  figure: Pick<Figure, 'value'> | null | undefined,
  indicator: Pick<IndicatorBrief, 'decimals' | 'isPercentage'>,
): ExportFigure | null {
  return figure ? { value: figure.value, decimals: indicator.decimals, percent: indicator.isPercentage } : null;
}

type Told = Pick<Figure, 'basis' | 'isSample' | 'source'>;

/** Columns that tell how far a figure can be trusted: its state, its source, and whether it is sample data. */
export function useTrustColumns<Row>(figureOf: (row: Row) => Told | null | undefined): ExportColumn<Row>[] {
  const { t } = useTranslation(['figure', 'common']);
  return [
    {
      header: t('figure:view.label'),
      kind: 'text',
      value: (row) => {
        const figure = figureOf(row);
        return figure && t(`figure:basis.${figure.basis}`);
      },
    },
    { header: t('figure:export.source'), kind: 'text', value: (row) => figureOf(row)?.source },
    {
      header: t('common:sample'),
      kind: 'text',
      value: (row) => {
        const figure = figureOf(row);
        return figure && t(figure.isSample ? 'common:state.yes' : 'common:state.no');
      },
    },
  ];
}
