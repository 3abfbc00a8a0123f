import { IconAlertOctagonFilled, IconArrowBackUp, IconChevronRight, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { IssueName } from '#client/ui/issue-name.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { DueReport } from '#shared/report/due.ts';
import { showsLock } from '#shared/report/lock.ts';
import { CellProgress } from './cell-progress.tsx';
import { DeadlineText } from './deadline-text.tsx';
import classes from './report.module.css';
import { ReportState } from './report-state.tsx';

/** A report that somebody owes, with everything that decides whether to open it now. */
export function DueCard({ report }: { report: DueReport }) {
  const { t } = useTranslation('report');
  const locale = useLocale();
  const isLate = report.daysOverdue > 0;
  return (
    <li className={classes.card} data-late={isLate || undefined}>
      <div className={classes.cardHead}>
        <h3 className={classes.cardTitle}>
          <Link to={`/pelaporan/${report.reportKey}`} className={classes.cardLink}>
            <IssueName issueId={report.issueId} /> · {formatMonth(report.month, locale)}
          </Link>
        </h3>
        <IconChevronRight size={18} aria-hidden className={classes.chevron} />
      </div>
      <div className={classes.badges}>
        {isLate && (
          <StatusBadge
            tone="critical"
            label={t('late', { count: report.daysOverdue })}
            icon={<IconAlertOctagonFilled size={13} aria-hidden />}
          />
        )}
        {showsLock(report) && (
          <StatusBadge tone="no_data" label={t('locked')} icon={<IconLock size={13} aria-hidden />} />
        )}
        <ReportState report={report} />
        {report.isSample && <Tag kind="sample" />}
      </div>
      <p className={classes.quiet}>
        <DeadlineText report={report} isCounted={!isLate} />
        {report.cutOffLabel && ` · ${t('cutOff', { text: report.cutOffLabel })}`}
      </p>
      {showsLock(report) && <p className={classes.quiet}>{t('lockedHint')}</p>}
      {report.isPredecessors && <p className={classes.quiet}>{t('predecessor', { agency: report.agency.name })}</p>}
      <CellProgress counters={report.counters} />
      <ReturnedCells report={report} />
    </li>
  );
}

const shown = 3;

/** Why cells came back, in the verifier's words. */
function ReturnedCells({ report }: { report: DueReport }) {
  const { t } = useTranslation('report');
  const locale = useLocale();
  const { returnedCells } = report;
  if (returnedCells.length === 0) return null;
  return (
    <div className={classes.returned}>
      <p className={classes.returnedTitle}>
        <IconArrowBackUp size={14} aria-hidden />
        {t('returned.title', { count: returnedCells.length })}
      </p>
      <ul className={classes.plainList}>
        {returnedCells.slice(0, shown).map((cell) => (
          <li key={`${cell.indicatorId} ${cell.areaId}`}>
            {locale === 'id' ? cell.shortNameId : cell.shortNameEn} · {cell.areaName}
            {cell.reason && `: “${cell.reason}”`}
            {cell.byName && ` – ${cell.byName}`}
          </li>
        ))}
        {returnedCells.length > shown && <li>{t('returned.more', { count: returnedCells.length - shown })}</li>}
      </ul>
    </div>
  );
}
