import { z } from 'zod';
import { checkedBy, permittedPerson, router } from '#server/trpc.ts';
import { calendarStatusSchema, madeCalendarSchema } from '#shared/calendar.ts';
import { calendarStatus, makeCalendar, revokeCalendar } from './calendar.service.ts';

export const calendarRouter = router({
  status: permittedPerson('calendar.read')
    .output(checkedBy(calendarStatusSchema))
    .query(({ ctx }) => calendarStatus(ctx.database, ctx.actor)),

  make: permittedPerson('calendar.read')
    .output(checkedBy(madeCalendarSchema))
    .mutation(({ ctx }) => makeCalendar(ctx.database, ctx.config, ctx.actor)),

  revoke: permittedPerson('calendar.read')
    .output(checkedBy(z.void()))
    .mutation(({ ctx }) => revokeCalendar(ctx.database, ctx.actor)),
});
