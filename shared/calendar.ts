import { z } from 'zod';

/** A person's calendar address: whoever holds it may read, so that it is shown once and only its hash is kept. */
export const calendarStatusSchema = z.object({ isMade: z.boolean(), madeAt: z.string().nullable() });
export type CalendarStatus = z.infer<typeof calendarStatusSchema>;

export const madeCalendarSchema = z.object({ address: z.string() });
