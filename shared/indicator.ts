import { z } from 'zod';

/** The five issues: extreme poverty, stunting, out-of-school children, child marriage, inflation. */
export const issueIds = ['KE', 'ST', 'ATS', 'PA', 'INF'] as const;
export const issueIdSchema = z.enum(issueIds);
export type IssueId = z.infer<typeof issueIdSchema>;

/** Which way is better; `band` is best inside a range (inflation). */
export const directions = ['lower', 'higher', 'band'] as const;
export const directionSchema = z.enum(directions);
export type Direction = z.infer<typeof directionSchema>;

/** How a figure behaves over time, which decides how months combine (see `overTime`). */
export const measures = ['stock', 'cumulative', 'flow', 'rate', 'index'] as const;
export const measureSchema = z.enum(measures);
export type Measure = z.infer<typeof measureSchema>;

/** How a figure combines over areas: added, recomputed from two other indicators, or not at all. */
export const aggregations = ['sum', 'ratio', 'none'] as const;
export const aggregationSchema = z.enum(aggregations);
export type Aggregation = z.infer<typeof aggregationSchema>;

/** Stages of the cascade, in order; `confirmed` = checked in the field (`valid` is what the check left); `referred` leaves the cascade beside `left`. */
export const stages = ['target_group', 'confirmed', 'valid', 'reached', 'left', 'referred'] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

/** From the whole to its parts. */
export const areaLevels = ['nation', 'province', 'regency', 'district', 'village'] as const;
export const areaLevelSchema = z.enum(areaLevels);
export type AreaLevel = z.infer<typeof areaLevelSchema>;

/** Which months are expected and how they are labelled; figures are stored by month whatever the periodicity. */
export const periodicities = ['monthly', 'semester', 'yearly'] as const;
export const periodicitySchema = z.enum(periodicities);
export type Periodicity = z.infer<typeof periodicitySchema>;

/** How sure a fact is: H = official or several independent sources, M = one press or secondary source, L = weak or from memory. */
export const confidences = ['H', 'M', 'L'] as const;
export const confidenceSchema = z.enum(confidences);
export type Confidence = z.infer<typeof confidenceSchema>;

/** What is needed to write a figure of an indicator down, in either language; `decimals` is how many it is shown with. */
export const indicatorWordsSchema = z.object({
  id: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  shortNameId: z.string(),
  shortNameEn: z.string(),
  unitId: z.string(),
  unitEn: z.string(),
  decimals: z.int().nonnegative(),
});
