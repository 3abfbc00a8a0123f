import { type ZodType, z } from 'zod';

/** What a person changed and the server has not confirmed. `base` is what was there when they began. */
export interface Draft<F> {
  base: F;
  fields: F;
  version: number;
}

/** Drafts of one person for one deck, on this device, by the id of the slide. */
export interface DraftStore<F> {
  all(): Record<string, Draft<F>>;
  put(key: string, draft: Draft<F>): void;
  remove(key: string): void;
}

export function localDrafts<F>(place: string, fields: ZodType<F>, storage = browserStorage()): DraftStore<F> {
  const schema = z.record(z.string(), z.object({ base: fields, fields, version: z.number() }));
  const drafts = new Map(Object.entries(read(storage, place, schema)));

  function write(): void {
    try {
      if (drafts.size === 0) storage?.removeItem(place);
      else storage?.setItem(place, JSON.stringify(Object.fromEntries(drafts)));
    } catch {
      // Full or forbidden storage: the page still holds the words, and warns before it is left.
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

function read<T extends object>(storage: Storage | undefined, place: string, schema: ZodType<T>): T | object {
  try {
    // What an older version of the page left and this one does not understand is not half taken up.
    return schema.safeParse(JSON.parse(storage?.getItem(place) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
