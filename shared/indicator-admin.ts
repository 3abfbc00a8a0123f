import { z } from 'zod';
import { ruleMonths, ruleOperators, ruleSeverities } from '#shared/consistency.ts';
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
import { optionalText, requiredText, rowIdSchema, rowVersionSchema } from '#shared/text.ts';

export const juklakStates = ['none', 'drafting', 'issued'] as const;
export const juklakStateSchema = z.enum(juklakStates);

export const indicatorAdminSchema = indicatorWordsSchema.extend({
  issueId: issueIdSchema,
  definitionId: z.string(),
  definitionEn: z.string(),
  source: z.string(),
  periodicity: periodicitySchema,
  expectedMonths: z.string(),
  collectLevel: areaLevelSchema,
  /** Names of the areas, where it is collected at some only. */
  collectedAt: z.array(z.string()),
  direction: directionSchema,
  measure: measureSchema,
  aggregation: aggregationSchema,
  numeratorId: z.string().nullable(),
  denominatorId: z.string().nullable(),
  factor: z.number().nullable(),
  stage: stageSchema.nullable(),
  isReported: z.boolean(),
  allowsNegative: z.boolean(),
  /** Scaled. */
  plausibleMin: z.number().nullable(),
  plausibleMax: z.number().nullable(),
  onTrackPermille: z.int(),
  attentionPermille: z.int(),
  confidence: confidenceSchema,
  isActive: z.boolean(),
  version: z.int(),
});
export type IndicatorAdmin = z.infer<typeof indicatorAdminSchema>;

export const ruleAdminSchema = z.object({
  id: z.string(),
  issueId: issueIdSchema,
  left: z.array(z.string()),
  operator: z.enum(ruleOperators),
  right: z.array(z.string()),
  rightMonth: z.enum(ruleMonths),
  severity: z.enum(ruleSeverities),
  requiresReason: z.boolean(),
  messageId: z.string(),
  messageEn: z.string(),
  isActive: z.boolean(),
});
export type RuleAdmin = z.infer<typeof ruleAdminSchema>;

export const issueAdminSchema = z.object({
  id: issueIdSchema,
  nameId: z.string(),
  nameEn: z.string(),
  headlineIndicatorId: z.string(),
  outcomeIndicatorId: z.string().nullable(),
  juklakState: juklakStateSchema,
  juklakNote: z.string().nullable(),
});

export const listIndicatorsOutput = z.object({
  issues: z.array(issueAdminSchema),
  indicators: z.array(indicatorAdminSchema),
  rules: z.array(ruleAdminSchema),
});
export type IndicatorCatalogue = z.infer<typeof listIndicatorsOutput>;

/** Thousandths of the planned way. */
const permilleSchema = z.int().min(0, 'THRESHOLD_OUT_OF_RANGE').max(1_000, 'THRESHOLD_OUT_OF_RANGE');

export const updateIndicatorInput = z
  .object({
    id: rowIdSchema,
    version: rowVersionSchema,
    nameId: requiredText(160),
    nameEn: requiredText(160),
    shortNameId: requiredText(40),
    shortNameEn: requiredText(40),
    unitId: requiredText(40),
    unitEn: requiredText(40),
    definitionId: requiredText(1_000),
    definitionEn: requiredText(1_000),
    source: requiredText(300),
    plausibleMin: z.int().nullable(),
    plausibleMax: z.int().nullable(),
    onTrackPermille: permilleSchema,
    attentionPermille: permilleSchema,
    isActive: z.boolean(),
  })
  .refine(({ plausibleMin: min, plausibleMax: max }) => min === null || max === null || min <= max, {
    path: ['plausibleMax'],
    error: 'LIMITS_REVERSED',
  })
  .refine(({ onTrackPermille, attentionPermille }) => attentionPermille < onTrackPermille, {
    path: ['attentionPermille'],
    error: 'THRESHOLDS_REVERSED',
  });
export type UpdateIndicatorInput = z.output<typeof updateIndicatorInput>;

const ruleSettings = z.object({
  severity: z.enum(ruleSeverities),
  requiresReason: z.boolean(),
  isActive: z.boolean(),
});

export const updateRuleInput = ruleSettings.extend({
  id: rowIdSchema,
  /** The settings that the person saw. */
  seen: ruleSettings,
});
export type UpdateRuleInput = z.infer<typeof updateRuleInput>;

export const setJuklakInput = z.object({
  issueId: issueIdSchema,
  juklakState: juklakStateSchema,
  juklakNote: optionalText(500),
  /** What the person saw. */
  seen: z.object({ juklakState: juklakStateSchema, juklakNote: z.string().nullable() }),
});
export type SetJuklakInput = z.output<typeof setJuklakInput>;
