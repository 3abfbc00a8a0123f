import { z } from 'zod';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthOfDate } from '#shared/month.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { mostLockDays } from '#shared/report/lock.ts';
import { mostVerificationDays } from '#shared/report/verification-clock.ts';
import { calendarDateSchema, optionalText, rowIdSchema, rowVersionSchema } from '#shared/text.ts';

export const dueDaySchema = z.int('DAY_OUT_OF_RANGE').min(1, 'DAY_OUT_OF_RANGE').max(31, 'DAY_OUT_OF_RANGE');

export const deadlineSchema = z.object({
  id: z.string(),
  issueId: issueIdSchema.nullable(),
  month: monthSchema.nullable(),
  dueDay: z.int().nullable(),
  dueDate: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

export const listDeadlinesOutput = z.object({
  /** Day of the following month where no exception holds. */
  defaultDay: z.int(),
  /** Working days that verifiers have after a report is handed in. */
  verificationDays: z.int(),
  /** Days after the deadline for which figures are still taken; null: always. */
  lockAfterDays: z.int().nullable(),
  today: z.string(),
  /** Reports that were never handed in, by their deadline, the oldest first. */
  waiting: z.array(z.object({ dueDate: z.string(), reports: z.int() })),
  exceptions: z.array(deadlineSchema),
});

export const setDefaultDayInput = z.object({
  day: dueDaySchema,
  /** The day that the person saw. */
  seen: z.int(),
});
export type SetDefaultDayInput = z.infer<typeof setDefaultDayInput>;

export const setVerificationDaysInput = z.object({
  days: z.int('DAYS_OUT_OF_RANGE').min(1, 'DAYS_OUT_OF_RANGE').max(mostVerificationDays, 'DAYS_OUT_OF_RANGE'),
  /** The number of days that the person saw. */
  seen: z.int(),
});
export type SetVerificationDaysInput = z.infer<typeof setVerificationDaysInput>;

export const setVerificationDaysOutput = z.object({ verificationDays: z.int() });

export const lockDaysSchema = z
  .int('LOCK_OUT_OF_RANGE')
  .min(0, 'LOCK_OUT_OF_RANGE')
  .max(mostLockDays, 'LOCK_OUT_OF_RANGE');

export const setLockInput = z.object({
  /** Null: figures are taken always. */
  days: lockDaysSchema.nullable(),
  /** What the person saw. */
  seen: z.int().nullable(),
});
export type SetLockInput = z.infer<typeof setLockInput>;

export const setLockOutput = z.object({ lockAfterDays: z.int().nullable() });

const facts = z.object({
  issueId: issueIdSchema.nullable(),
  month: monthSchema.nullable(),
  /** A day of the following month, or … */
  dueDay: dueDaySchema.nullable(),
  /** … a date, which only an exception for one month can have. */
  dueDate: calendarDateSchema.nullable(),
  note: optionalText(300),
});

type Facts = z.output<typeof facts>;

function checkFacts({ issueId, month, dueDay, dueDate }: Facts, context: z.RefinementCtx): void {
  const refuse = (path: keyof Facts, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (issueId === null && month === null) refuse('month', 'DEADLINE_NEEDS_SCOPE');
  if (dueDay === null && dueDate === null) refuse(month === null ? 'dueDay' : 'dueDate', 'DATE_REQUIRED');
  if (dueDay !== null && dueDate !== null) refuse('dueDay', 'DEADLINE_DAY_OR_DATE');
  if (dueDate !== null && month === null) refuse('dueDate', 'DEADLINE_DATE_NEEDS_MONTH');
  // A report is due when its month is over.
  if (dueDate !== null && month !== null && monthOfDate(dueDate) <= month)
    refuse('dueDate', 'DEADLINE_BEFORE_MONTH_END');
}

export const createDeadlineInput = facts.superRefine(checkFacts);
export type CreateDeadlineInput = Facts;

export const updateDeadlineInput = facts.extend({ id: rowIdSchema, version: rowVersionSchema }).superRefine(checkFacts);
export type UpdateDeadlineInput = z.output<typeof updateDeadlineInput>;

export const deadlineRefInput = z.object({ id: rowIdSchema, version: rowVersionSchema });
export type DeadlineRefInput = z.infer<typeof deadlineRefInput>;

/** How many reports that are not yet verified have another due date now. */
export const deadlineChangeOutput = z.object({ reports: z.int() });
