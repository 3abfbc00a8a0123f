import type { Query } from '@tanstack/react-query';
import type { KeptAnswer } from '#client/lib/device-store.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { keep, ownerOf, sessionName } from './kept-answers.ts';
import { startedAt } from './kept-query.ts';

/** Several changes of a report within this time are kept at once. */
const gatherMs = 400;

const waiting = new Map<string, Omit<KeptAnswer, 'build'>>();
let isKeeping = false;
let timer: number | undefined;
let written: Promise<unknown> = Promise.resolve();

/**
 * Keeps what the queries with `meta.keep` hold, from now on: what the server answered, and what own saves have changed in
 * it since. An answer that came from the device is not kept again.
 */
export function keepAnswers(): void {
  if (isKeeping) return;
  isKeeping = true;
  const cache = queryClient.getQueryCache();
  for (const query of cache.getAll()) take(query);
  cache.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') take(event.query);
  });
}

function take({ meta, state }: Query): void {
  const key = meta?.keep;
  if (key === undefined || state.data === undefined || state.dataUpdatedAt < startedAt) return;
  const userId = ownerOf(key);
  if (userId === undefined) return;
  waiting.set(key, { userId, key, answer: state.data, at: state.dataUpdatedAt });
  if (timer === undefined) timer = window.setTimeout(write, gatherMs);
}

function write(): void {
  timer = undefined;
  // Whose the others are is held against the session on the device, so that goes first.
  const answers = [...waiting.values()].sort((a, b) => Number(b.key === sessionName) - Number(a.key === sessionName));
  waiting.clear();
  for (const answer of answers) {
    // Without room or permission to keep it, the next start without a network has less to show: no reason to disturb.
    written = written.then(() => keep(answer)).catch(() => undefined);
  }
}
