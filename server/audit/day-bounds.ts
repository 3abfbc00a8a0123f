import { currentDate } from '#shared/month.ts';

/** The instant at which a calendar day begins in an IANA time zone. */
export function startOfDay(date: string, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Zones differ by whole quarters of an hour; local midnight lies within 14 hours of the one in London.
  const quarter = 15 * 60_000;
  let [late, early] = [midnight + 14 * 60 * 60_000, midnight - 15 * 60 * 60_000];
  while (late - early > quarter) {
    const middle = early + Math.floor((late - early) / (2 * quarter)) * quarter;
    if (currentDate(new Date(middle), timeZone) >= date) late = middle;
    else early = middle;
  }
  return new Date(late);
}

/** The instant at which it ends: the beginning of the next one. */
export function endOfDay(date: string, timeZone: string): Date {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return startOfDay(next, timeZone);
}
