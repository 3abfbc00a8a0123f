import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { useChoices } from '#client/lib/use-choices.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import form from '#client/ui/form.module.css';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import { type IssueId, issueIds } from '#shared/indicator.ts';
import { addMonths, dueDate, type Month, monthRange } from '#shared/month.ts';
import { type DeadlineException, dueDateFor } from '#shared/report/due-date.ts';

interface Rules {
  defaultDay: number;
  exceptions: readonly DeadlineException[];
}

interface DuePreviewProps {
  current: Rules;
  /** The rules as they would be: what becomes different is marked. */
  next?: Rules;
}

const monthsAhead = 5;

/** The due dates of the last closed month and the next ones, by the rule that the reports use. */
export function DuePreview({ current, next = current }: DuePreviewProps) {
  const { t } = useTranslation('deadlines');
  const { app } = useSession();
  const locale = useLocale();
  const { issueName } = useChoices();
  const months = monthRange(app.defaultMonth, addMonths(app.defaultMonth, monthsAhead));
  const dueOf = ({ defaultDay, exceptions }: Rules, issueId: IssueId, month: Month) =>
    dueDateFor({ issueId, month, deadlines: exceptions, defaultDay });
  const day = (date: string) => formatDate(date, locale, 'short');

  const columns: DataColumn<Month>[] = [
    { key: 'month', header: t('preview.month'), render: (month) => formatMonth(month, locale) },
    ...issueIds.map(
      (issueId): DataColumn<Month> => ({
        key: issueId,
        header: issueName(issueId),
        render: (month) => {
          const due = dueOf(next, issueId, month);
          const before = dueOf(current, issueId, month);
          const isException = due !== dueDate(month, next.defaultDay);
          return (
            <div className={form.rowName} style={{ minWidth: 0 }}>
              {due === before ? day(due) : <strong>{t('preview.now', { date: day(due), before: day(before) })}</strong>}
              {isException && <span>{t('preview.exception')}</span>}
            </div>
          );
        },
      }),
    ),
  ];
  const table = (): ExportTable =>
    exportTable<Month>(
      [
        { header: t('preview.month'), kind: 'month', value: (month) => month },
        ...issueIds.map((issueId) => ({
          header: issueName(issueId),
          kind: 'date' as const,
          value: (month: Month) => dueOf(next, issueId, month),
        })),
      ],
      months,
    );
  return (
    <>
      <DataTable
        caption={t('preview.caption')}
        captionHidden
        columns={columns}
        rows={months}
        rowKey={(month) => month}
        stickyFirstColumn
      />
      {/* What is only being tried out is no table to hand on. */}
      {next === current && <TableDownload isQuiet about={{ title: t('preview.caption') }} table={table} />}
    </>
  );
}
