/** How often a process says that it still works on its job, and how long it may say nothing. */
export const HEARTBEAT_MS = 5_000;
const MOST_SILENCE_MS = 30_000;

/** A running job that was last heard of before this moment has lost its process. */
export function silentSince(now = Date.now()): string {
  return new Date(now - MOST_SILENCE_MS).toISOString();
}
