import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import classes from './history-import.module.css';
import { inFileOrder, MoreButton, usePaged } from './paged.tsx';
import type { PreviewLine } from './preview-lines.ts';
import type { ImportWords } from './use-import-words.ts';
import { useOutcomeText } from './use-outcome-text.ts';

const pageSize = 100;

interface LineTableProps {
  caption: string;
  lines: readonly PreviewLine[];
  words: ImportWords;
  /** Month too, where the rows are of many reports. */
  hasPlace?: boolean;
}

/** Rows of the file: what the cell holds, what it would hold, and why not. */
export function LineTable({ caption, lines, words, hasPlace = false }: LineTableProps) {
  const { t } = useTranslation('historyImport');
  const outcomeText = useOutcomeText();
  const { shown, left, showMore } = usePaged(lines, pageSize);
  const month: DataColumn<PreviewLine> = {
    key: 'month',
    header: t('preview.month'),
    value: ({ row }) => row.month,
    render: ({ row }) => words.month(row.month),
  };
  const outcome: DataColumn<PreviewLine> = {
    key: 'outcome',
    header: t('preview.outcome'),
    render: (line) => <span className={hasPlace ? classes.sentence : undefined}>{outcomeText(line)}</span>,
  };
  const columns = inFileOrder<PreviewLine>([
    { key: 'row', header: t('preview.row'), value: ({ row }) => row.row },
    // Of refused rows the reason comes first: on a phone the rest is scrolled to.
    ...(hasPlace ? [outcome, month] : []),
    { key: 'area', header: t('preview.area'), value: ({ row }) => words.areaName(row.areaId) },
    { key: 'indicator', header: t('preview.indicator'), value: ({ row }) => words.indicatorName(row.indicatorId) },
    {
      key: 'now',
      header: t('preview.now'),
      align: 'right',
      render: ({ row, result }) => (result.from ? words.figure(result.from, row.indicatorId) : t('preview.untouched')),
    },
    {
      key: 'becomes',
      header: t('preview.becomes'),
      align: 'right',
      render: ({ row }) => <strong>{words.figure(row, row.indicatorId)}</strong>,
    },
    ...(hasPlace ? [] : [outcome]),
  ]);
  return (
    <>
      <DataTable caption={caption} captionHidden={!hasPlace} columns={columns} rows={shown} rowKey={({ key }) => key} />
      <MoreButton left={left} label={t('left.more', { number: left })} onMore={showMore} />
    </>
  );
}
