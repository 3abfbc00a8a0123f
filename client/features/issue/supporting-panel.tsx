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
import type { IssuePage } from '#shared/issue-page.ts';

type Row = IssuePage['supporting'][number];

/** Figures that belong to the issue but to no stage of its cascade, each in its own month and unit. */
export function SupportingPanel({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const sourceOf = useFigureSource();
  const trust = useTrustColumns<Row>(({ figure }) => figure);
  const table = () =>
    exportTable<Row>(
      [
        { header: t('supporting.name'), kind: 'text', value: ({ indicator }) => text.name(indicator) },
        {
          header: t('supporting.figure'),
          kind: 'figure',
          value: ({ indicator, figure }) => figureCell(figure, indicator),
        },
        { header: t('supporting.unit'), kind: 'text', value: ({ indicator }) => text.unit(indicator) },
        { header: t('supporting.month'), kind: 'month', value: ({ figure }) => figure.month },
        ...trust,
      ],
      rows,
    );
  return (
    <Panel
      title={title}
      headingLevel={3}
      footer={<TableDownload isQuiet about={{ title, ...sourceOf(rows.map(({ figure }) => figure)) }} table={table} />}
    >
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        columns={[
          { key: 'name', header: t('supporting.name'), render: ({ indicator }: Row) => text.name(indicator) },
          {
            key: 'figure',
            header: t('supporting.figure'),
            align: 'right',
            render: ({ indicator, figure }: Row) => (
              <>
                <FigureNumber figure={figure} indicator={indicator} />
                {!indicator.isPercentage && ` ${text.unit(indicator)}`}
              </>
            ),
          },
          {
            key: 'month',
            header: t('supporting.month'),
            render: ({ figure }: Row) => (
              <>
                {figure.periodLabel ?? formatMonth(figure.month, locale, 'short')}{' '}
                {figure.basis === 'provisional' && <Tag kind="provisional" />}
                {figure.isSample && <Tag kind="sample" />}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
