import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { type ExportColumn, exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { useChoices } from '#client/lib/use-choices.ts';
import type { EditionComparison, FigureChange } from '#shared/briefing/change.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import { useChangeWords } from './use-change-words.ts';

interface ChangeDownloadProps {
  comparison: EditionComparison;
  /** Those on the screen. */
  changes: readonly FigureChange[];
  issueId: IssueId | null;
}

/** The changes as a file for a spreadsheet: numbers stay numbers. */
export function ChangeDownload({ comparison, changes, issueId }: ChangeDownloadProps) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const text = useFigureText();
  const words = useChangeWords();
  const choices = useChoices();
  const { from, to } = comparison;
  const nameOf = (side: EditionComparison['from']) =>
    side.number === null ? t('compare.now') : t('edition.name', { title: side.title, number: side.number });
  const figure = (change: FigureChange, value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : { value, decimals: change.indicator.decimals, percent: change.indicator.isPercentage };
  // Several corrections have several effects: only one alone can stand in a column of numbers.
  const onlyReason = ({ reasons }: FigureChange) => (reasons.length === 1 ? reasons[0] : undefined);

  const columns: ExportColumn<FigureChange>[] = [
    { header: t('compare.csvHead.issue'), kind: 'text', value: (row) => choices.issueName(row.issueId) },
    { header: t('compare.csvHead.indicator'), kind: 'text', value: (row) => text.name(row.indicator) },
    { header: t('compare.csvHead.area'), kind: 'text', value: (row) => row.areaName },
    { header: t('compare.csvHead.month'), kind: 'month', value: (row) => row.month },
    { header: t('compare.csvHead.unit'), kind: 'text', value: (row) => text.unit(row.indicator) },
    { header: t('compare.csvHead.before'), kind: 'figure', value: (row) => figure(row, row.before?.value) },
    { header: t('compare.csvHead.after'), kind: 'figure', value: (row) => figure(row, row.after?.value) },
    {
      header: t('compare.csvHead.difference'),
      kind: 'figure',
      // In percentage points it is a plain number: a sign of per cent would say something else.
      value: (row) => ({ value: row.difference, decimals: row.indicator.decimals }),
    },
    { header: t('compare.csvHead.kind'), kind: 'text', value: words.kind },
    {
      header: t('compare.csvHead.reason'),
      kind: 'text',
      value: (row) => [...row.reasons.map((each) => `${each.areaName}: ${each.reason}`), ...words.rest(row)].join('; '),
    },
    { header: t('compare.csvHead.who'), kind: 'text', value: (row) => row.reasons.map(words.who).join('; ') },
    {
      header: t('compare.csvHead.provinceBefore'),
      kind: 'figure',
      value: (row) => figure(row, onlyReason(row)?.provinceBefore),
    },
    {
      header: t('compare.csvHead.provinceAfter'),
      kind: 'figure',
      value: (row) => figure(row, onlyReason(row)?.provinceAfter),
    },
    { header: t('compare.csvHead.statusBefore'), kind: 'text', value: (row) => words.status(row.before) },
    { header: t('compare.csvHead.statusAfter'), kind: 'text', value: (row) => words.status(row.after) },
  ];

  return (
    <TableDownload
      about={{
        title: t('compare.title'),
        filters: [
          { label: t('compare.from'), text: `${nameOf(from)}, ${formatMonth(from.month, locale)}` },
          { label: t('compare.to'), text: `${nameOf(to)}, ${formatMonth(to.month, locale)}` },
          { label: t('compare.issue'), text: issueId && choices.issueName(issueId) },
        ],
      }}
      table={() => exportTable(columns, changes)}
    />
  );
}
