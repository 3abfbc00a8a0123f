import { z } from 'zod';
import { issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';

/** The kinds of slide a deck is made of, in the order of the menu. */
export const slideKinds = [
  'cover',
  'situation',
  'issue',
  'regencies',
  'heat_map',
  'tile_map',
  'inflation',
  'two_truths',
  'small_wins',
  'obstacles',
  'completeness',
  'action_items',
  'changes',
  'text',
] as const;
export const slideKindSchema = z.enum(slideKinds);
export type SlideKind = z.infer<typeof slideKindSchema>;

/** What a slide can be narrowed to. */
export const slideFilters = ['issueId', 'areaId', 'month'] as const;
export type SlideFilterName = (typeof slideFilters)[number];

/** Which filters mean something on a kind; `needs` must be given before the slide can say anything. */
export const slideKindFilters: Record<
  SlideKind,
  { takes: readonly SlideFilterName[]; needs: readonly SlideFilterName[] }
> = {
  cover: { takes: [], needs: [] },
  situation: { takes: ['areaId', 'month'], needs: [] },
  issue: { takes: ['issueId', 'areaId', 'month'], needs: ['issueId'] },
  regencies: { takes: ['issueId', 'month'], needs: ['issueId'] },
  heat_map: { takes: ['month'], needs: [] },
  tile_map: { takes: ['issueId', 'month'], needs: ['issueId'] },
  inflation: { takes: ['month'], needs: [] },
  two_truths: { takes: ['issueId', 'month'], needs: ['issueId'] },
  small_wins: { takes: ['issueId', 'areaId', 'month'], needs: [] },
  obstacles: { takes: ['issueId', 'areaId', 'month'], needs: [] },
  completeness: { takes: ['issueId', 'month'], needs: [] },
  action_items: { takes: ['issueId'], needs: [] },
  changes: { takes: ['issueId'], needs: [] },
  text: { takes: [], needs: [] },
};

export const maxSlides = 60;
export const maxTitle = 160;
export const maxNotes = 4000;
export const maxBody = 2000;

export const slideFilterSchema = z.object({
  issueId: issueIdSchema.nullable(),
  /** A regency or the province; null is the province. */
  areaId: z.string().max(20).nullable(),
  /** Null is the deck's month. */
  month: monthSchema.nullable(),
});
export type SlideFilter = z.infer<typeof slideFilterSchema>;

export const noFilter: SlideFilter = { issueId: null, areaId: null, month: null };

/** What a person decides about a slide; everything else on it comes from the data. */
export const slideSettingsSchema = z.object({
  kind: slideKindSchema,
  /** The headline in the person's own words; null leaves the proposed one. */
  title: z.string().trim().min(1).max(maxTitle).nullable(),
  notes: z.string().max(maxNotes),
  filter: slideFilterSchema,
  /** Words of a text slide, subtitle of a cover; lines that begin with "- " are points. Empty on the other kinds. */
  body: z.string().max(maxBody),
});
export type SlideSettings = z.infer<typeof slideSettingsSchema>;

/** A slide of a deck as it is kept. Every slide has a version of its own: two people on two slides never collide. */
export const slideSchema = slideSettingsSchema.extend({
  id: z.string(),
  version: z.number().int(),
  /** An uploaded picture (text and cover slides). */
  pictureId: z.string().nullable(),
  pictureAlt: z.string().max(300),
});
export type Slide = z.infer<typeof slideSchema>;
