import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { figureCell, useTrustColumns } from '#client/lib/figure-export.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureText } from '#client/lib/figure-text.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { DataTable } from '#client/ui/data-table.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import { type OriginAnswer, originPageSize } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';

interface PartsProps {
  origin: OriginAnswer;
  onPage: (offset: number) => void;
  isPaging: boolean;
  /** All parts, also those of the other pages. */
  gather: () => Promise<Part[]>;
}

export type Part = OriginAnswer['parts']['items'][number];

/** The areas one level down: those that hold a figure, and those that do not. */
export function Parts({ origin, onPage, isPaging, gather }: PartsProps) {
  const { t } = useTranslation('origin');
  const text = useFigureText();
  const { parts, indicator, month, area } = origin;
  const locale = useLocale();
  const trust = useTrustColumns<Part>(({ figure }) => figure);
  const table = async () =>
    exportTable<Part>(
      [
        { header: t('parts.area'), kind: 'text', value: (part) => part.area.name },
        {
          header: t('parts.value'),
          kind: 'figure',
          value: ({ figure, notApplicable }) =>
            notApplicable ? t('cell.kind.not_applicable') : figureCell(figure, indicator),
        },
        { header: t('parts.held'), kind: 'integer', value: ({ figure }) => figure?.held },
        { header: t('parts.expected'), kind: 'integer', value: ({ figure }) => figure?.expected },
        ...trust,
      ],
      await gather(),
    );
  return (
    <Section title={t('parts.title')}>
      {indicator.aggregation !== 'sum' && <p className={classes.quiet}>{t('parts.notAdded')}</p>}
      <DataTable
        caption={t('parts.title')}
        captionHidden
        rowKey={({ area }) => area.id}
        rows={parts.items}
        columns={[
          { key: 'area', header: t('parts.area'), value: ({ area }: Part) => area.name },
          {
            key: 'value',
            header: t('parts.value'),
            align: 'right',
            value: ({ figure }: Part) => figure?.value,
            render: ({ area, figure, notApplicable }: Part) =>
              notApplicable ? (
                t('cell.kind.not_applicable')
              ) : (
                <FigureNumber figure={figure} indicator={indicator} missingAt={{ areaId: area.id, month }} />
              ),
          },
          {
            key: 'held',
            header: t('parts.coverage'),
            sortable: false,
            render: ({ figure }: Part) => (
              <>
                {figure && text.coverage(figure, indicator)}{' '}
                {figure?.basis === 'provisional' && <Tag kind="provisional" />}
              </>
            ),
          },
        ]}
      />
      <TableDownload
        isQuiet
        about={{
          title: `${text.name(indicator)}, ${area.name}, ${formatMonth(month, locale)}`,
          filters: [{ label: t('parts.unit'), text: text.unit(indicator) }],
          sample: parts.items.some(({ figure }) => figure?.isSample),
        }}
        table={table}
      />
      {parts.total > originPageSize && <Pager parts={parts} onPage={onPage} isPaging={isPaging} />}
    </Section>
  );
}

function Pager({ parts, onPage, isPaging }: Omit<PartsProps, 'origin' | 'gather'> & { parts: OriginAnswer['parts'] }) {
  const { t } = useTranslation('origin');
  const formatValue = useFormatValue();
  const { offset, total, items } = parts;
  return (
    <Group justify="space-between" mt="xs">
      <span className={classes.quiet}>
        {t('parts.range', {
          from: formatValue(offset + 1),
          to: formatValue(offset + items.length),
          total: formatValue(total),
        })}
      </span>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={offset === 0 || isPaging}
          onClick={() => onPage(Math.max(0, offset - originPageSize))}
        >
          {t('parts.previous')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={offset + items.length >= total || isPaging}
          onClick={() => onPage(offset + originPageSize)}
        >
          {t('parts.next')}
        </Button>
      </Group>
    </Group>
  );
}
