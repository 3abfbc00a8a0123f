import { z } from 'zod';
import { monthSchema } from '#shared/month-schema.ts';

/**
 * What a finding means for the submission:
 * `blocked` – figures contradict each other: kept as a draft, but not submitted until it is solved;
 * `reason_missing` – accepted once the cell says why; `explained` – it does; `warning` – looked at, never in the way.
 */
export const findingStates = ['blocked', 'reason_missing', 'explained', 'warning'] as const;
export type FindingState = (typeof findingStates)[number];

/** A rule that does not hold in one area's row, or a figure outside its plausible range. Values are real numbers. */
export const reportFindingSchema = z.object({
  areaId: z.string(),
  kind: z.enum(['rule', 'below_plausible', 'above_plausible']),
  state: z.enum(findingStates),
  /** The rule, for its message; null for a plausible range. */
  ruleId: z.string().nullable(),
  /** The cells to mark, left side of the rule first. */
  indicatorIds: z.array(z.string()),
  /** The cell whose reason explains the finding; null where no reason is asked. */
  reasonIndicatorId: z.string().nullable(),
  leftValue: z.number(),
  /** The right side of the rule, or the limit of the plausible range. */
  rightValue: z.number(),
  /** The month of the right side where that is not last month's, which holds no figure; null otherwise. */
  earlierMonth: monthSchema.nullable(),
  /** One side lacks a figure and breaks the rule all the same: its value here is "at least". */
  isLowerBound: z.boolean(),
});
export type ReportFinding = z.infer<typeof reportFindingSchema>;
