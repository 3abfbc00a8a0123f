import type { DatabaseHandle } from '#db/connection.ts';
import { findDataVersion } from '#server/figure/figure.service.ts';

export type ChangeListener = (dataVersion: number) => void;

export interface ChangeFeed {
  /** Calls `listener` with the version now, and with each later one. @returns how to stop */
  subscribe(listener: ChangeListener): () => void;
  /** Says that this process has committed something; tells listeners at once instead of at the next look. */
  notifyDataChanged(): void;
  /** The same database, which calls `notifyDataChanged` after every committed write. */
  watch(database: DatabaseHandle): DatabaseHandle;
}

/** How often the database is asked while someone listens, for changes that another process made. */
const pollMs = 1_000;
/** Writes closer together than this are told as one. */
const settleMs = 30;

/** Tells listeners when the data that people look at has changed, whichever process changed it. */
export function createChangeFeed(database: DatabaseHandle, onError: (error: unknown) => void = () => {}): ChangeFeed {
  const listeners = new Set<ChangeListener>();
  let known: number | undefined;
  let poll: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;

  let looking = false;
  let lookAgain = false;

  /** One look at a time, so that versions are told in their order. */
  async function look(): Promise<void> {
    lookAgain = looking;
    if (looking) return;
    looking = true;
    try {
      const [head] = await findDataVersion(database.db, {});
      const version = head?.dataVersion ?? 0;
      if (version === known) return;
      known = version;
      for (const listener of listeners) listener(version);
    } catch (error) {
      // The next look tries again; a stream that is cut would only come back and ask the same.
      onError(error);
    } finally {
      looking = false;
    }
    if (lookAgain) await look();
  }

  function start(): void {
    poll ??= setInterval(look, pollMs).unref();
  }

  function stop(): void {
    clearInterval(poll);
    clearTimeout(settling);
    poll = settling = undefined;
    known = undefined;
  }

  const feed: ChangeFeed = {
    subscribe(listener) {
      listeners.add(listener);
      if (known !== undefined) listener(known);
      start();
      void look();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    notifyDataChanged() {
      if (listeners.size === 0) return;
      settling ??= setTimeout(() => {
        settling = undefined;
        void look();
      }, settleMs);
    },
    watch: (inner) => ({
      ...inner,
      async transaction(work) {
        const result = await inner.transaction(work);
        feed.notifyDataChanged();
        return result;
      },
    }),
  };
  return feed;
}
