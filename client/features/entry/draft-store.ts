import { type EntryKind, entryKinds } from '#shared/entry.ts';

/** A value that the server has not confirmed. */
export type ChangeDraft = {
  change: {
    kind: EntryKind;
    value: number | null;
    note?: string | null;
    source?: string | null;
    reason?: string | null;
  };
  /** The version of the cell that the change was made on; 0 where the cell did not exist. */
  baseVersion: number;
  at: number;
};

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
    changes: localStore(place, isChangeDraft, storage),
    texts: localStore(`${place}.texts`, isText, storage),
  };
}

/** Whether what was stored, perhaps by an older version of the page, is still understood. */
type Check<Draft> = (value: unknown) => value is Draft;

function localStore<Draft>(place: string, check: Check<Draft>, storage: Storage | undefined): DraftStore<Draft> {
  const drafts = new Map(read(storage, place, check));

  /** Only one key: another tab, or a later visit of the same report, keeps drafts in the same place. */
  function write(key: string, before: Draft | undefined): void {
    try {
      const stored = new Map(read(storage, place, check));
      const mine = drafts.get(key);
      if (mine !== undefined) stored.set(key, mine);
      // What was confirmed is the own value; a newer one of the same cell waits for its own answer.
      else if (JSON.stringify(stored.get(key)) === JSON.stringify(before)) stored.delete(key);
      if (stored.size === 0) storage?.removeItem(place);
      else storage?.setItem(place, JSON.stringify(Object.fromEntries(stored)));
    } catch {
      // Full or forbidden storage: the values stay in memory, and the page warns before it is left.
    }
  }

  return {
    all: () => Object.fromEntries(drafts),
    put: (key, draft) => {
      const before = drafts.get(key);
      drafts.set(key, draft);
      write(key, before);
    },
    remove: (key) => {
      const before = drafts.get(key);
      if (drafts.delete(key)) write(key, before);
    },
  };
}

/** All or nothing: half of what was typed would look like all of it. */
function read<Draft>(storage: Storage | undefined, place: string, check: Check<Draft>): [string, Draft][] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(place) ?? '{}');
    const drafts = isRecord(stored) ? Object.entries(stored) : [];
    return drafts.every((draft): draft is [string, Draft] => check(draft[1])) ? drafts : [];
  } catch {
    return [];
  }
}

// By hand: a validator would add a fifth to the script that the grid waits for.
function isChangeDraft(value: unknown): value is ChangeDraft {
  if (!isRecord(value) || !isRecord(value.change)) return false;
  const { change, baseVersion, at } = value;
  return (
    entryKinds.some((kind) => kind === change.kind) &&
    (change.value === null || typeof change.value === 'number') &&
    [change.note, change.source, change.reason].every((text) => text === undefined || text === null || isText(text)) &&
    typeof baseVersion === 'number' &&
    typeof at === 'number'
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The browser's storage, or undefined where it is forbidden. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
