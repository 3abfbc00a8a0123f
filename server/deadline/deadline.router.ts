import { clockOf } from '#server/report/report.service.ts';
import { permitted, permittedPerson, router } from '#server/trpc.ts';
import {
  createDeadlineInput,
  deadlineChangeOutput,
  deadlineRefInput,
  listDeadlinesOutput,
  setDefaultDayInput,
  setLockInput,
  setLockOutput,
  setVerificationDaysInput,
  setVerificationDaysOutput,
  updateDeadlineInput,
} from '#shared/deadline.ts';
import {
  changeDeadline,
  createDeadline,
  listDeadlines,
  removeDeadline,
  setDefaultDay,
  setLock,
  setVerificationDays,
} from './deadline.service.ts';

export const deadlineRouter = router({
  list: permitted('manage.read')
    .output(listDeadlinesOutput)
    .query(({ ctx }) => listDeadlines(ctx.database, clockOf(ctx.config))),

  setDefaultDay: permittedPerson('deadline.manage')
    .input(setDefaultDayInput)
    .output(deadlineChangeOutput)
    .mutation(({ ctx, input }) => setDefaultDay(ctx.database, ctx.actor, input)),

  setVerificationDays: permittedPerson('deadline.manage')
    .input(setVerificationDaysInput)
    .output(setVerificationDaysOutput)
    .mutation(({ ctx, input }) => setVerificationDays(ctx.database, ctx.actor, input)),

  setLock: permittedPerson('deadline.manage')
    .input(setLockInput)
    .output(setLockOutput)
    .mutation(({ ctx, input }) => setLock(ctx.database, ctx.actor, input)),

  create: permittedPerson('deadline.manage')
    .input(createDeadlineInput)
    .output(deadlineChangeOutput)
    .mutation(({ ctx, input }) => createDeadline(ctx.database, ctx.actor, input)),

  update: permittedPerson('deadline.manage')
    .input(updateDeadlineInput)
    .output(deadlineChangeOutput)
    .mutation(({ ctx, input }) => changeDeadline(ctx.database, ctx.actor, input)),

  remove: permittedPerson('deadline.manage')
    .input(deadlineRefInput)
    .output(deadlineChangeOutput)
    .mutation(({ ctx, input }) => removeDeadline(ctx.database, ctx.actor, input)),
});
