import { z } from 'zod';
import { entryKindSchema, entryStatusSchema } from '#shared/entry-schema.ts';
import {
  areaBriefSchema,
  cutOffSchema,
  dataScopeSchema,
  figureSchema,
  indicatorBriefSchema,
  plannedPointSchema,
  targetPointSchema,
} from '#shared/figure.ts';
import { areaLevelSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';

export const originPageSize = 100;

export const originInput = z.object({
  indicatorId: z.string().min(1).max(60),
  areaId: z.string().min(1).max(20),
  month: monthSchema,
  scope: dataScopeSchema.default('verified'),
  /** Contributing areas to leave out, for the next page. */
  offset: z.number().int().nonnegative().max(1_000_000).default(0),
});
export type OriginInput = z.infer<typeof originInput>;

const cellValue = z.object({ kind: entryKindSchema, value: z.number().nullable() });

/** A person, by name for staff only; the public sees the agency. */
const personSchema = z.object({ name: z.string().nullable(), at: z.string() });

/** The cell that somebody filled in. Values are real numbers. */
export const originCellSchema = z.object({
  areaId: z.string(),
  /** Null for the public, like everything that is not verified. */
  current: cellValue.extend({ status: entryStatusSchema, version: z.number() }).nullable(),
  verified: cellValue.nullable(),
  agency: z.object({ id: z.string(), abbr: z.string(), name: z.string() }).nullable(),
  cutOff: cutOffSchema,
  entered: personSchema,
  verifiedBy: personSchema.nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  isSample: z.boolean(),
  revisions: z.array(
    z.object({
      version: z.number(),
      action: z.enum([
        'entered',
        'changed',
        'corrected',
        'submitted',
        'verified',
        'returned',
        'moved',
        'set_aside',
        'imported',
      ]),
      from: cellValue.nullable(),
      to: cellValue,
      reason: z.string().nullable(),
      note: z.string().nullable(),
      by: personSchema,
    }),
  ),
  thread: z.array(z.object({ kind: z.enum(['return', 'reply']), text: z.string(), by: personSchema })),
  restatements: z.array(
    z.object({
      from: cellValue,
      to: cellValue,
      /** Null for the public: free words may name people. */
      reason: z.string().nullable(),
      by: personSchema,
      provinceBefore: z.number().nullable(),
      provinceAfter: z.number().nullable(),
    }),
  ),
});
export type OriginCell = z.infer<typeof originCellSchema>;

export const originAnswerSchema = z.object({
  indicator: indicatorBriefSchema.extend({
    definitionId: z.string(),
    definitionEn: z.string(),
    source: z.string(),
    collectLevel: areaLevelSchema,
    expectedMonths: z.string(),
    isReported: z.boolean(),
  }),
  area: areaBriefSchema,
  month: monthSchema,
  scope: dataScopeSchema,
  /** How the number is made: added up, divided, collected here, or published. Null when there is no number. */
  method: z.enum(['sum', 'ratio', 'cell', 'published']).nullable(),
  figure: figureSchema.nullable(),
  /** Of a ratio: value = numerator ÷ denominator × factor. */
  ratio: z
    .object({
      numeratorIndicator: indicatorBriefSchema,
      numerator: figureSchema.nullable(),
      denominatorIndicator: indicatorBriefSchema,
      denominator: figureSchema.nullable(),
      factor: z.number(),
    })
    .nullable(),
  /** One level down, in the order of their codes; cells without a figure are listed too. */
  parts: z.object({
    total: z.number().int().nonnegative(),
    offset: z.number().int().nonnegative(),
    items: z.array(z.object({ area: areaBriefSchema, figure: figureSchema.nullable(), notApplicable: z.boolean() })),
  }),
  cell: originCellSchema.nullable(),
  published: z.array(figureSchema.extend({ seriesId: z.string(), seriesNameId: z.string(), seriesNameEn: z.string() })),
  planned: plannedPointSchema.nullable(),
  targets: z.array(targetPointSchema),
});
export type OriginAnswer = z.infer<typeof originAnswerSchema>;
