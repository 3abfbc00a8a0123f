import { z } from 'zod';
import { localeSchema } from '#shared/locale.ts';

export const exportKinds = ['pptx', 'pdf', 'handout', 'recap', 'xlsx', 'png'] as const;
export const exportKindSchema = z.enum(exportKinds);
export type ExportKind = z.infer<typeof exportKindSchema>;

export const paperSizes = ['A4', 'F4'] as const;
export const paperSizeSchema = z.enum(paperSizes);

/** `slideId` asks for one slide's PNG; without it all of them come in a ZIP. `paper` is of the recap. */
export const startExportInput = z.object({
  editionId: z.string(),
  kind: exportKindSchema,
  locale: localeSchema,
  paper: paperSizeSchema.default('A4'),
  slideId: z.string().nullable().default(null),
});
export type StartExportInput = z.infer<typeof startExportInput>;

export const exportStates = ['queued', 'running', 'done', 'failed'] as const;

/**
 * Why a file could not be made. INTERRUPTED: the program stopped meanwhile; TOO_LARGE: beyond the memory or the time it may
 * take; EDITION_ALTERED: the edition is not what was frozen, and only what was frozen is taken away.
 */
export const exportFailures = ['OUT_OF_SPACE', 'INTERRUPTED', 'TOO_LARGE', 'EDITION_ALTERED', 'INTERNAL'] as const;
export type ExportFailure = (typeof exportFailures)[number];

export const exportJobSchema = z.object({
  id: z.string(),
  editionId: z.string(),
  kind: exportKindSchema,
  locale: localeSchema,
  state: z.enum(exportStates),
  /** 0 to 1. */
  progress: z.number(),
  fileName: z.string(),
  byteSize: z.number().int().nullable(),
  /** Of `failed`: what to tell the person. */
  failure: z.enum(exportFailures).nullable(),
  createdAt: z.string(),
});
export type ExportJob = z.infer<typeof exportJobSchema>;
