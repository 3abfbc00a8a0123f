// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

class FakeSource extends EventTarget {
  static all: FakeSource[] = [];
  isClosed = false;
  constructor() {
    super();
    FakeSource.all.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  say(version: number): void {
    this.dispatchEvent(new MessageEvent('data', { data: JSON.stringify({ version }) }));
  }
}
const open = () => FakeSource.all.filter((source) => !source.isClosed);

let visibility: DocumentVisibilityState = 'visible';
function show(next: DocumentVisibilityState): void {
  visibility = next;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The stream is one for the whole page, so each test begins with a page of its own. */
async function startLive() {
  vi.resetModules();
  const live = await import('#client/lib/live.ts');
  const { queryClient } = await import('#client/lib/query-client.ts');
  const refresh = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue();
  live.startLiveUpdates();
  const state = () => renderHook(() => live.useLiveState()).result.current;
  return { live, refresh, state };
}

describe('the stream of change notices', () => {
  const listeners: [EventTarget, string, EventListenerOrEventListenerObject][] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSource.all = [];
    visibility = 'visible';
    vi.stubGlobal('EventSource', FakeSource);
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    for (const target of [window, document]) {
      const add = target.addEventListener.bind(target);
      vi.spyOn(target, 'addEventListener').mockImplementation(
        (type: string, listener: EventListenerOrEventListenerObject) => {
          listeners.push([target, type, listener]);
          add(type, listener);
        },
      );
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    for (const [target, type, listener] of listeners.splice(0)) target.removeEventListener(type, listener);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('refreshes once for several changes, and not for the version it begins with', async () => {
    const { refresh } = await startLive();
    open()[0]?.dispatchEvent(new Event('open'));
    open()[0]?.say(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refresh).not.toHaveBeenCalled();
    for (const version of [2, 3, 3, 4]) open()[0]?.say(version);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('keeps one connection: a lost one is closed, and tried again with growing pauses', async () => {
    const { state } = await startLive();
    open()[0]?.dispatchEvent(new Event('open'));
    expect(state()).toBe('live');
    open()[0]?.dispatchEvent(new Event('error'));
    expect(open()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(open()).toHaveLength(1);
    for (let round = 0; round < 8; round += 1) {
      open()[0]?.dispatchEvent(new Event('error'));
      await vi.advanceTimersByTimeAsync(13_000);
      expect(open()).toHaveLength(1);
    }
    expect(state()).toBe('offline');
    open()[0]?.dispatchEvent(new Event('open'));
    expect(state()).toBe('live');
  });

  it('catches up with what changed while the connection was away', async () => {
    const { refresh } = await startLive();
    open()[0]?.dispatchEvent(new Event('open'));
    open()[0]?.say(1);
    open()[0]?.dispatchEvent(new Event('error'));
    await vi.advanceTimersByTimeAsync(2_000);
    open()[0]?.dispatchEvent(new Event('open'));
    open()[0]?.say(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('asks the server itself when the browser believes to be offline', async () => {
    const { state } = await startLive();
    open()[0]?.dispatchEvent(new Event('open'));
    window.dispatchEvent(new Event('offline'));
    expect(open()).toHaveLength(1);
    expect(state()).toBe('connecting');
    // The office's server answers although there is no internet.
    open()[0]?.dispatchEvent(new Event('open'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state()).toBe('live');
    window.dispatchEvent(new Event('offline'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state()).toBe('offline');
  });

  it('gives the connection back while nobody looks, and takes it up again', async () => {
    await startLive();
    open()[0]?.dispatchEvent(new Event('open'));
    show('hidden');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(open()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(open()).toHaveLength(0);
    show('visible');
    expect(open()).toHaveLength(1);
  });
});
