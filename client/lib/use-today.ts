import { useSession } from '#client/lib/session.ts';
import { currentDate } from '#shared/month.ts';

/** Today's date in the province, whatever the device thinks. */
export function useToday(): string {
  const { app } = useSession();
  return currentDate(new Date(), app.timeZone);
}
