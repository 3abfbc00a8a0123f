import { useSession } from '#client/lib/session.ts';
import { currentDate } from '#shared/month.ts';

/** The day of an instant in the province's time zone. */
export function useDayOf(): (instant: string) => string {
  const { app } = useSession();
  return (instant) => currentDate(new Date(instant), app.timeZone);
}
