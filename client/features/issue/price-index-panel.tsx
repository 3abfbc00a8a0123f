import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { figureCell, useTrustColumns } from '#client/lib/figure-export.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { DataTable } from '#client/ui/data-table.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { InflationAnswer } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';

type PriceIndex = NonNullable<InflationAnswer['priceIndex']>;
type Row = PriceIndex['areas'][number];

/** Regencies where no consumer price index is collected have a weekly price index instead. */
export function PriceIndexPanel({ priceIndex, month }: { priceIndex: PriceIndex; month: Month }) {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const { indicator } = priceIndex;
  const sourceOf = useFigureSource();
  const trust = useTrustColumns<Row>(({ figure }) => figure);
  const table = () =>
    exportTable<Row>(
      [
        { header: t('inflation.area'), kind: 'text', value: ({ area }) => area.name },
        { header: text.shortName(indicator), kind: 'figure', value: ({ figure }) => figureCell(figure, indicator) },
        { header: t('inflation.month'), kind: 'month', value: ({ figure }) => figure?.month },
        ...trust,
      ],
      priceIndex.areas,
    );
  return (
    <Panel
      title={t('inflation.priceIndex')}
      subtitle={t('inflation.priceIndexHint', { indicator: text.name(indicator) })}
      headingLevel={3}
      footer={
        <TableDownload
          isQuiet
          about={{
            title: t('inflation.priceIndex'),
            note: text.name(indicator),
            ...sourceOf(priceIndex.areas.map(({ figure }) => figure)),
          }}
          table={table}
        />
      }
    >
      <DataTable
        caption={t('inflation.priceIndex')}
        captionHidden
        rows={priceIndex.areas}
        rowKey={({ area }) => area.id}
        columns={[
          { key: 'area', header: t('inflation.area'), render: ({ area }: Row) => area.name },
          {
            key: 'value',
            header: text.shortName(indicator),
            align: 'right',
            render: ({ area, figure }: Row) => (
              <FigureNumber figure={figure} indicator={indicator} missingAt={{ areaId: area.id, month }} />
            ),
          },
          {
            key: 'month',
            header: t('inflation.month'),
            render: ({ figure }: Row) =>
              figure && (
                <>
                  {figure.periodLabel ?? formatMonth(figure.month, locale, 'short')}{' '}
                  {figure.isSample && <Tag kind="sample" />}
                </>
              ),
          },
        ]}
      />
    </Panel>
  );
}
