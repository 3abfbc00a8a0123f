import { useTranslation } from 'react-i18next';
import { notifyInfo } from '#client/lib/notify.ts';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { type RouterInput, trpcClient } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import type { AssignmentRow } from './assignment-types.ts';

type Filter = Omit<NonNullable<RouterInput['assignment']['list']>, 'limit'>;

/** What one answer holds at most. */
const most = 2_000;

/** All assignments that the filter lets through, not only those on the screen. */
export function useAssignmentExport(): (filter: Filter) => Promise<ExportTable> {
  const { t } = useTranslation(['assignments', 'manage', 'common']);
  const { issueName } = useChoices();
  return async (filter) => {
    const { rows, total } = await trpcClient.assignment.list.query({ ...filter, limit: most });
    if (total > rows.length) notifyInfo(t('export.tooMany', { count: rows.length, total }));
    return exportTable<AssignmentRow>(
      [
        { header: t('form.role'), kind: 'text', value: (row) => t(`role.${row.role}`) },
        {
          header: t('manage:field.issue'),
          kind: 'text',
          value: (row) => (row.issueId === null ? t('manage:field.allIssues') : issueName(row.issueId)),
        },
        {
          header: t('manage:field.area'),
          kind: 'text',
          value: (row) => (row.areaId === null ? t('manage:field.wholeProvince') : (row.areaName ?? row.areaId)),
        },
        { header: t('export.parent'), kind: 'text', value: (row) => row.parentName },
        { header: t('column.agency'), kind: 'text', value: (row) => row.agencyAbbr },
        { header: t('export.agencyName'), kind: 'text', value: (row) => row.agencyName },
        { header: t('form.validFrom'), kind: 'date', value: (row) => row.validFrom },
        { header: t('form.validTo'), kind: 'date', value: (row) => row.validTo },
        { header: t('manage:field.legalBasis'), kind: 'text', value: (row) => row.legalBasis },
        { header: t('manage:field.source'), kind: 'text', value: (row) => row.source },
        {
          header: t('manage:field.confidence'),
          kind: 'text',
          value: (row) => row.confidence && t(`manage:confidence.${row.confidence}`),
        },
        {
          header: t('common:sample'),
          kind: 'text',
          value: (row) => t(row.isSample ? 'common:state.yes' : 'common:state.no'),
        },
      ],
      rows,
    );
  };
}
