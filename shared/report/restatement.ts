import { z } from 'zod';
import { entryKindSchema } from '#shared/entry-schema.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { cellRefSchema, scaledSchema } from '#shared/report.ts';

export const restatementsInput = z.object({
  issueId: issueIdSchema.optional(),
  month: monthSchema.optional(),
  /** An instant or a date: restatements made since then. */
  since: z.string().max(30).optional(),
});
export type RestatementsInput = z.infer<typeof restatementsInput>;

export const restatementSchema = cellRefSchema.extend({
  id: z.string(),
  issueId: issueIdSchema,
  month: monthSchema,
  areaName: z.string(),
  shortNameId: z.string(),
  shortNameEn: z.string(),
  unitId: z.string(),
  unitEn: z.string(),
  decimals: z.int(),
  fromKind: entryKindSchema,
  fromValue: scaledSchema.nullable(),
  toKind: entryKindSchema,
  toValue: scaledSchema.nullable(),
  reason: z.string(),
  correctedByName: z.string().nullable(),
  verifiedByName: z.string().nullable(),
  at: z.string(),
  /** Scaled totals of the province; null where the figure cannot be added or no figure is held. */
  provinceBefore: scaledSchema.nullable(),
  provinceAfter: scaledSchema.nullable(),
});
export type Restatement = z.infer<typeof restatementSchema>;

/** The latest first, at most 500. */
export const restatementsOutput = z.array(restatementSchema);
