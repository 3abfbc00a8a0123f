import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { figureCell } from '#client/lib/figure-export.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureSource } from '#client/lib/figure-source.ts';
import { FigureStatus } from '#client/lib/figure-status.tsx';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { DataTable } from '#client/ui/data-table.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { InflationAnswer } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';
import classes from './issue-layout.module.css';

type Row = InflationAnswer['areas'][number];

const measures = ['yoy', 'mtm', 'ytd'] as const;

/** Nation, province and CPI cities with their three rates. Each may be of another month and says of which. */
export function InflationTable({ inflation, month }: { inflation: InflationAnswer; month: Month }) {
  const { t } = useTranslation(['issue', 'charts']);
  const locale = useLocale();
  const sourceOf = useFigureSource();
  const shownOf = ({ area, figures }: Row, measure: (typeof measures)[number]) =>
    figures[measure] ?? (measure === 'yoy' ? latestOf(inflation, area.id) : null);
  const table = () =>
    exportTable<Row>(
      [
        { header: t('inflation.area'), kind: 'text', value: ({ area }) => area.name },
        ...measures.map((measure) => ({
          header: t(`inflation.${measure}`),
          kind: 'figure' as const,
          value: (row: Row) => figureCell(shownOf(row, measure), inflation.indicators[measure]),
        })),
        { header: t('inflation.month'), kind: 'month', value: (row) => shownOf(row, 'yoy')?.month },
        {
          header: t('inflation.status'),
          kind: 'text',
          value: ({ status, area }) => (area.level === 'nation' ? null : t(`charts:status.${status.status}`)),
        },
      ],
      inflation.areas,
    );
  return (
    <Panel
      title={t('inflation.figures')}
      subtitle={t('inflation.figuresHint')}
      headingLevel={3}
      footer={
        <TableDownload
          isQuiet
          about={{
            title: t('inflation.figures'),
            note: t('inflation.figuresHint'),
            filters: [{ label: t('inflation.month'), text: formatMonth(month, locale) }],
            ...sourceOf(inflation.areas.flatMap(({ figures }) => measures.map((measure) => figures[measure]))),
          }}
          table={table}
        />
      }
    >
      <DataTable
        caption={t('inflation.figures')}
        captionHidden
        rows={inflation.areas}
        rowKey={({ area }) => area.id}
        stickyFirstColumn
        columns={[
          { key: 'area', header: t('inflation.area'), render: ({ area }: Row) => area.name },
          ...measures.map((measure) => ({
            key: measure,
            header: t(`inflation.${measure}`),
            align: 'right' as const,
            render: (row: Row) => (
              <FigureNumber
                figure={shownOf(row, measure)}
                indicator={inflation.indicators[measure]}
                missingAt={{ areaId: row.area.id, month }}
              />
            ),
          })),
          {
            key: 'month',
            header: t('inflation.month'),
            render: ({ figures, area }: Row) => {
              if (figures.yoy) return formatMonth(figures.yoy.month, locale, 'short');
              const older = latestOf(inflation, area.id);
              return (
                older && (
                  <>
                    {formatMonth(older.month, locale, 'short')}
                    <span className={classes.older}>{t('inflation.latest')}</span>
                  </>
                )
              );
            },
          },
          {
            key: 'status',
            header: t('inflation.status'),
            render: ({ status, area }: Row) => area.level !== 'nation' && <FigureStatus status={status} />,
          },
        ]}
      />
      {inflation.areas.some(({ status }) => status.plannedLow !== null) && (
        <p className={classes.note}>{t('inflation.bandMeaning')}</p>
      )}
    </Panel>
  );
}

/** The last year-on-year figure that the chart holds of an area without one for the month shown. */
function latestOf({ series, indicators }: InflationAnswer, areaId: string) {
  const usual = series.find((each) => each.areaId === areaId && each.points.some(({ value }) => value !== null));
  const point = usual?.points.findLast(({ value }) => value !== null);
  return point ? { indicatorId: indicators.yoy.id, areaId, month: point.month, value: point.value } : null;
}
