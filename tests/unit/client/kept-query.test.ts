// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryObserver } from '@tanstack/react-query';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptAnswer } from '#client/lib/device-store.ts';
import type { SaveItem } from '#client/lib/outbox/outbox-item.ts';
import type { Session } from '#client/lib/session.ts';
import { FakeAppError, fakeTrpc } from '#tests/support/fake-trpc.ts';

const me = '018f0000-0000-7000-8000-000000000001';
const other = '018f0000-0000-7000-8000-000000000002';
const yesterday = Date.now() - 24 * 60 * 60_000;
const due = (today: string) => ({ today, open: [], done: [] });

function sessionOf(id: string | null): Session {
  const user = {
    name: 'Nur',
    email: 'nur@example.go.id',
    username: 'nur',
    role: 'focal_point' as const,
    agencyId: 'biro-hukum',
    agencyName: 'Biro Hukum Setda',
    agencyAbbr: 'Biro Hukum',
    locale: 'id' as const,
    isSample: false,
    twoFactorEnabled: false,
  };
  return {
    user: id === null ? null : { id, ...user },
    app: {
      provinceCode: '76',
      provinceName: 'Sulawesi Barat',
      currentMonth: '2023-09',
      defaultMonth: '2023-08',
      timeZone: 'Asia/Makassar',
      timeZoneLabel: 'WITA',
      isMailConfigured: false,
      isDemo: false,
      demo: null,
    },
  };
}

/** Typed by somebody, and not yet sent. */
function waitingItem(userId: string): SaveItem {
  return {
    id: crypto.randomUUID(),
    format: 1,
    userId,
    reportKey: '2023-08_KE_biro-hukum',
    typedAt: yesterday,
    problem: null,
    kind: 'save',
    areaId: '76.04.04',
    indicatorId: 'KE.K1',
    label: {
      areaName: 'Polewali',
      indicatorId: 'KE.K1',
      shortNameId: 'Sasaran',
      shortNameEn: 'Target',
      decimals: 0,
      unitId: 'keluarga',
      unitEn: 'families',
    },
    change: { kind: 'number', value: 12 },
    baseVersion: 0,
  };
}

/** The application as it starts: each test has a page, a device and a server of its own. */
async function open(handlers: Record<string, (input: unknown) => unknown>, kept: Partial<KeptAnswer>[] = []) {
  vi.resetModules();
  const server = fakeTrpc(handlers);
  const { deviceStore } = await import('#client/lib/device-store.ts');
  const { buildId } = await import('#client/lib/kept/build-id.ts');
  const store = await deviceStore();
  for (const answer of kept) {
    await store.put('answers', { userId: me, key: '', build: buildId(), answer: null, at: yesterday, ...answer });
  }
  const { queryClient } = await import('#client/lib/query-client.ts');
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
  const session = await import('#client/lib/session.ts');
  const { keptSince } = await import('#client/lib/kept/kept-query.ts');
  const { dueQuery } = await import('#client/lib/kept/queries.ts');
  const { keepAnswers } = await import('#client/lib/kept/keep-answers.ts');
  const signIn = (id: string | null) => queryClient.setQueryData(session.sessionQuery().queryKey, sessionOf(id));
  const watchDue = () => {
    const observer = new QueryObserver(queryClient, dueQuery());
    observer.subscribe(() => undefined);
    return observer;
  };
  return { server, store, queryClient, session, keptSince, signIn, watchDue, keepAnswers };
}

const down = () => {
  throw new Error('no network');
};
const keptSession = (id: string | null) => ({ userId: '', key: 'session.me', answer: sessionOf(id) });
const keptDue = (today: string) => ({ key: 'report.due', answer: due(today) });

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  document.head.innerHTML = '<script type="module" src="/assets/index-a.js"></script>';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a query whose answer the device keeps', () => {
  it('asks the server first, and keeps what it answers', async () => {
    const { store, signIn, watchDue, keepAnswers, keptSince } = await open({ 'report.due': () => due('2023-09-02') }, [
      keptSession(me),
    ]);
    signIn(me);
    keepAnswers();
    const query = watchDue();
    await vi.waitFor(() => expect(query.getCurrentResult().data).toEqual(due('2023-09-02')));
    expect(keptSince(query.getCurrentResult())).toBeUndefined();
    await vi.waitFor(
      async () => {
        const row = await store.get('answers', [me, 'report.due']);
        expect(row).toMatchObject({ answer: due('2023-09-02'), build: '/assets/index-a.js' });
      },
      { timeout: 5_000 },
    );
  });

  it('shows what was kept when the server is out of reach, and says from when it is', async () => {
    const { signIn, watchDue, keptSince } = await open({ 'report.due': down }, [
      keptSession(me),
      keptDue('2023-09-01'),
    ]);
    signIn(me);
    const query = watchDue();
    await vi.waitFor(() => expect(query.getCurrentResult().data).toEqual(due('2023-09-01')));
    expect(keptSince(query.getCurrentResult())).toBe(yesterday);
  });

  it('shows what was kept when nothing has come for four seconds, until the answer is there', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const slow = new Promise((resolve) => {
      answer = resolve;
    });
    const { signIn, watchDue, keptSince } = await open({ 'report.due': () => slow }, [
      keptSession(me),
      keptDue('2023-09-01'),
    ]);
    signIn(me);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const query = watchDue();
    await vi.advanceTimersByTimeAsync(3_900);
    expect(query.getCurrentResult().data).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await vi.waitFor(() => expect(query.getCurrentResult().data).toEqual(due('2023-09-01')));
    expect(keptSince(query.getCurrentResult())).toBe(yesterday);

    answer(due('2023-09-02'));
    await vi.waitFor(() => expect(query.getCurrentResult().data).toEqual(due('2023-09-02')));
    expect(keptSince(query.getCurrentResult())).toBeUndefined();
  });

  it('does not answer with what was kept when the server refuses', async () => {
    const refuse = () => {
      throw new FakeAppError('NOT_ALLOWED');
    };
    const { signIn, watchDue } = await open({ 'report.due': refuse }, [keptSession(me), keptDue('2023-09-01')]);
    signIn(me);
    const query = watchDue();
    await vi.waitFor(() => expect(query.getCurrentResult().isError).toBe(true));
    expect(query.getCurrentResult().data).toBeUndefined();
  });

  it("never shows another person's", async () => {
    const { signIn, watchDue } = await open({ 'report.due': down }, [keptSession(me), keptDue('2023-09-01')]);
    signIn(other);
    const query = watchDue();
    await vi.waitFor(() => expect(query.getCurrentResult().isError).toBe(true));
    expect(query.getCurrentResult().data).toBeUndefined();
  });

  it('takes from an earlier build what still fits, and nothing else', async () => {
    const build = '/assets/index-earlier.js';
    const fits = await open({ 'report.due': down }, [{ ...keptDue('2023-09-01'), build }]);
    fits.signIn(me);
    const good = fits.watchDue();
    await vi.waitFor(() => expect(good.getCurrentResult().data).toEqual(due('2023-09-01')));

    vi.stubGlobal('indexedDB', new IDBFactory());
    const broken = await open({ 'report.due': down }, [{ key: 'report.due', answer: { today: '2023-09-01' }, build }]);
    broken.signIn(me);
    const bad = broken.watchDue();
    await vi.waitFor(() => expect(bad.getCurrentResult().isError).toBe(true));
    expect(bad.getCurrentResult().data).toBeUndefined();
  });

  it('is not shown sixty days later', async () => {
    const at = Date.now() - 61 * 24 * 60 * 60_000;
    const { signIn, watchDue } = await open({ 'report.due': down }, [{ ...keptDue('2023-06-01'), at }]);
    signIn(me);
    const query = watchDue();
    await vi.waitFor(() => expect(query.getCurrentResult().isError).toBe(true));
    expect(query.getCurrentResult().data).toBeUndefined();
  });
});

describe('the session on a device', () => {
  it('starts without a network as the person who was here last', async () => {
    const { session } = await open({ 'session.me': down }, [keptSession(me)]);
    await expect(session.loadSession()).resolves.toMatchObject({ user: { id: me, role: 'focal_point' } });
  });

  it('fails to start where nobody was', async () => {
    const { session } = await open({ 'session.me': down });
    await expect(session.loadSession()).rejects.toThrow();
  });

  it('takes the answers away, and leaves what waits to be sent, when the server says that it is over', async () => {
    const { store, session, keepAnswers } = await open({ 'session.me': () => sessionOf(null) }, [
      keptSession(me),
      keptDue('2023-09-01'),
    ]);
    await store.add('outbox', waitingItem(me));
    keepAnswers();
    await session.loadSession();
    await vi.waitFor(async () => expect(await store.get('answers', [me, 'report.due'])).toBeUndefined(), {
      timeout: 5_000,
    });
    expect(await store.getAll('outbox')).toHaveLength(1);
  });

  it("takes a former person's answers away when another signs in", async () => {
    const { store, session, keepAnswers } = await open({ 'session.me': () => sessionOf(other) }, [
      keptSession(me),
      keptDue('2023-09-01'),
    ]);
    keepAnswers();
    await session.loadSession();
    await vi.waitFor(async () => expect(await store.count('answers')).toBe(1), { timeout: 5_000 });
    expect(await store.get('answers', ['', 'session.me'])).toMatchObject({ answer: { user: { id: other } } });
  });

  it('keeps nothing for a person who is not signed in on this device any more', async () => {
    const { store } = await open({}, [keptSession(other)]);
    const { keep } = await import('#client/lib/kept/kept-answers.ts');
    await keep({ userId: me, key: 'report.due', answer: due('2023-09-02'), at: Date.now() });
    expect(await store.get('answers', [me, 'report.due'])).toBeUndefined();
  });

  it('leaves nothing behind after signing out, of this person alone', async () => {
    const { store, signIn } = await open({}, [keptSession(me), keptDue('2023-09-01')]);
    await store.add('outbox', waitingItem(me));
    await store.add('outbox', waitingItem(other));
    signIn(me);
    const { signOut } = await import('#client/lib/sign-out.ts');
    vi.stubGlobal('fetch', async () => new Response('{}'));
    await signOut();
    expect(await store.count('answers')).toBe(0);
    expect((await store.getAll('outbox')).map(({ userId }) => userId)).toEqual([other]);
    const { keep } = await import('#client/lib/kept/kept-answers.ts');
    await keep({ userId: '', key: 'session.me', answer: sessionOf(me), at: Date.now() });
    expect(await store.count('answers')).toBe(0);
  });

  it('keeps everything when signing out fails', async () => {
    const { store, signIn } = await open({}, [keptSession(me), keptDue('2023-09-01')]);
    signIn(me);
    const { signOut } = await import('#client/lib/sign-out.ts');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(signOut()).rejects.toThrow();
    expect(await store.count('answers')).toBe(2);
  });
});
