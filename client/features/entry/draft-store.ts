import { type ZodType, z } from 'zod';
import { entryKindSchema } from '#shared/entry.ts';

const changeDraftSchema = z.object({
  change: z.object({
    kind: entryKindSchema,
    value: z.number().nullable(),
    note: z.string().nullable().optional(),
    source: z.string().nullable().optional(),
    reason: z.string().nullable().optional(),
  }),
  /** The version of the cell that the change was made on; 0 where the cell did not exist. */
  baseVersion: z.number(),
  at: z.number(),
});
/** A value that the server has not confirmed. */
export type ChangeDraft = z.infer<typeof changeDraftSchema>;

/** Things kept by cell until they are no longer needed. */
export interface DraftStore<Draft> {
  all(): Record<string, Draft>;
  put(key: string, draft: Draft): void;
  remove(key: string): void;
}

export type ReportDrafts = {
  changes: DraftStore<ChangeDraft>;
  /** What was typed and could not be read as a number. */
  texts: DraftStore<string>;
};

/** Drafts of one person for one report, on this device. Another person on the same device does not see them. */
export function localDrafts(userId: string, reportKey: string, storage: Storage | undefined): ReportDrafts {
  const place = `satgas.drafts.${userId}.${reportKey}`;
  return {
    changes: localStore(place, changeDraftSchema, storage),
    texts: localStore(`${place}.texts`, z.string(), storage),
  };
}

function localStore<Draft>(place: string, schema: ZodType<Draft>, storage: Storage | undefined): DraftStore<Draft> {
  const drafts = new Map<string, Draft>(Object.entries(read(storage, place, schema)));

  function write(): void {
    try {
      if (drafts.size === 0) storage?.removeItem(place);
      else storage?.setItem(place, JSON.stringify(Object.fromEntries(drafts)));
    } catch {
      // Full or forbidden storage: the values stay in memory, and the page warns before it is left.
    }
  }

  return {
    all: () => Object.fromEntries(drafts),
    put: (key, draft) => {
      drafts.set(key, draft);
      write();
    },
    remove: (key) => {
      if (drafts.delete(key)) write();
    },
  };
}

function read<Draft>(storage: Storage | undefined, place: string, schema: ZodType<Draft>): Record<string, Draft> {
  try {
    const parsed = z.record(z.string(), schema).safeParse(JSON.parse(storage?.getItem(place) ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** The browser's storage, or undefined where it is forbidden. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
