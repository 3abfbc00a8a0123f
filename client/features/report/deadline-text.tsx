import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { currentDate, daysBetween } from '#shared/month.ts';
import type { ReportHead } from '#shared/report.ts';

/** `tenggat 5 September (3 hari lagi)`; what is handed in has no countdown. */
export function DeadlineText({ report }: { report: ReportHead }) {
  const { t } = useTranslation('report');
  const { app } = useSession();
  const clock = useClock();
  const date = clock.date(report.dueDate);
  const isOpen = report.state !== 'submitted' && report.state !== 'verified';
  if (!isOpen) return <>{t('deadline.plain', { date })}</>;
  const days = daysBetween(currentDate(new Date(), app.timeZone), report.dueDate);
  const key = days < 0 ? 'late' : days === 0 ? 'today' : 'left';
  return <>{t(`deadline.${key}`, { date, count: Math.abs(days) })}</>;
}
