import { z } from 'zod';
import { entryKindSchema } from '#shared/entry-schema.ts';
import { localeSchema } from '#shared/locale.ts';
import { reportKeySchema, scaledSchema } from '#shared/report.ts';

/** Raised whenever an older reader would read a new file wrongly. */
export const templateFormat = 1;

/** What the first cell of a template's own sheet says. */
export const templateMark = 'satgas-4+1/report';

/** A cell as it was when the file was made. */
const templateCell = z.object({
  indicatorId: z.string(),
  areaId: z.string(),
  kind: entryKindSchema,
  value: scaledSchema.nullable(),
  version: z.int(),
  /** What was written where it was not the figure: a word for it, or a text that was not understood. */
  text: z.string().nullable(),
  note: z.string().nullable(),
});
export type TemplateCell = z.infer<typeof templateCell>;

const templateColumn = z.object({
  indicatorId: z.string(),
  title: z.string(),
  unitId: z.string(),
  decimals: z.int(),
});

const templateHead = z.object({
  format: z.int(),
  reportKey: reportKeySchema,
  agencyName: z.string(),
});
/** What every format says, so that a file of any is at least known by its name. */
export type TemplateHead = z.infer<typeof templateHead>;

const templateSchema = templateHead.extend({
  format: z.literal(templateFormat),
  madeAt: z.iso.datetime(),
  locale: localeSchema,
  /** What its sheets are called. */
  sheets: z.object({ figures: z.string(), notes: z.string(), guide: z.string() }),
  columns: z.array(templateColumn),
  areas: z.array(z.object({ areaId: z.string(), name: z.string() })),
  cells: z.array(templateCell),
});
/** A report as it was put into a file: what an upload is compared with, so that only what was changed there changes. */
export type Template = z.infer<typeof templateSchema>;

export type FoundTemplate =
  | { kind: 'template'; template: Template }
  /** Made by another version of the application. */
  | { kind: 'other_format'; head: TemplateHead }
  /** The hidden data of the file were changed: what the cells held is not known. */
  | { kind: 'altered'; head: TemplateHead | undefined };

/** A cell of a sheet holds 32,767 characters. */
const longest = 16_000;

/** The lines of the hidden sheet, one cell each. */
export function encodeTemplate(template: Template): string[] {
  const text = JSON.stringify(template);
  const chunks = Array.from({ length: Math.ceil(text.length / longest) }, (_, index) =>
    text.slice(index * longest, (index + 1) * longest),
  );
  return [templateMark, fingerprint(text), ...chunks];
}

/** Undefined where the lines are not those of a template. */
export function decodeTemplate([mark, print, ...chunks]: readonly string[]): FoundTemplate | undefined {
  if (mark?.trim() !== templateMark) return undefined;
  const text = chunks.join('');
  const content = parsed(text);
  const head = templateHead.safeParse(content).data;
  if (head && head.format !== templateFormat) return { kind: 'other_format', head };
  const template = templateSchema.safeParse(content).data;
  if (!template || print?.trim() !== fingerprint(text)) return { kind: 'altered', head };
  return { kind: 'template', template };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Against a slip, not against intent: a file in the hands of its reader can hold no secret. FNV-1a, twice 32 bits. */
export function fingerprint(text: string): string {
  const half = (start: number) => {
    let hash = start;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x9747b28c);
}
