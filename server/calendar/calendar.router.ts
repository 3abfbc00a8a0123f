import { z } from 'zod';
import { permittedPerson, router } from '#server/trpc.ts';
import { calendarStatusSchema, madeCalendarSchema } from '#shared/calendar.ts';
import { calendarStatus, makeCalendar, revokeCalendar } from './calendar.service.ts';

export const calendarRouter = router({
  status: permittedPerson('calendar.read')
    .output(calendarStatusSchema)
    .query(({ ctx }) => calendarStatus(ctx.database, ctx.actor)),

  make: permittedPerson('calendar.read')
    .output(madeCalendarSchema)
    .mutation(({ ctx }) => makeCalendar(ctx.database, ctx.config, ctx.actor)),

  revoke: permittedPerson('calendar.read')
    .output(z.void())
    .mutation(({ ctx }) => revokeCalendar(ctx.database, ctx.actor)),
});
