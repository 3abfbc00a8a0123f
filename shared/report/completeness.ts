import { z } from 'zod';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { agencyRefSchema, listedReportStateSchema, reportCountersSchema } from '#shared/report.ts';

export const completenessInput = z.union([
  z.object({ month: monthSchema }),
  z.object({ months: z.array(monthSchema).min(1).max(36) }),
]);

export const completenessCellSchema = z.object({
  reportKey: z.string(),
  agencyId: z.string(),
  issueId: issueIdSchema,
  month: monthSchema,
  state: listedReportStateSchema,
  dueDate: z.string(),
  counters: reportCountersSchema,
  /** Filled or not applicable, and handed in at least once. */
  received: z.int(),
  /** Null while nothing was handed in and the deadline has not passed. */
  isOnTime: z.boolean().nullable(),
  /** Days between the deadline and the first submission, or today where there is none; 0 when on time. */
  daysLate: z.int(),
  /** The deadline lies back further than figures are taken (`#shared/report/lock.ts`). */
  isLocked: z.boolean(),
  firstSubmittedAt: z.string().nullable(),
  isSample: z.boolean(),
});
export type CompletenessCell = z.infer<typeof completenessCellSchema>;

export const completenessTotalSchema = z.object({
  month: monthSchema,
  reportsExpected: z.int(),
  reportsReceived: z.int(),
  reportsOnTime: z.int(),
  reportsVerified: z.int(),
  reportsOverdue: z.int(),
  counters: reportCountersSchema,
  received: z.int(),
});
export type CompletenessTotal = z.infer<typeof completenessTotalSchema>;

export const completenessOutput = z.object({
  today: z.string(),
  months: z.array(monthSchema),
  agencies: z.array(agencyRefSchema),
  /** One for every agency × issue × month that owes a report; nothing where none is owed. */
  cells: z.array(completenessCellSchema),
  issueTotals: z.array(completenessTotalSchema.extend({ issueId: issueIdSchema })),
  totals: z.array(completenessTotalSchema),
});
export type Completeness = z.infer<typeof completenessOutput>;

export const assignmentGapsInput = z.object({ month: monthSchema });

export const assignmentGapsOutput = z.object({
  /** Areas without an owner: they fall to the issue's coordinator. */
  gaps: z.array(
    z.object({
      areaId: z.string(),
      areaName: z.string(),
      regencyName: z.string().nullable(),
      issues: z.array(z.object({ issueId: issueIdSchema, fallbackAgency: agencyRefSchema.nullable() })),
    }),
  ),
  /** Two agencies in one role for the same area and issue at the same time. */
  overlaps: z.array(
    z.object({
      role: z.enum(['issue_coordinator', 'area_owner']),
      issueId: issueIdSchema.nullable(),
      areaId: z.string().nullable(),
      areaName: z.string().nullable(),
      agencies: z.array(agencyRefSchema),
      assignmentIds: z.array(z.string()),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
});
export type AssignmentGaps = z.infer<typeof assignmentGapsOutput>;
