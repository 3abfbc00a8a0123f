import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import type { ActionItem } from '#shared/meeting.ts';

/** What was agreed and what became of it, as it goes into a file. */
export function useFollowUpExport(): (items: readonly ActionItem[]) => ExportTable {
  const { t } = useTranslation(['actionItem', 'common']);
  const locale = useLocale();
  const figure = ({ figure: followed }: ActionItem, which: 'before' | 'now') =>
    followed && {
      value: followed[which]?.value ?? null,
      decimals: followed.decimals,
      percent: followed.isPercentage,
    };
  return (items) =>
    exportTable<ActionItem>(
      [
        { header: t('export.text'), kind: 'text', value: (item) => item.text },
        { header: t('filter.state'), kind: 'text', value: (item) => t(`state.${item.state}`) },
        { header: t('filter.agency'), kind: 'text', value: (item) => item.ownerName },
        { header: t('export.due'), kind: 'date', value: (item) => item.dueDate },
        { header: t('export.daysLate'), kind: 'integer', value: (item) => item.daysLate },
        {
          header: t('filter.issue'),
          kind: 'text',
          value: (item) => item.issueId && t(`common:issue.${item.issueId.toLowerCase()}`),
        },
        { header: t('export.meeting'), kind: 'text', value: (item) => item.meetingTitle },
        { header: t('export.meetingDate'), kind: 'date', value: (item) => item.meetingDate },
        { header: t('export.decision'), kind: 'text', value: (item) => item.decisionText },
        {
          header: t('export.indicator'),
          kind: 'text',
          value: (item) => item.figure && (locale === 'en' ? item.figure.nameEn : item.figure.nameId),
        },
        { header: t('export.area'), kind: 'text', value: (item) => item.figure?.areaName },
        { header: t('export.before'), kind: 'figure', value: (item) => figure(item, 'before') },
        { header: t('export.now'), kind: 'figure', value: (item) => figure(item, 'now') },
        { header: t('export.closedOn'), kind: 'date', value: (item) => item.closedOn },
        { header: t('export.closingNote'), kind: 'text', value: (item) => item.closingNote },
        {
          header: t('common:sample'),
          kind: 'text',
          value: (item) => t(item.isSample ? 'common:state.yes' : 'common:state.no'),
        },
      ],
      items,
    );
}
