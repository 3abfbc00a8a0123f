import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { DataTable } from '#client/ui/data-table.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { HistoryProblem } from '#shared/spreadsheet/history.ts';
import classes from './history-import.module.css';
import { inFileOrder, MoreButton, usePaged } from './paged.tsx';

const pageSize = 50;

type Line = HistoryProblem & { key: string };

/** What the file says and cannot be read: row by row, with the reason. */
export function LeftPanel({ problems }: { problems: readonly HistoryProblem[] }) {
  const { t } = useTranslation('historyImport');
  const lines = problems.map((problem, index): Line => ({ ...problem, key: String(index) }));
  const { shown, left, showMore } = usePaged(lines, pageSize);
  const columns = inFileOrder<Line>([
    { key: 'row', header: t('left.row'), value: ({ row }) => row, format: { decimals: 0 } },
    { key: 'text', header: t('left.text'), value: ({ text }) => text },
    {
      key: 'why',
      header: t('left.why'),
      render: ({ code }) => <span className={classes.sentence}>{t(`reason.${code}`)}</span>,
    },
  ]);

  function table(): ExportTable {
    return exportTable(
      [
        { header: t('left.row'), kind: 'integer', value: ({ row }: HistoryProblem) => row },
        { header: t('left.text'), kind: 'text', value: ({ text }: HistoryProblem) => text },
        { header: t('left.why'), kind: 'text', value: ({ code }: HistoryProblem) => t(`reason.${code}`) },
      ],
      problems,
    );
  }

  return (
    <Panel
      title={t('left.title')}
      subtitle={t('left.lead')}
      actions={<TableDownload about={{ title: t('left.file') }} table={table} />}
    >
      <DataTable caption={t('left.title')} captionHidden columns={columns} rows={shown} rowKey={({ key }) => key} />
      <MoreButton left={left} label={t('left.more', { number: left })} onMore={showMore} />
    </Panel>
  );
}
