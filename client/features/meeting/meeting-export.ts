import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import type { MeetingBrief } from '#shared/meeting.ts';

/** The meetings, ahead and held, as they go into a file. */
export function useMeetingExport(): (meetings: readonly MeetingBrief[]) => ExportTable {
  const { t } = useTranslation(['meeting', 'common']);
  return (meetings) =>
    exportTable<MeetingBrief>(
      [
        { header: t('form.date'), kind: 'date', value: (each) => each.date },
        { header: t('form.startTime'), kind: 'text', value: (each) => each.startTime },
        { header: t('form.endTime'), kind: 'text', value: (each) => each.endTime },
        { header: t('form.title'), kind: 'text', value: (each) => each.title },
        { header: t('form.place'), kind: 'text', value: (each) => each.place },
        { header: t('form.kind'), kind: 'text', value: (each) => t(`kind.${each.kind}`) },
        { header: t('form.direction'), kind: 'text', value: (each) => t(`direction.${each.direction}`) },
        { header: t('export.decisions'), kind: 'integer', value: (each) => each.decisionCount },
        { header: t('export.items'), kind: 'integer', value: (each) => each.actionItems.total },
        { header: t('export.closed'), kind: 'integer', value: (each) => each.actionItems.closed },
        { header: t('export.overdue'), kind: 'integer', value: (each) => each.actionItems.overdue },
        { header: t('export.invited'), kind: 'integer', value: (each) => each.invitedCount },
        { header: t('export.present'), kind: 'integer', value: (each) => each.presentCount },
        {
          header: t('common:sample'),
          kind: 'text',
          value: (each) => t(each.isSample ? 'common:state.yes' : 'common:state.no'),
        },
      ],
      meetings,
    );
}
