import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { useChoices } from '#client/lib/use-choices.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { IndicatorDrawer } from './indicator-drawer.tsx';
import { useIndicatorExport } from './indicator-export.ts';
import { type Catalogue, type Indicator, type Issue, useIndicatorWords } from './indicator-types.ts';

export function IndicatorPanel({ catalogue, issue }: { catalogue: Catalogue; issue: Issue }) {
  const { t } = useTranslation('indicators');
  const { issueName } = useChoices();
  const words = useIndicatorWords(catalogue);
  const exportOf = useIndicatorExport(catalogue, issue);
  const isNarrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const [openedId, setOpenedId] = useState<string>();
  const rows = catalogue.indicators.filter((each) => each.issueId === issue.id);
  const opened = rows.find((each) => each.id === openedId);
  const tags = (each: Indicator) => (
    <span className={form.tags}>
      {each.id === issue.headlineIndicatorId && <Tag>{t('headline')}</Tag>}
      {each.id === issue.outcomeIndicatorId && <Tag>{t('outcome')}</Tag>}
      {!each.isReported && <Tag>{t('notReported')}</Tag>}
      {!each.isActive && <Tag>{t('inactive')}</Tag>}
    </span>
  );
  const columns: DataColumn<Indicator>[] = [
    {
      key: 'name',
      header: t('column.name'),
      render: (each) => words.name(each),
    },
    {
      key: 'state',
      header: t('column.state'),
      render: (each) => (
        <div className={form.rowName}>
          {isNarrow && words.unit(each)}
          {tags(each)}
        </div>
      ),
    },
    { key: 'unit', header: t('column.unit'), value: words.unit },
    {
      key: 'collected',
      header: t('column.collected'),
      value: (each) => `${words.level(each)} · ${words.period(each)}`,
    },
    { key: 'measure', header: t('column.measure'), value: (each) => t(`measure.${each.measure}`) },
    { key: 'thresholds', header: t('column.thresholds'), render: words.thresholds },
    {
      key: 'plausible',
      header: t('column.plausible'),
      align: 'right',
      render: (each) => <span style={{ whiteSpace: 'nowrap' }}>{words.plausible(each)}</span>,
    },
  ];
  return (
    <Panel
      title={t('title', { issue: issueName(issue.id) })}
      subtitle={t('lead')}
      actions={
        <TableDownload about={{ title: t('title', { issue: issueName(issue.id) }) }} table={() => exportOf(rows)} />
      }
      footer={<span role="status">{t('count', { count: rows.length })}</span>}
    >
      <DataTable
        caption={t('title', { issue: issueName(issue.id) })}
        captionHidden
        columns={isNarrow ? columns.slice(0, 2) : columns}
        rows={rows}
        rowKey={(each) => each.id}
        onRowClick={(each) => setOpenedId(each.id)}
        empty={t('empty')}
      />
      {opened && <IndicatorDrawer catalogue={catalogue} indicator={opened} onClose={() => setOpenedId(undefined)} />}
    </Panel>
  );
}
