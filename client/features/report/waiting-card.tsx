import { IconAlertOctagonFilled, IconAlertTriangle, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { IssueName } from '#client/ui/issue-name.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { ToVerifyReport } from '#shared/report/due.ts';
import { CellProgress } from './cell-progress.tsx';
import classes from './report.module.css';

/** A report on the verifiers' desk: since when it waits, and until when it is to be decided. */
export function WaitingCard({ report, today }: { report: ToVerifyReport; today: string }) {
  const { t } = useTranslation('verification');
  const locale = useLocale();
  const clock = useClock();
  const { daysWaiting, daysPastVerifyBy, verifyBy } = report;
  return (
    <li className={classes.card} data-late={daysPastVerifyBy > 0 || undefined}>
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
        <ClockBadge report={report} today={today} />
        {report.isSample && <Tag kind="sample" />}
      </div>
      <p className={classes.quiet}>
        {daysWaiting === 0 ? t('desk.today') : t('desk.waiting', { count: daysWaiting })} ·{' '}
        {t('desk.verifyBy', { date: clock.date(verifyBy) })}
      </p>
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

/** Whether the verifiers are on time with it: icon, word and colour. */
function ClockBadge({ report, today }: { report: ToVerifyReport; today: string }) {
  const { t } = useTranslation('verification');
  const { daysPastVerifyBy, verifyBy } = report;
  if (daysPastVerifyBy > 0 || verifyBy < today) {
    return (
      <StatusBadge
        tone="critical"
        icon={<IconAlertOctagonFilled size={13} aria-hidden />}
        label={daysPastVerifyBy > 0 ? t('desk.late', { count: daysPastVerifyBy }) : t('desk.lateToday')}
      />
    );
  }
  if (verifyBy === today) {
    return (
      <StatusBadge tone="attention" icon={<IconAlertTriangle size={13} aria-hidden />} label={t('desk.lastDay')} />
    );
  }
  return <StatusBadge tone="no_data" icon={<IconClockHour4 size={13} aria-hidden />} label={t('desk.inTime')} />;
}
