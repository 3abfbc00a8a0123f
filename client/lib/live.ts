import type { Query } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isConnectionError } from './app-error.ts';
import { queryClient } from './query-client.ts';

export type LiveState = 'live' | 'connecting' | 'offline';

const address = '/api/events';
const throttleMs = 300;
const offlineAfterMs = 6_000;
/** A network that is there all the same has answered by then. */
const noNetworkMs = 1_000;
const maxBackoffMs = 10_000;
/** Where the browser itself says that there is no network: it will say so when there is one again. */
const offlineBackoffMs = 60_000;
/** A page nobody looks at gives its connection back: browsers allow six for one server over HTTP/1.1. */
const hiddenMs = 60_000;

let state: LiveState = 'connecting';
let source: EventSource | undefined;
let knownVersion: string | undefined;
let failures = 0;
let started = false;
let timers: { retry?: number; offline?: number; refresh?: number; hidden?: number } = {};
const listeners = new Set<() => void>();

/** Opens the one stream of change notices. A new version of the data makes every page that shows data fetch it. */
export function startLiveUpdates(): void {
  if (started) return;
  started = true;
  window.addEventListener('online', reconnectNow);
  // Without internet the office's own server may well be there: it is asked, and its silence alone says "offline".
  window.addEventListener('offline', reconnectNow);
  document.addEventListener('visibilitychange', onVisibility);
  connect();
}

/** `offline` also when the server does not answer; the browser's own idea of being online is not asked. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}

/** The data version told last: for what is too slow to be asked anew with every change. */
export function useDataVersion(): string | undefined {
  return useSyncExternalStore(subscribe, () => knownVersion);
}

/** Tells when the server answers again, or for the first time. */
export function whenLive(listener: () => void): void {
  let before = state;
  subscribe(() => {
    if (state === 'live' && before !== 'live') listener();
    before = state;
  });
}

function connect(): void {
  closeSource();
  if (state !== 'offline') setState('connecting');
  timers.offline ??= window.setTimeout(() => setState('offline'), navigator.onLine ? offlineAfterMs : noNetworkMs);
  source = new EventSource(address);
  source.addEventListener('open', () => {
    failures = 0;
    window.clearTimeout(timers.offline);
    timers.offline = undefined;
    setState('live');
    retryFailed();
  });
  source.addEventListener('data', (event) => onVersion(event.data));
  source.addEventListener('error', onError);
}

function onVersion(text: unknown): void {
  const version = versionOf(text);
  if (version === undefined || version === knownVersion) return;
  const isFirst = knownVersion === undefined;
  knownVersion = version;
  tell();
  if (!isFirst) scheduleRefresh();
}

/** The server answers again: what could not be asked for, or is shown as it was kept, is asked for now. */
function retryFailed(): void {
  void queryClient.refetchQueries({ type: 'active', predicate: isUnreached });
}

function isUnreached({ state: { error } }: Query): boolean {
  return error !== null && isConnectionError(error);
}

/** Several changes within the throttle cost one refresh. */
function scheduleRefresh(): void {
  timers.refresh ??= window.setTimeout(() => {
    timers.refresh = undefined;
    void queryClient.invalidateQueries({ predicate: (query) => query.meta?.live !== false });
  }, throttleMs);
}

function onError(): void {
  // The browser would retry by itself, but not after an HTTP error, and without backing off.
  closeSource();
  if (state === 'live') setState('connecting');
  timers.offline ??= window.setTimeout(() => setState('offline'), offlineAfterMs);
  failures += 1;
  window.clearTimeout(timers.retry);
  const longest = navigator.onLine ? maxBackoffMs : offlineBackoffMs;
  const wait = Math.min(longest, 500 * 1.5 ** failures) * (0.75 + Math.random() / 2);
  timers.retry = window.setTimeout(connect, wait);
}

function onVisibility(): void {
  window.clearTimeout(timers.hidden);
  if (document.visibilityState === 'hidden') {
    timers.hidden = window.setTimeout(disconnect, hiddenMs);
  } else if (source === undefined) {
    reconnectNow();
  }
}

function reconnectNow(): void {
  failures = 0;
  window.clearTimeout(timers.retry);
  connect();
}

function disconnect(): void {
  closeSource();
  window.clearTimeout(timers.retry);
  window.clearTimeout(timers.offline);
  timers = { refresh: timers.refresh };
}

function closeSource(): void {
  source?.close();
  source = undefined;
}

function setState(next: LiveState): void {
  if (next === state) return;
  state = next;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function versionOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined;
    return typeof answer.version === 'string' || typeof answer.version === 'number'
      ? String(answer.version)
      : undefined;
  } catch {
    return undefined;
  }
}
