import { useTranslation } from 'react-i18next';
import { type ExportColumn, type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { fromScaled } from '#shared/scale.ts';
import type { PreviewLine } from './preview-lines.ts';
import type { ImportWords } from './use-import-words.ts';
import { useOutcomeText } from './use-outcome-text.ts';

interface LinesDownloadProps {
  title: string;
  lines: readonly PreviewLine[];
  words: ImportWords;
}

/** Every row with its outcome as a file: what to mend, and what was done. */
export function LinesDownload({ title, lines, words }: LinesDownloadProps) {
  const { t } = useTranslation('historyImport');
  const outcomeText = useOutcomeText();

  function figure(
    indicatorId: string,
    cell: { kind: 'number' | 'not_applicable' | 'not_reported'; value: number | null },
  ) {
    if (cell.kind !== 'number') return t(`kind.${cell.kind}`);
    const decimals = words.decimals(indicatorId);
    return { value: cell.value === null ? null : fromScaled(cell.value, decimals), decimals };
  }

  function table(): ExportTable {
    const columns: ExportColumn<PreviewLine>[] = [
      { header: t('preview.row'), kind: 'integer', value: ({ row }) => row.row },
      { header: t('preview.month'), kind: 'month', value: ({ row }) => row.month },
      { header: t('template.areaCode'), kind: 'text', value: ({ row }) => row.areaId },
      { header: t('preview.area'), kind: 'text', value: ({ row }) => words.areaName(row.areaId) },
      { header: t('preview.indicator'), kind: 'text', value: ({ row }) => row.indicatorId },
      {
        header: t('preview.now'),
        kind: 'figure',
        value: ({ row, result }) => (result.from ? figure(row.indicatorId, result.from) : null),
      },
      { header: t('preview.becomes'), kind: 'figure', value: ({ row }) => figure(row.indicatorId, row) },
      { header: t('preview.outcome'), kind: 'text', value: outcomeText },
    ];
    return exportTable(columns, lines);
  }

  return <TableDownload about={{ title }} table={table} />;
}
