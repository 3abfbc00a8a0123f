import { z } from 'zod';
import {
  aggregationSchema,
  areaLevelSchema,
  confidenceSchema,
  directionSchema,
  indicatorWordsSchema,
  issueIdSchema,
  measureSchema,
  periodicitySchema,
  stageSchema,
} from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { statuses, stuntingZones } from '#shared/status.ts';

/** Which figures an answer is made of: those that were verified, or also those submitted and waiting for it. */
export const dataScopes = ['verified', 'provisional'] as const;
export const dataScopeSchema = z.enum(dataScopes);
export type DataScope = z.infer<typeof dataScopeSchema>;

/** What a figure rests on. In the provisional scope a figure whose every cell is verified still says `verified`. */
export const figureBases = ['verified', 'provisional', 'published'] as const;
export const figureBasisSchema = z.enum(figureBases);
export type FigureBasis = z.infer<typeof figureBasisSchema>;

const count = z.number().int().nonnegative();

/** An indicator wherever one of its figures stands. */
export const indicatorBriefSchema = indicatorWordsSchema.extend({
  issueId: issueIdSchema,
  direction: directionSchema,
  measure: measureSchema,
  aggregation: aggregationSchema,
  periodicity: periodicitySchema,
  /** What the cells of a sum are: "58 of 69 districts". */
  collectLevel: areaLevelSchema,
  stage: stageSchema.nullable(),
  /** A change of it is in percentage points, and it is compared as it is, never per 1,000. */
  isPercentage: z.boolean(),
});
export type IndicatorBrief = z.infer<typeof indicatorBriefSchema>;

export const issueBriefSchema = z.object({
  id: issueIdSchema,
  slug: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
});

export const areaBriefSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  level: areaLevelSchema,
  name: z.string(),
  population: z.number().nullable(),
  tileRow: z.number().nullable(),
  tileColumn: z.number().nullable(),
  isCpiCity: z.boolean(),
});
export type AreaBrief = z.infer<typeof areaBriefSchema>;

/** One number with everything that must be said beside it. `value` is the real number; null is missing, never 0. */
export const figureSchema = z.object({
  indicatorId: z.string(),
  areaId: z.string(),
  /** The month the number speaks for, which may be earlier than the month asked for. */
  month: monthSchema,
  value: z.number().nullable(),
  /** The published series it belongs to; null for what the task force reports itself. */
  seriesId: z.string().nullable(),
  /** "58 of 69 districts": cells with a number, cells expected (without those that do not apply). */
  held: count,
  expected: count,
  basis: figureBasisSchema,
  isSample: z.boolean(),
  /** False for a ratio whose numerator and denominator do not hold equally many cells. */
  isComparable: z.boolean(),
  /** The four below are given for published figures. */
  source: z.string().nullable(),
  periodLabel: z.string().nullable(),
  cutOff: z.string().nullable(),
  confidence: confidenceSchema.nullable(),
  note: z.string().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

/** A point of a series; a month without one is a point with value null, so that a line breaks there. */
export const seriesPointSchema = z.object({
  month: monthSchema,
  value: z.number().nullable(),
  held: count,
  expected: count,
  basis: figureBasisSchema.nullable(),
  isSample: z.boolean(),
  isComparable: z.boolean(),
});
export type SeriesPoint = z.infer<typeof seriesPointSchema>;

/** One source's line of one indicator in one area. `reported` is what the task force collects itself. */
export const figureSeriesSchema = z.object({
  id: z.string(),
  indicatorId: z.string(),
  areaId: z.string(),
  kind: z.enum(['reported', 'published']),
  /** Null for the reported series, whose name is the indicator's. */
  nameId: z.string().nullable(),
  nameEn: z.string().nullable(),
  source: z.string().nullable(),
  points: z.array(seriesPointSchema),
});
export type FigureSeries = z.infer<typeof figureSeriesSchema>;

export const seriesBreakSchema = z.object({
  indicatorId: z.string(),
  month: monthSchema,
  labelId: z.string(),
  labelEn: z.string(),
});
export type SeriesBreak = z.infer<typeof seriesBreakSchema>;

export const targetPointSchema = z.object({
  indicatorId: z.string(),
  /** 'ID' where the nation's target stands in for one of the area's own. */
  areaId: z.string(),
  month: monthSchema,
  kind: z.enum(['baseline', 'target']),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  legalBasis: z.string().nullable(),
  source: z.string().nullable(),
  confidence: confidenceSchema.nullable(),
  isSample: z.boolean(),
});
export type TargetPoint = z.infer<typeof targetPointSchema>;

/** What was planned for a month; low and high where the plan is a band. */
export const plannedPointSchema = z.object({
  month: monthSchema,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type PlannedPoint = z.infer<typeof plannedPointSchema>;

/** Why a status is `no_data`; `incomplete`: too few of the expected cells are held to compare a sum with its target. */
export const noDataReasons = ['no_figure', 'no_target', 'not_collected', 'incomplete'] as const;
export const noDataReasonSchema = z.enum(noDataReasons);
export type NoDataReason = z.infer<typeof noDataReasonSchema>;

export const statusAnswerSchema = z.object({
  status: z.enum(statuses),
  reason: noDataReasonSchema.nullable(),
  /** Share of the planned way covered: 1 is exactly on the path. */
  share: z.number().nullable(),
  planned: z.number().nullable(),
  plannedLow: z.number().nullable(),
  plannedHigh: z.number().nullable(),
  distanceToTarget: z.number().nullable(),
  /** The province's own zones, for stunting prevalence only. */
  zone: z.enum(stuntingZones).nullable(),
});
export type StatusAnswer = z.infer<typeof statusAnswerSchema>;

/** Change since the figure before; in percentage points where the indicator is a percentage. */
export const changeSchema = z.object({
  value: z.number(),
  fromMonth: monthSchema,
  fromValue: z.number(),
  isPercentagePoint: z.boolean(),
  /** False when the two do not hold equally many cells or a series break lies between them. */
  isComparable: z.boolean(),
});
export type Change = z.infer<typeof changeSchema>;

/** How far the month's reports go: the cut-off named by the reports or by the publication. */
export const cutOffSchema = z.object({ label: z.string().nullable(), date: z.string().nullable() });
export type CutOff = z.infer<typeof cutOffSchema>;

/**
 * A figure with what it is compared to. `figure.areaId` is the area asked for, save for inflation of a province that
 * publishes none itself, where a CPI city stands in.
 */
export const headlineSchema = z.object({
  indicator: indicatorBriefSchema,
  /** `outcome` where the headline itself has no figure up to the month and the official outcome stands in. */
  role: z.enum(['headline', 'outcome']),
  figure: figureSchema.nullable(),
  status: statusAnswerSchema,
  change: changeSchema.nullable(),
  /** The next target to reach, or the last one that has passed; for a band, the year's. */
  target: targetPointSchema.nullable(),
  cutOff: cutOffSchema,
});
export type Headline = z.infer<typeof headlineSchema>;

/** A figure as a share of another, in per cent, with both operands. */
export const shareOfSchema = z.object({
  part: figureSchema,
  whole: figureSchema,
  value: z.number().nullable(),
  isComparable: z.boolean(),
});
export type ShareOf = z.infer<typeof shareOfSchema>;

/** A small win as it is listed on pages about figures. */
export const smallWinBriefSchema = z.object({
  id: z.string(),
  issueId: issueIdSchema,
  title: z.string(),
  date: z.string(),
  news: z.enum(['good', 'bad']),
  state: z.enum(['verified', 'published']),
  areas: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The figure claimed beside the figure held for the same indicator, area and month. */
  claim: z
    .object({
      indicator: indicatorBriefSchema,
      areaId: z.string(),
      month: monthSchema,
      claimed: z.number(),
      held: z.number().nullable(),
      differs: z.boolean().nullable(),
    })
    .nullable(),
  isSample: z.boolean(),
});
export type SmallWinBrief = z.infer<typeof smallWinBriefSchema>;

/** Counts of reports of one month. received = verified + submitted + returned; expected = received + missing. */
export const completenessSchema = z.object({
  expected: count,
  received: count,
  onTime: count,
  verified: count,
  submitted: count,
  returned: count,
  /** Not handed in yet, whether begun or not. */
  missing: count,
  dueDate: z.string().nullable(),
  cells: z.object({ expected: count, filled: count, verified: count }),
});
export type Completeness = z.infer<typeof completenessSchema>;

/** What every answer of the read API starts with. */
export const answerHeadSchema = z.object({
  /** Grows with every change of what dashboards show. */
  dataVersion: z.number(),
  /** The day on which days late were counted, in the province's time zone. */
  asOf: z.string(),
  month: monthSchema,
  data: dataScopeSchema,
  province: areaBriefSchema,
});

export const readQuerySchema = z.object({
  month: monthSchema.optional(),
  data: dataScopeSchema.default('verified'),
});
