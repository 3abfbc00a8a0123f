import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureText } from '#client/lib/figure-text.ts';
import { DataTable } from '#client/ui/data-table.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import { type OriginAnswer, originPageSize } from '#shared/origin.ts';
import classes from './origin.module.css';
import { Section } from './section.tsx';

interface PartsProps {
  origin: OriginAnswer;
  onPage: (offset: number) => void;
  isPaging: boolean;
}

type Part = OriginAnswer['parts']['items'][number];

/** The areas one level down: those that hold a figure, and those that do not. */
export function Parts({ origin, onPage, isPaging }: PartsProps) {
  const { t } = useTranslation('origin');
  const text = useFigureText();
  const { parts, indicator, month } = origin;
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
      {parts.total > originPageSize && <Pager parts={parts} onPage={onPage} isPaging={isPaging} />}
    </Section>
  );
}

function Pager({ parts, onPage, isPaging }: Omit<PartsProps, 'origin'> & { parts: OriginAnswer['parts'] }) {
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
