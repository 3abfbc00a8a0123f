import { z } from 'zod';
import { figureBasisSchema, indicatorBriefSchema } from '#shared/figure.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { statuses } from '#shared/status.ts';

const side = z.object({
  value: z.number().nullable(),
  held: z.number().int(),
  expected: z.number().int(),
  basis: figureBasisSchema,
  status: z.enum(statuses).nullable(),
  target: z.number().nullable(),
});

/** Why a figure moved: a line of the restatement ledger below it. Values are real numbers. */
export const changeReasonSchema = z.object({
  restatementId: z.string(),
  areaId: z.string(),
  areaName: z.string(),
  indicatorName: z.object({ id: z.string(), en: z.string() }),
  from: z.number().nullable(),
  to: z.number().nullable(),
  reason: z.string(),
  correctedByName: z.string().nullable(),
  verifiedByName: z.string().nullable(),
  at: z.string(),
  provinceBefore: z.number().nullable(),
  provinceAfter: z.number().nullable(),
});
export type ChangeReason = z.infer<typeof changeReasonSchema>;

/** One figure (indicator × area × month × series) that differs between two states of a deck. */
export const figureChangeSchema = z.object({
  issueId: issueIdSchema,
  indicator: indicatorBriefSchema,
  areaId: z.string(),
  areaName: z.string(),
  month: monthSchema,
  seriesId: z.string().nullable(),
  kind: z.enum([
    /** The same figure has another value. */
    'corrected',
    /** Held now and not before, for the same month. */
    'added',
    /** Held before and not now. */
    'withdrawn',
    /** Same value, but more or fewer cells behind it, another basis, status or target. */
    'restated',
  ]),
  before: side.nullable(),
  after: side.nullable(),
  /** After minus before where both hold a number. */
  difference: z.number().nullable(),
  /** In percentage points. */
  isPercentagePoint: z.boolean(),
  reasons: z.array(changeReasonSchema),
});
export type FigureChange = z.infer<typeof figureChangeSchema>;

/** What a headline figure did between the months of two editions: "Agustus 9.085 → September 9.640". */
export const movementSchema = z.object({
  issueId: issueIdSchema,
  indicator: indicatorBriefSchema,
  areaId: z.string(),
  areaName: z.string(),
  from: z.object({ month: monthSchema, value: z.number(), status: z.enum(statuses).nullable() }),
  to: z.object({ month: monthSchema, value: z.number(), status: z.enum(statuses).nullable() }),
  difference: z.number(),
  isPercentagePoint: z.boolean(),
  isComparable: z.boolean(),
});
export type Movement = z.infer<typeof movementSchema>;

const comparedSide = z.object({
  /** Null is the state of things now. */
  editionId: z.string().nullable(),
  number: z.number().int().nullable(),
  title: z.string(),
  month: monthSchema,
  /** When it was frozen, or asked for. */
  at: z.string(),
  sha256: z.string().nullable(),
});

export const comparisonInput = z.object({ fromId: z.string(), toId: z.string().nullable() });
export const editionComparisonSchema = z.object({
  from: comparedSide,
  to: comparedSide,
  changes: z.array(figureChangeSchema),
  movements: z.array(movementSchema),
  slides: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
});
export type EditionComparison = z.infer<typeof editionComparisonSchema>;
