import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { IssueName } from '#client/ui/issue-name.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import type { ToVerifyOutput, ToVerifyReport } from '#shared/report/due.ts';
import { CellProgress } from './cell-progress.tsx';
import { IssueFilter } from './issue-filter.tsx';
import classes from './report.module.css';
import { useDeskExport } from './report-export.ts';

/** Reports that wait for this verifier, the longest waiting first. */
export function VerificationDesk({ desk }: { desk: ToVerifyOutput }) {
  const { t } = useTranslation('verification');
  const [issueId, setIssueId] = useState<IssueId>();
  const exportOf = useDeskExport();
  const issues = [...new Set(desk.reports.map((report) => report.issueId))];
  const reports = desk.reports.filter((report) => issueId === undefined || report.issueId === issueId);
  if (desk.reports.length === 0) {
    return (
      <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} aria-hidden />} title={t('desk.emptyTitle')}>
        {t('desk.emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={classes.filters}>
        <p className={classes.lead}>{t('desk.lead', { count: desk.reports.length })}</p>
        {issues.length > 1 && <IssueFilter value={issueId} onChange={setIssueId} issues={issues} />}
        <TableDownload
          about={{
            title: t('desk.export'),
            filters: [{ label: t('export.issue'), text: issueId && t(`common:issue.${issueId.toLowerCase()}`) }],
            sample: reports.some((report) => report.isSample),
          }}
          table={() => exportOf(reports)}
        />
      </div>
      <ul className={classes.cards}>
        {reports.map((report) => (
          <WaitingCard key={report.reportKey} report={report} />
        ))}
      </ul>
    </>
  );
}

/** Days after which waiting is said aloud, and after which it is too long. */
const noticeableDays = 3;
const longDays = 7;

function WaitingCard({ report }: { report: ToVerifyReport }) {
  const { t } = useTranslation('verification');
  const locale = useLocale();
  const clock = useClock();
  const { daysWaiting } = report;
  const tone = daysWaiting >= longDays ? 'critical' : daysWaiting >= noticeableDays ? 'attention' : 'no_data';
  const Icon = daysWaiting >= noticeableDays ? IconAlertTriangle : IconClockHour4;
  return (
    <li className={classes.card} data-late={daysWaiting >= longDays || undefined}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>
          <Link to={`/pelaporan/${report.reportKey}`} className={classes.cardLink}>
            {report.agency.name}
          </Link>
        </h2>
      </div>
      <p className={classes.cardSubject}>
        <IssueName issueId={report.issueId} /> · {formatMonth(report.month, locale)}
      </p>
      <div className={classes.badges}>
        <StatusBadge
          tone={tone}
          icon={<Icon size={13} aria-hidden />}
          label={daysWaiting === 0 ? t('desk.today') : t('desk.waiting', { count: daysWaiting })}
        />
        {report.isSample && <Tag kind="sample" />}
      </div>
      <p className={classes.quiet}>
        {t('desk.submitted', {
          name: report.submittedByName ?? report.agency.abbr,
          time: report.submittedAt === null ? '–' : clock.time(report.submittedAt),
          count: report.submittedCells,
        })}
      </p>
      <CellProgress counters={report.counters} />
    </li>
  );
}
