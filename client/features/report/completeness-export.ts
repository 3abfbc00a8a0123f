import { useTranslation } from 'react-i18next';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import type { Completeness, CompletenessCell } from '#shared/report/completeness.ts';
import { showsLock } from '#shared/report/lock.ts';
import { completenessKind } from './completeness-state.tsx';

/** The reports that are owed, a row each: what the two tables show in a shape that can be filtered and counted. */
export function useCompletenessExport(): (data: Completeness, cells: readonly CompletenessCell[]) => ExportTable {
  const { t } = useTranslation(['completeness', 'common']);
  return (data, cells) => {
    const agencies = new Map(data.agencies.map((agency) => [agency.id, agency]));
    return exportTable<CompletenessCell>(
      [
        { header: t('export.month'), kind: 'month', value: (cell) => cell.month },
        { header: t('matrix.agency'), kind: 'text', value: (cell) => agencies.get(cell.agencyId)?.name },
        { header: t('export.issue'), kind: 'text', value: (cell) => t(`common:issue.${cell.issueId.toLowerCase()}`) },
        {
          header: t('export.state'),
          kind: 'text',
          value: (cell) => t(`state.${completenessKind(cell)}`, { count: cell.daysLate }),
        },
        { header: t('export.dueDate'), kind: 'date', value: (cell) => cell.dueDate },
        { header: t('export.firstSubmitted'), kind: 'instant', value: (cell) => cell.firstSubmittedAt },
        { header: t('export.daysLate'), kind: 'integer', value: (cell) => cell.daysLate },
        {
          header: t('state.locked'),
          kind: 'text',
          value: (cell) => t(showsLock(cell) ? 'common:state.yes' : 'common:state.no'),
        },
        { header: t('export.expected'), kind: 'integer', value: ({ counters }) => counters.expected },
        {
          header: t('export.answered'),
          kind: 'integer',
          value: ({ counters }) => counters.filled + counters.notApplicable,
        },
        { header: t('summary.verified'), kind: 'integer', value: ({ counters }) => counters.verified },
        {
          header: t('common:sample'),
          kind: 'text',
          value: (cell) => t(cell.isSample ? 'common:state.yes' : 'common:state.no'),
        },
      ],
      cells,
    );
  };
}
