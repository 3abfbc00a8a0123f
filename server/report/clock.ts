import type { Config } from '#server/config.ts';
import { currentDate } from '#shared/month.ts';

/** The province's calendar, by which deadlines are kept. */
export interface Clock {
  /** Today's date there. */
  today: string;
  timeZone: string;
}

export function clockOf(config: Pick<Config, 'timeZone'>, now = new Date()): Clock {
  return { today: currentDate(now, config.timeZone), timeZone: config.timeZone };
}
