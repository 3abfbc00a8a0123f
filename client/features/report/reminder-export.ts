import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import type { Reminder, ReminderItem } from '#shared/report/reminder.ts';

type Line = { reminder: Reminder; item: ReminderItem };

/** Who is to be reminded of what: a row per person and report. */
export function useReminderExport(): (reminders: readonly Reminder[]) => ExportTable {
  const { t } = useTranslation(['completeness', 'report', 'common']);
  return (reminders) =>
    exportTable<Line>(
      [
        { header: t('matrix.agency'), kind: 'text', value: ({ reminder }) => reminder.agencyName },
        {
          header: t('export.person'),
          kind: 'text',
          value: ({ reminder }) => reminder.name ?? t('reminder.noAccount'),
        },
        { header: t('export.phone'), kind: 'text', value: ({ reminder }) => reminder.phone },
        { header: t('export.month'), kind: 'month', value: ({ item }) => item.month },
        {
          header: t('export.issue'),
          kind: 'text',
          value: ({ item }) => t(`common:issue.${item.issueId.toLowerCase()}`),
        },
        { header: t('export.state'), kind: 'text', value: ({ item }) => t(`report:state.${item.state}`) },
        { header: t('export.dueDate'), kind: 'date', value: ({ item }) => item.dueDate },
        { header: t('export.daysLate'), kind: 'integer', value: ({ item }) => item.daysOverdue },
        { header: t('export.missing'), kind: 'integer', value: ({ item }) => item.missing },
        { header: t('export.returned'), kind: 'integer', value: ({ item }) => item.returned },
      ],
      reminders.flatMap((reminder) => reminder.items.map((item) => ({ reminder, item }))),
    );
}
