import { z } from 'zod';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';

export const actionItemStates = ['open', 'in_progress', 'done', 'dropped'] as const;
export const actionItemStateSchema = z.enum(actionItemStates);
export type ActionItemState = z.infer<typeof actionItemStateSchema>;

/** The figure an action item is about: as it was when the item was recorded, and the latest there is. Real numbers. */
export const followedFigureSchema = z.object({
  indicatorId: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  unitId: z.string(),
  unitEn: z.string(),
  decimals: z.number().int(),
  direction: z.enum(['lower', 'higher', 'band']),
  isPercentage: z.boolean(),
  areaId: z.string(),
  areaName: z.string(),
  before: z.object({ month: monthSchema, value: z.number().nullable() }),
  now: z.object({ month: monthSchema, value: z.number().nullable() }).nullable(),
  /** False where the two do not hold equally many cells, or a series break lies between them. */
  isComparable: z.boolean(),
  /** Null where either is missing, no later month holds a figure yet, or the two cannot be compared. */
  moved: z.enum(['better', 'worse', 'same']).nullable(),
});
export type FollowedFigure = z.infer<typeof followedFigureSchema>;

/** An action item as it stands on a slide. */
export const briefedActionItemSchema = z.object({
  id: z.string(),
  text: z.string(),
  state: actionItemStateSchema,
  issueId: issueIdSchema.nullable(),
  ownerAgencyId: z.string(),
  ownerAbbr: z.string(),
  ownerName: z.string(),
  dueDate: z.string(),
  /** 0 while it is not overdue. */
  daysLate: z.number().int().nonnegative(),
  meetingTitle: z.string().nullable(),
  meetingDate: z.string().nullable(),
  figure: followedFigureSchema.nullable(),
  isSample: z.boolean(),
});
export type BriefedActionItem = z.infer<typeof briefedActionItemSchema>;
