import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { currentDate, daysBetween } from '#shared/month.ts';
import type { ReportHead } from '#shared/report.ts';

type DeadlineTextProps = {
  report: ReportHead;
  /** Says how many days are left, or late: not where a badge says it already. */
  isCounted?: boolean;
};

/** `tenggat 5 September (3 hari lagi)`; what is handed in has no countdown. */
export function DeadlineText({ report, isCounted = true }: DeadlineTextProps) {
  const { t } = useTranslation('report');
  const { app } = useSession();
  const clock = useClock();
  const date = clock.date(report.dueDate);
  const isOpen = report.state !== 'submitted' && report.state !== 'verified';
  if (!isOpen || !isCounted) return <>{t('deadline.plain', { date })}</>;
  const days = daysBetween(currentDate(new Date(), app.timeZone), report.dueDate);
  const key = days < 0 ? 'late' : days === 0 ? 'today' : 'left';
  return <>{t(`deadline.${key}`, { date, count: Math.abs(days) })}</>;
}
