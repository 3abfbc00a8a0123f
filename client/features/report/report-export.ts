import { useTranslation } from 'react-i18next';
import { type ExportColumn, type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import type { DueReport, ToVerifyReport } from '#shared/report/due.ts';
import { showsLock } from '#shared/report/lock.ts';
import type { ReportHead } from '#shared/report.ts';

/** The two ends of what every list of reports says. */
function useReportColumns() {
  const { t } = useTranslation(['report', 'common']);
  const first: ExportColumn<ReportHead>[] = [
    { header: t('export.month'), kind: 'month', value: (report) => report.month },
    { header: t('export.issue'), kind: 'text', value: (report) => t(`common:issue.${report.issueId.toLowerCase()}`) },
    { header: t('export.agency'), kind: 'text', value: (report) => report.agency.name },
    {
      header: t('export.state'),
      kind: 'text',
      value: (report) => t(report.hasPendingCorrections ? 'state.correcting' : `state.${report.state}`),
    },
    { header: t('export.dueDate'), kind: 'date', value: (report) => report.dueDate },
  ];
  const last: ExportColumn<ReportHead>[] = [
    { header: t('export.submitted'), kind: 'instant', value: (report) => report.submittedAt },
    { header: t('export.submittedBy'), kind: 'text', value: (report) => report.submittedByName },
    { header: t('export.expected'), kind: 'integer', value: ({ counters }) => counters.expected },
    {
      header: t('export.answered'),
      kind: 'integer',
      value: ({ counters }) => counters.filled + counters.notApplicable,
    },
    { header: t('export.returned'), kind: 'integer', value: ({ counters }) => counters.returned },
    {
      header: t('common:sample'),
      kind: 'text',
      value: (report) => t(report.isSample ? 'common:state.yes' : 'common:state.no'),
    },
  ];
  return { first, last };
}

/** What a person's agency owes. */
export function useDueExport(): (reports: readonly DueReport[]) => ExportTable {
  const { t } = useTranslation(['report', 'common']);
  const { first, last } = useReportColumns();
  return (reports) =>
    exportTable<DueReport>(
      [
        ...first,
        { header: t('export.daysOverdue'), kind: 'integer', value: (report) => report.daysOverdue },
        {
          header: t('locked'),
          kind: 'text',
          value: (report) => t(showsLock(report) ? 'common:state.yes' : 'common:state.no'),
        },
        ...last,
      ],
      reports,
    );
}

/** What waits for a verifier. */
export function useDeskExport(): (reports: readonly ToVerifyReport[]) => ExportTable {
  const { t } = useTranslation('report');
  const { first, last } = useReportColumns();
  return (reports) =>
    exportTable<ToVerifyReport>(
      [
        ...first,
        { header: t('export.daysWaiting'), kind: 'integer', value: (report) => report.daysWaiting },
        { header: t('export.verifyBy'), kind: 'date', value: (report) => report.verifyBy },
        { header: t('export.daysPastVerifyBy'), kind: 'integer', value: (report) => report.daysPastVerifyBy },
        { header: t('export.submittedCells'), kind: 'integer', value: (report) => report.submittedCells },
        ...last,
      ],
      reports,
    );
}
