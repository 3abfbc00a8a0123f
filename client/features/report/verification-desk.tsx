import { NativeSelect, SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import type { IssueId } from '#shared/indicator.ts';
import type { ToVerifyOutput } from '#shared/report/due.ts';
import { type DeskOrder, type DeskView, deskOrders, deskViews, isPastVerifyBy, orderDesk } from './desk-order.ts';
import { IssueFilter } from './issue-filter.tsx';
import classes from './report.module.css';
import { useDeskExport } from './report-export.ts';
import { WaitingCard } from './waiting-card.tsx';

/** Reports that wait for this verifier, those whose time is up first. */
export function VerificationDesk({ desk }: { desk: ToVerifyOutput }) {
  const { t } = useTranslation('verification');
  const [issueId, setIssueId] = useState<IssueId>();
  const [view, setView] = useState<DeskView>('all');
  const [order, setOrder] = useState<DeskOrder>('verifyBy');
  const exportOf = useDeskExport();
  const { today } = desk;
  const issues = [...new Set(desk.reports.map((report) => report.issueId))];
  const late = desk.reports.filter((report) => isPastVerifyBy(report, today));
  const reports = orderDesk(view === 'late' ? late : desk.reports, order).filter(
    (report) => issueId === undefined || report.issueId === issueId,
  );
  if (desk.reports.length === 0) {
    return (
      <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} aria-hidden />} title={t('desk.emptyTitle')}>
        {t('desk.emptyText')}
      </EmptyState>
    );
  }
  const counts: Record<DeskView, number> = { all: desk.reports.length, late: late.length };
  const hiddenLate = late.filter((report) => issueId !== undefined && report.issueId !== issueId).length;
  return (
    <>
      <p className={classes.lead}>{t('desk.lead', { count: desk.reports.length })}</p>
      <div className={classes.deskFilters}>
        <SegmentedControl
          aria-label={t('desk.view')}
          value={view}
          onChange={(value) => setView(deskViews.find((each) => each === value) ?? 'all')}
          data={deskViews.map((each) => ({ value: each, label: t(`desk.show.${each}`, { count: counts[each] }) }))}
        />
        {issues.length > 1 && <IssueFilter value={issueId} onChange={setIssueId} issues={issues} />}
        <NativeSelect
          aria-label={t('desk.order')}
          value={order}
          onChange={(event) => setOrder(deskOrders.find((each) => each === event.currentTarget.value) ?? 'verifyBy')}
          data={deskOrders.map((each) => ({ value: each, label: t(`desk.orderBy.${each}`) }))}
        />
        <TableDownload
          about={{
            title: t('desk.export'),
            filters: [
              { label: t('desk.view'), text: t(`desk.show.${view}`, { count: counts[view] }) },
              { label: t('export.issue'), text: issueId && t(`common:issue.${issueId.toLowerCase()}`) },
            ],
            sample: reports.some((report) => report.isSample),
          }}
          table={() => exportOf(reports)}
        />
      </div>
      {hiddenLate > 0 && (
        <p className={classes.warning} role="status">
          {t('desk.hiddenLate', { count: hiddenLate })}
        </p>
      )}
      {reports.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} aria-hidden />} title={t('desk.noneLate')} />
      ) : (
        <ul className={classes.cards}>
          {reports.map((report) => (
            <WaitingCard key={report.reportKey} report={report} today={today} />
          ))}
        </ul>
      )}
    </>
  );
}
