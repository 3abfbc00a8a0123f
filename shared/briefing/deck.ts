import { z } from 'zod';
import { dataScopeSchema } from '#shared/figure.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { maxTitle, slideSchema, slideSettingsSchema } from './slide.ts';

/** Decks to begin from. `issue` and `regency` ask which. */
export const deckTemplates = ['monthly', 'issue', 'regency', 'inflation', 'empty'] as const;
export const deckTemplateSchema = z.enum(deckTemplates);
export type DeckTemplate = z.infer<typeof deckTemplateSchema>;

export const createDeckInput = z.object({
  title: z.string().trim().min(1).max(maxTitle),
  template: deckTemplateSchema,
  month: monthSchema,
  issueId: slideSettingsSchema.shape.filter.shape.issueId,
  areaId: slideSettingsSchema.shape.filter.shape.areaId,
});
export type CreateDeckInput = z.infer<typeof createDeckInput>;

/** `version` guards title, month, data, hideEmpty; each slide has its own. */
export const deckSettingsSchema = z.object({
  title: z.string().trim().min(1).max(maxTitle),
  month: monthSchema,
  data: dataScopeSchema,
  /** Slides without data are skipped when presenting and when freezing. */
  hideEmpty: z.boolean(),
});
export type DeckSettings = z.infer<typeof deckSettingsSchema>;

export const deckBriefSchema = deckSettingsSchema.extend({
  id: z.string(),
  version: z.number().int(),
  slideCount: z.number().int(),
  editionCount: z.number().int(),
  createdByName: z.string().nullable(),
  updatedByName: z.string().nullable(),
  updatedAt: z.string(),
  lastEdition: z
    .object({ id: z.string(), number: z.number().int(), month: monthSchema, frozenAt: z.string() })
    .nullable(),
  isSample: z.boolean(),
});
export type DeckBrief = z.infer<typeof deckBriefSchema>;

export const deckSchema = deckBriefSchema.extend({
  slides: z.array(slideSchema),
  mayEdit: z.boolean(),
  mayFreeze: z.boolean(),
});
export type Deck = z.infer<typeof deckSchema>;

const slideRef = z.object({ deckId: z.string(), slideId: z.string() });

export const deckRefInput = z.object({ deckId: z.string() });
export const changeDeckInput = deckSettingsSchema.extend({ deckId: z.string(), version: z.number().int() });
/** `afterId` null puts the slide first; a slide that is gone meanwhile puts it last. */
export const addSlideInput = slideSettingsSchema.extend({ deckId: z.string(), afterId: z.string().nullable() });
export const changeSlideInput = slideSettingsSchema
  .omit({ kind: true })
  .extend({ ...slideRef.shape, version: z.number().int(), pictureAlt: z.string().max(300) });
export const moveSlideInput = slideRef.extend({ afterId: z.string().nullable() });
export const duplicateSlideInput = slideRef;
/** Refused with VERSION_CONFLICT when somebody changed the slide meanwhile. */
export const removeSlideInput = slideRef.extend({ version: z.number().int() });
/** Puts back what `removeSlide` took, in its place: the undo of the editor. */
export const restoreSlideInput = slideRef;
