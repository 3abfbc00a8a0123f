const lowBytes = 5 * 1024 * 1024;

export type StorageState = {
  /** The browser does not promise to keep what is stored: private windows, and devices that run out of room. */
  isEvictable: boolean;
  /** Room left, in bytes, where it is little. */
  lowBytes: number | undefined;
};

let asked: Promise<boolean> | undefined;

/**
 * Asks the browser not to evict what it keeps of this application: once, and only when something waits, because some
 * browsers ask the person. Resolves with whether it promised.
 */
export function askForPersistence(): Promise<boolean> {
  asked ??= requestPersistence();
  return asked;
}

async function requestPersistence(): Promise<boolean> {
  try {
    if (await navigator.storage.persisted()) return true;
    return await navigator.storage.persist();
  } catch {
    // Without HTTPS there is no such question; the promise is not given.
    return false;
  }
}

/** How safe what waits is on this device. */
export async function readStorageState(): Promise<StorageState> {
  const [isKept, left] = await Promise.all([askForPersistence(), bytesLeft()]);
  return { isEvictable: !isKept, lowBytes: left !== undefined && left < lowBytes ? left : undefined };
}

async function bytesLeft(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
  } catch {
    return undefined;
  }
}
