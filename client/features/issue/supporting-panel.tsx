import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureText } from '#client/lib/figure-text.ts';
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
  return (
    <Panel title={title} headingLevel={3}>
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
