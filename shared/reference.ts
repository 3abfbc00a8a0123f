import { z } from 'zod';
import { areaBriefSchema, indicatorBriefSchema, issueBriefSchema } from '#shared/figure.ts';
import { areaLevelSchema, confidenceSchema } from '#shared/indicator.ts';

/** What pickers, search and labels need; changes seldom. */
export const referenceSchema = z.object({
  provinceId: z.string(),
  issues: z.array(
    issueBriefSchema.extend({
      headlineIndicatorId: z.string(),
      outcomeIndicatorId: z.string().nullable(),
      juklakState: z.enum(['none', 'drafting', 'issued']),
    }),
  ),
  indicators: z.array(
    indicatorBriefSchema.extend({
      definitionId: z.string(),
      definitionEn: z.string(),
      source: z.string(),
      collectLevel: areaLevelSchema,
      isReported: z.boolean(),
      confidence: confidenceSchema,
    }),
  ),
  /** Nation, province, regencies and districts, by code. */
  areas: z.array(areaBriefSchema.extend({ bpsCode: z.string().nullable(), aliases: z.array(z.string()) })),
  agencies: z.array(
    z.object({
      id: z.string(),
      abbr: z.string(),
      name: z.string(),
      type: z.string(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
});
export type Reference = z.infer<typeof referenceSchema>;
