import { z } from 'zod';
import { cascadeShares, remainingFormulas } from '#shared/cascade.ts';
import {
  answerHeadSchema,
  areaBriefSchema,
  completenessSchema,
  cutOffSchema,
  figureSchema,
  figureSeriesSchema,
  headlineSchema,
  indicatorBriefSchema,
  issueBriefSchema,
  plannedPointSchema,
  seriesBreakSchema,
  seriesPointSchema,
  smallWinBriefSchema,
  statusAnswerSchema,
  targetPointSchema,
} from '#shared/figure.ts';
import { confidenceSchema, stageSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';

/** An agency that answers for something on the last day of the month, and on what basis. */
export const responsibleAgencySchema = z.object({
  agencyId: z.string(),
  abbr: z.string(),
  name: z.string(),
  role: z.enum(['issue_coordinator', 'area_owner']),
  legalBasis: z.string().nullable(),
  source: z.string().nullable(),
  confidence: confidenceSchema.nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  isSample: z.boolean(),
});
export type ResponsibleAgency = z.infer<typeof responsibleAgencySchema>;

/** The trajectory chart and the sentence below it. */
export const trajectorySchema = z.object({
  from: monthSchema,
  /** The month of the final target where it lies ahead, else the month asked for. */
  to: monthSchema,
  series: z.array(figureSeriesSchema),
  planned: z.array(plannedPointSchema),
  targets: z.array(targetPointSchema),
  breaks: z.array(seriesBreakSchema),
  /** "At this pace X by December; Y a month are needed"; null without a target. */
  runRate: z
    .object({
      targetMonth: monthSchema,
      targetValue: z.number(),
      perMonth: z.number().nullable(),
      projected: z.number().nullable(),
      neededPerMonth: z.number().nullable(),
      reachedByMonth: monthSchema.nullable(),
      monthsLeft: z.number(),
      basisMonths: z.number(),
    })
    .nullable(),
});
export type TrajectoryAnswer = z.infer<typeof trajectorySchema>;

/** Target group → valid → reached → left, all of one month and one source. */
export const cascadeAnswerSchema = z.object({
  /** `published` where the month holds no reported figures but a publication does. */
  basis: z.enum(['reported', 'published']),
  month: monthSchema,
  cutOff: cutOffSchema,
  stages: z.array(z.object({ stage: stageSchema, indicator: indicatorBriefSchema, figure: figureSchema.nullable() })),
  shares: z.array(
    z.object({
      id: z.enum(Object.keys(cascadeShares) as [keyof typeof cascadeShares]),
      part: stageSchema,
      whole: stageSchema,
      /** Per cent. */
      value: z.number().nullable(),
      isComparable: z.boolean(),
    }),
  ),
  remaining: z.array(
    z.object({
      id: z.enum(Object.keys(remainingFormulas) as [keyof typeof remainingFormulas]),
      /** The first stage minus the others. */
      stages: z.array(stageSchema),
      value: z.number().nullable(),
      isComparable: z.boolean(),
    }),
  ),
});
export type CascadeAnswer = z.infer<typeof cascadeAnswerSchema>;

/** Everything the switch count / per 1,000 / % of target group needs (see `compareValue`). */
export const comparedAreaSchema = z.object({
  area: areaBriefSchema,
  figure: figureSchema.nullable(),
  targetGroup: figureSchema.nullable(),
  status: statusAnswerSchema,
  stages: z.array(figureSchema),
});

export const areaTrendSchema = z.object({
  area: areaBriefSchema,
  points: z.array(seriesPointSchema),
  planned: z.array(plannedPointSchema),
});

/** Two figures for one thing, side by side with source and cut-off; never reduced to one. */
export const twoTruthsSchema = z.object({
  id: z.string(),
  kind: z.enum([
    /** How many the programme counts, beside how common the survey finds it. */
    'programme_and_survey',
    /** What health posts measure, beside what the survey finds. */
    'routine_and_survey',
    /** Two sources that give different numbers for the same indicator, area and month. */
    'sources_differ',
  ]),
  sides: z.array(
    z.object({
      indicator: indicatorBriefSchema,
      figure: figureSchema,
      /** The source's series, where the figure was published. */
      seriesNameId: z.string().nullable(),
      seriesNameEn: z.string().nullable(),
      /** Change since the figure before of the same source. */
      previous: figureSchema.nullable(),
    }),
  ),
});
export type TwoTruths = z.infer<typeof twoTruthsSchema>;

const inflationFigures = z.object({
  yoy: figureSchema.nullable(),
  mtm: figureSchema.nullable(),
  ytd: figureSchema.nullable(),
});

/** Inflation: province and CPI cities beside the nation, with the band. */
export const inflationSchema = z.object({
  indicators: z.object({ yoy: indicatorBriefSchema, mtm: indicatorBriefSchema, ytd: indicatorBriefSchema }),
  /** Nation, province, then the CPI cities. */
  areas: z.array(z.object({ area: areaBriefSchema, figures: inflationFigures, status: statusAnswerSchema })),
  /** Year-on-year, one or more series an area. */
  series: z.array(figureSeriesSchema),
  planned: z.array(plannedPointSchema),
  breaks: z.array(seriesBreakSchema),
  /** Percentage points above the nation in the province's month; null when either is missing. */
  differenceToNation: z.number().nullable(),
  /** The price index of the regencies without a CPI. */
  priceIndex: z
    .object({
      indicator: indicatorBriefSchema,
      areas: z.array(z.object({ area: areaBriefSchema, figure: figureSchema.nullable() })),
    })
    .nullable(),
});
export type InflationAnswer = z.infer<typeof inflationSchema>;

export const issuePageSchema = answerHeadSchema.extend({
  issue: issueBriefSchema.extend({
    juklakState: z.enum(['none', 'drafting', 'issued']),
    juklakNote: z.string().nullable(),
  }),
  coordinator: responsibleAgencySchema.nullable(),
  headline: headlineSchema.extend({ trajectory: trajectorySchema }),
  outcome: headlineSchema.extend({ trajectory: trajectorySchema }).nullable(),
  cascade: cascadeAnswerSchema.nullable(),
  /** Null for inflation, which is not compared by count. */
  regencies: z
    .object({
      indicator: indicatorBriefSchema,
      targetGroupIndicator: indicatorBriefSchema.nullable(),
      rows: z.array(comparedAreaSchema),
    })
    .nullable(),
  trends: z
    .object({ indicator: indicatorBriefSchema, from: monthSchema, to: monthSchema, areas: z.array(areaTrendSchema) })
    .nullable(),
  /** Other figures of the issue (routine ratios, dispensations, activities) for the province. */
  supporting: z.array(z.object({ indicator: indicatorBriefSchema, figure: figureSchema })),
  twoTruths: z.array(twoTruthsSchema),
  inflation: inflationSchema.nullable(),
  targets: z.array(z.object({ indicator: indicatorBriefSchema, points: z.array(targetPointSchema) })),
  smallWins: z.array(smallWinBriefSchema),
  /** For staff: null for the public, and for a month before reporting began. */
  completeness: completenessSchema.nullable(),
});
export type IssuePage = z.infer<typeof issuePageSchema>;
