import { z } from 'zod';
import { monthSchema } from '#shared/month-schema.ts';
import { cellRefSchema, dateSchema, reportHeadSchema } from '#shared/report.ts';

export const returnedCellSchema = cellRefSchema.extend({
  areaName: z.string(),
  shortNameId: z.string(),
  shortNameEn: z.string(),
  reason: z.string().nullable(),
  byName: z.string().nullable(),
  at: z.string().nullable(),
});

export const dueReportSchema = reportHeadSchema.extend({
  /** The report of an agency that was merged into this person's. */
  isPredecessors: z.boolean(),
  returnedCells: z.array(returnedCellSchema),
});
export type DueReport = z.infer<typeof dueReportSchema>;

export const dueInput = z.object({
  /** Reports that are done are listed from this month on; those that are not, always. */
  doneSince: monthSchema.optional(),
});

export const dueOutput = z.object({
  today: z.string(),
  /** Still to do (not started, draft, returned, corrections to submit): the oldest deadline first. */
  open: z.array(dueReportSchema),
  /** Submitted or verified: the latest month first. */
  done: z.array(dueReportSchema),
});
export type DueOutput = z.infer<typeof dueOutput>;

export const toVerifyReportSchema = reportHeadSchema.extend({
  /** Days since it was submitted. */
  daysWaiting: z.int(),
  submittedCells: z.int(),
  /** The last day on which the verifiers are on time; `dueDate` is the agency's. */
  verifyBy: dateSchema,
  /** Working days past `verifyBy`; 0 while it has not passed. */
  daysPastVerifyBy: z.int(),
});
export type ToVerifyReport = z.infer<typeof toVerifyReportSchema>;

/** The verifier's desk: the longest waiting first. */
export const toVerifyOutput = z.object({ today: z.string(), reports: z.array(toVerifyReportSchema) });
export type ToVerifyOutput = z.infer<typeof toVerifyOutput>;

/** Reports that wait for this person: to hand in once the deadline is near or past, and to verify. */
export const dueCountOutput = z.object({ count: z.int() });
