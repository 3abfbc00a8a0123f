import { useMemo } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { formatDate, formatDateTime } from '#shared/date-format.ts';
import { currentDate } from '#shared/month.ts';

export type Clock = {
  /** `14.32 WITA` today, `20 Nov 2026 14.32 WITA` on another day. */
  time: (instant: string | number) => string;
  /** `20 November 2026` */
  date: (isoDate: string, style?: 'long' | 'short') => string;
};

/** Writes instants in the province's time zone, whatever the device thinks. */
export function useClock(): Clock {
  const { app } = useSession();
  const locale = useLocale();
  return useMemo(
    () => ({
      time: (instant) => {
        const at = new Date(instant);
        const text = formatDateTime(at.toISOString(), locale, app.timeZone, app.timeZoneLabel, 'short');
        const day = currentDate(at, app.timeZone);
        if (day !== currentDate(new Date(), app.timeZone)) return text;
        return text.slice(formatDate(day, locale, 'short').length + 1);
      },
      date: (isoDate, style = 'long') => formatDate(isoDate, locale, style),
    }),
    [app.timeZone, app.timeZoneLabel, locale],
  );
}
