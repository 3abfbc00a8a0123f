import { z } from 'zod';
import {
  answerHeadSchema,
  areaBriefSchema,
  completenessSchema,
  figureSchema,
  headlineSchema,
  indicatorBriefSchema,
  issueBriefSchema,
  plannedPointSchema,
  seriesPointSchema,
  shareOfSchema,
  smallWinBriefSchema,
  statusAnswerSchema,
} from '#shared/figure.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';

/** One of the five issues at a glance. */
export const issueCardSchema = z.object({
  issue: issueBriefSchema,
  headline: headlineSchema,
  /** "9,085 of 16,377": the headline as a share of its target group, where both are counted. */
  reached: z.object({ indicator: indicatorBriefSchema, share: shareOfSchema }).nullable(),
  /** How many left the status, where the headline is an earlier stage. */
  left: z.object({ indicator: indicatorBriefSchema, figure: figureSchema }).nullable(),
  /** The nation's figure of the headline's month, for an indicator that cannot be added (inflation). */
  nation: figureSchema.nullable(),
  /** The official outcome beside the headline; null where there is none or it already is the headline. */
  outcome: headlineSchema.nullable(),
  /** Thirteen months up to the month asked for, or to the figure's own month where that is earlier. */
  sparkline: z.object({ points: z.array(seriesPointSchema), planned: z.array(plannedPointSchema) }),
});
export type IssueCard = z.infer<typeof issueCardSchema>;

/** A cell of the heat map: one regency, one issue. */
export const heatCellSchema = z.object({
  issueId: issueIdSchema,
  indicatorId: z.string(),
  figure: figureSchema.nullable(),
  status: statusAnswerSchema,
});
export type HeatCell = z.infer<typeof heatCellSchema>;

/** A report that should be there and is not; `returned` is back on the agency's desk. */
export const lateReportSchema = z.object({
  agencyId: z.string(),
  agencyAbbr: z.string(),
  agencyName: z.string(),
  issueId: issueIdSchema,
  state: z.enum(['missing', 'returned']),
  dueDate: z.string(),
  /** 0 when the deadline has not passed. */
  daysLate: z.number().int().nonnegative(),
  returnedCells: z.number().int().nonnegative(),
});
export type LateReport = z.infer<typeof lateReportSchema>;

export const overviewSchema = answerHeadSchema.extend({
  /** The latest month for which the province holds a figure in this scope; null when there is none at all. */
  latestMonth: monthSchema.nullable(),
  cards: z.array(issueCardSchema),
  /** Indicators of the heat map's columns, in the order of the cards. */
  heatIndicators: z.array(indicatorBriefSchema),
  /** Rows of the heat map, and tiles of the tile map by `area.tileRow` and `area.tileColumn`. */
  regions: z.array(z.object({ area: areaBriefSchema, cells: z.array(heatCellSchema) })),
  /** The three below are for staff: null for the public; the first two also for a month before reporting began. */
  completeness: completenessSchema.nullable(),
  lateReports: z.object({ total: z.number().int().nonnegative(), items: z.array(lateReportSchema) }).nullable(),
  restatements: z.object({ since: z.string(), count: z.number().int().nonnegative() }).nullable(),
  smallWins: z.array(smallWinBriefSchema),
});
export type Overview = z.infer<typeof overviewSchema>;
