import { z } from 'zod';
import { aggregationSchema, confidenceSchema, directionSchema, issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { optionalText, rowIdSchema, rowVersionSchema } from '#shared/text.ts';

export const targetKinds = ['baseline', 'target'] as const;
export const targetKindSchema = z.enum(targetKinds);
export type TargetKind = z.infer<typeof targetKindSchema>;

/** Figures are scaled integers. */
export const targetPointSchema = z.object({
  id: z.string(),
  indicatorId: z.string(),
  areaId: z.string(),
  areaName: z.string(),
  month: monthSchema,
  kind: targetKindSchema,
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  legalBasis: z.string().nullable(),
  source: z.string().nullable(),
  confidence: confidenceSchema.nullable(),
  isSample: z.boolean(),
  version: z.int(),
  updatedAt: z.string(),
});
export type TargetPoint = z.infer<typeof targetPointSchema>;

export const targetIndicatorSchema = z.object({
  id: z.string(),
  issueId: issueIdSchema,
  nameId: z.string(),
  nameEn: z.string(),
  unitId: z.string(),
  unitEn: z.string(),
  decimals: z.int(),
  direction: directionSchema,
  aggregation: aggregationSchema,
  allowsNegative: z.boolean(),
});
export type TargetIndicator = z.infer<typeof targetIndicatorSchema>;

export const listTargetsOutput = z.object({
  indicators: z.array(targetIndicatorSchema),
  points: z.array(targetPointSchema),
});

const facts = {
  month: monthSchema,
  kind: targetKindSchema,
  value: z.int('NUMBER_REQUIRED'),
  low: z.int().nullable(),
  high: z.int().nullable(),
  legalBasis: optionalText(300),
  source: optionalText(400),
  confidence: confidenceSchema.nullable(),
};

export const createTargetInput = z.object({ indicatorId: rowIdSchema, areaId: rowIdSchema, ...facts });
export type CreateTargetInput = z.output<typeof createTargetInput>;

export const updateTargetInput = z.object({ id: rowIdSchema, version: rowVersionSchema, ...facts });
export type UpdateTargetInput = z.output<typeof updateTargetInput>;

export const targetRefInput = z.object({ id: rowIdSchema, version: rowVersionSchema });
export type TargetRefInput = z.infer<typeof targetRefInput>;

export type TargetProblem = { field: 'low' | 'high' | 'value'; code: string };

/**
 * What is wrong with a point: a band has both limits around its value, anything else has none, and a count is not
 * negative. A baseline has no limits either: it is what was, not what is wanted.
 */
export function targetProblems(
  point: Pick<TargetPoint, 'kind' | 'value' | 'low' | 'high'>,
  indicator: Pick<TargetIndicator, 'direction' | 'allowsNegative'>,
): TargetProblem[] {
  const { value, low, high } = point;
  if (value < 0 && !indicator.allowsNegative) return [{ field: 'value', code: 'NUMBER_NEGATIVE' }];
  const isBand = indicator.direction === 'band' && point.kind === 'target';
  if (!isBand) {
    const given = low !== null ? 'low' : high !== null ? 'high' : undefined;
    return given ? [{ field: given, code: 'BAND_NOT_USED' }] : [];
  }
  if (low === null) return [{ field: 'low', code: 'NUMBER_REQUIRED' }];
  if (high === null) return [{ field: 'high', code: 'NUMBER_REQUIRED' }];
  if (low > high) return [{ field: 'high', code: 'LIMITS_REVERSED' }];
  return value < low || value > high ? [{ field: 'value', code: 'NOT_IN_BAND' }] : [];
}
