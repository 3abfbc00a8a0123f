import { z } from 'zod';
import { dataScopeSchema } from '#shared/figure.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { deckContentSchema } from './content.ts';

export const pictureSchema = z.object({
  sha256: z.string(),
  contentType: z.enum(['image/jpeg', 'image/png']),
  base64: z.string(),
});
export type Picture = z.infer<typeof pictureSchema>;

/** What is printed on each slide and what the hash covers beside the content. */
export const editionHeadSchema = z.object({
  id: z.string(),
  /** Null when its deck was deleted. */
  deckId: z.string().nullable(),
  /** 1, 2, 3 … within the deck. */
  number: z.number().int(),
  title: z.string(),
  month: monthSchema,
  data: dataScopeSchema,
  frozenAt: z.string(),
  frozenByName: z.string(),
  /** SHA-256 of the canonical JSON of head, content and the pictures' types and hashes, hexadecimal. */
  sha256: z.string(),
  slideCount: z.number().int(),
  holdsSample: z.boolean(),
});
export type EditionHead = z.infer<typeof editionHeadSchema>;

export const editionSchema = z.object({
  head: editionHeadSchema,
  content: deckContentSchema,
  pictures: z.array(pictureSchema),
  /** Whether the hash, computed anew on opening, is the one that was kept. */
  isIntact: z.boolean(),
  /** What was computed when it is not. */
  computedSha256: z.string(),
});
export type Edition = z.infer<typeof editionSchema>;

/** A live deck in the same form, so that editor and presenter draw both alike. */
export const deckPreviewSchema = z.object({
  content: deckContentSchema,
  pictures: z.array(pictureSchema),
  dataVersion: z.number(),
});
export type DeckPreview = z.infer<typeof deckPreviewSchema>;

export const freezeInput = z.object({
  deckId: z.string(),
  /** Data version of the preview the person looked at: refused with EDITION_DATA_MOVED when figures changed since, unless `acceptNewer`. */
  dataVersion: z.number().int(),
  acceptNewer: z.boolean(),
  /** Chosen by the client, so that a repeated request freezes once. */
  editionId: z.uuid(),
});
export type FreezeInput = z.infer<typeof freezeInput>;
