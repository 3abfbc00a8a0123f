import { z } from 'zod';
import type { KeptText, OutboxItem } from '#client/lib/outbox/outbox-item.ts';
import { entryKindSchema } from '#shared/entry-schema.ts';
import { reportKeySchema } from '#shared/report.ts';
import { largestFigure } from '#shared/scale.ts';

/** Marks the file as ours, whatever its name. */
const formatName = 'satgas-isian-belum-terkirim';
const newestVersion = 1;

/** Far above what a person can type: beyond it a file is not looked into. */
export const largestFileBytes = 20 * 1024 * 1024;

const labelSchema = z.object({
  areaName: z.string(),
  indicatorId: z.string(),
  shortNameId: z.string(),
  shortNameEn: z.string(),
  decimals: z.int().min(0).max(12),
  unitId: z.string(),
  unitEn: z.string(),
});

const optionalText = z.string().nullable().optional();

const changeSchema = z
  .object({
    kind: entryKindSchema,
    value: z.int().min(-largestFigure).max(largestFigure).nullable(),
    note: optionalText,
    source: optionalText,
    reason: optionalText,
  })
  .refine(({ kind, value }) => (kind === 'number') === (value !== null));

const common = {
  id: z.uuid(),
  format: z.literal(1),
  userId: z.string().min(1),
  reportKey: reportKeySchema,
  typedAt: z.number(),
  hasLeft: z.boolean().optional(),
};

const figureFields = {
  ...common,
  after: z.string().optional(),
  areaId: z.string().min(1),
  indicatorId: z.string().min(1),
  label: labelSchema,
  change: changeSchema,
  baseVersion: z.int().min(0),
};

/** What the server answered an item is not taken along: on the other device it is asked anew. */
const itemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('save'), ...figureFields }),
  z.object({ kind: z.literal('set_aside'), ...figureFields }),
  z.object({
    kind: z.literal('submit'),
    ...common,
    expectedVersion: z.int().min(0),
    figures: z.string(),
    acceptMissing: z.boolean(),
  }),
]);

const textSchema = z.object({
  format: z.literal(1),
  userId: z.string().min(1),
  reportKey: reportKeySchema,
  cell: z.string().min(1),
  label: labelSchema,
  text: z.string(),
  typedAt: z.number(),
});

const ownerSchema = z.object({ userId: z.string().min(1), name: z.string(), agencyName: z.string().nullable() });
export type FileOwner = z.infer<typeof ownerSchema>;

const fileSchema = z.object({
  owner: ownerSchema,
  exportedAt: z.string(),
  items: z.array(itemSchema),
  texts: z.array(textSchema),
  checksum: z.string(),
});

type FileItem = z.infer<typeof itemSchema>;

export type OutboxContent = { items: readonly OutboxItem[]; texts: readonly KeptText[] };

/** What a person reads who opens the file in an editor: one line each, in the order in which it was typed. */
export type ReadableLine = (entry: OutboxItem | KeptText) => string;

/** Everything that is unsent, as a text that a person can read and `readOutboxFile` takes back. */
export function writeOutboxFile(
  content: OutboxContent,
  { owner, explanation, line, now }: { owner: FileOwner; explanation: string; line: ReadableLine; now: Date },
): string {
  const items = content.items.map((item) => itemSchema.parse(item));
  const texts = content.texts.map((text) => textSchema.parse(text));
  const file = {
    format: formatName,
    version: newestVersion,
    explanation,
    owner,
    exportedAt: now.toISOString(),
    readable: [...content.items, ...content.texts].map(line),
    items,
    texts,
    checksum: checksumOf(items, texts),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type FileRefusal =
  /** Some other file. */
  | { why: 'foreign' }
  /** Ours, but cut off or changed since it was written. */
  | { why: 'damaged' }
  /** Written by a later release. */
  | { why: 'newer' }
  | { why: 'otherAccount'; owner: FileOwner };

export type FileReading =
  | { ok: true; owner: FileOwner; exportedAt: string; items: OutboxItem[]; texts: KeptText[] }
  | ({ ok: false } & FileRefusal);

/** All or nothing: of a file that is not whole, or not this person's, nothing is taken. */
export function readOutboxFile(text: string, userId: string): FileReading {
  const content = parseJson(text);
  const head = z.object({ format: z.literal(formatName), version: z.int() }).safeParse(content);
  // What was cut off is no JSON any more, but still says whose format it is.
  if (!head.success) return { ok: false, why: text.includes(`"${formatName}"`) ? 'damaged' : 'foreign' };
  if (head.data.version > newestVersion) return { ok: false, why: 'newer' };
  const file = fileSchema.safeParse(content);
  if (!file.success) return { ok: false, why: 'damaged' };
  const { owner, exportedAt, items, texts, checksum } = file.data;
  if (checksum !== checksumOf(items, texts)) return { ok: false, why: 'damaged' };
  if (owner.userId !== userId) return { ok: false, why: 'otherAccount', owner };
  if ([...items, ...texts].some((each) => each.userId !== userId)) return { ok: false, why: 'damaged' };
  return { ok: true, owner, exportedAt, items: items.map((item) => ({ ...item, problem: null })), texts };
}

/** `satgas-isian-belum-terkirim-2026-11-22.json` */
export function outboxFileName(date: string): string {
  return `${formatName}-${date}.json`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * FNV-1a over what will be sent, as the schemas order it: a digit that was lost on the way is noticed. It guards against
 * accidents, not against the owner of the file, whose figures these are; browsers hash better only over HTTPS.
 */
function checksumOf(items: readonly FileItem[], texts: readonly KeptText[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify([items, texts]))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
