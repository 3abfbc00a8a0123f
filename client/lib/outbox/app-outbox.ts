import { whenLive } from '#client/lib/live.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { sessionQuery } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { Outbox, type OutboxNews, type Settled } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { Answer } from './outbox-steps.ts';
import { deviceOutboxStore } from './outbox-store.ts';

/** One per person and tab; the former person's stays until the page is left, asleep. */
const opened = new Map<string, Outbox>();
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('satgas.outbox') : undefined;
let sender: ((item: OutboxItem) => Promise<Answer>) | undefined;
let isWatching = false;

/** Opens a person's outbox, and keeps it sending for as long as that person is signed in, whatever page is shown. */
export function outboxOf(userId: string): Outbox {
  watch();
  let outbox = opened.get(userId);
  if (!outbox) {
    outbox = new Outbox({
      userId,
      store: deviceOutboxStore,
      send,
      lock: oneAtATime,
      tell: (news) => channel?.postMessage(news),
      onSettled: showAnswers,
      onEmptied: refreshLists,
      onSignedOut: () => void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey }),
      newId,
    });
    opened.set(userId, outbox);
    outbox.setSession(presentUser());
    void takeOverDrafts(outbox);
  }
  return outbox;
}

/** Ends what this tab does with a person's outbox; what is in the store stays. */
export function closeOutbox(userId: string): void {
  opened.get(userId)?.close();
  opened.delete(userId);
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  const each = (work: (outbox: Outbox) => void) => () => {
    for (const outbox of opened.values()) work(outbox);
  };
  const retry = each((outbox) => outbox.retry());
  const [sessionPath] = sessionQuery().queryKey;
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryKey[0] === sessionPath) each((outbox) => outbox.setSession(presentUser()))();
  });
  channel?.addEventListener('message', ({ data }: MessageEvent<OutboxNews>) => {
    void opened.get(data.userId)?.hear(data);
  });
  window.addEventListener('online', retry);
  whenLive(retry);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') retry();
  });
  // Only while something would be lost: a warning that always comes is one that nobody reads.
  window.addEventListener('beforeunload', (event) => {
    if ([...opened.values()].some((outbox) => outbox.isAtRisk())) event.preventDefault();
  });
}

function presentUser(): string | undefined {
  return queryClient.getQueryData(sessionQuery().queryKey)?.user?.id;
}

function showAnswers(settled: readonly Settled[]): void {
  const changed = new Set<string>();
  for (const { item, answer } of settled) {
    if (answer.kind === 'submitted' || answer.kind === 'problem') changed.add(item.reportKey);
  }
  for (const reportKey of changed) {
    void queryClient.invalidateQueries({ queryKey: trpc.report.get.queryOptions({ reportKey }).queryKey });
  }
  if (settled.some(({ answer }) => answer.kind === 'submitted')) void queryClient.invalidateQueries();
}

function refreshLists(): void {
  void queryClient.invalidateQueries({ queryKey: trpc.report.due.pathKey() });
}

/** What sends comes when there is something to send. Where it cannot be fetched, the server cannot be reached either. */
async function send(item: OutboxItem): Promise<Answer> {
  try {
    const { outboxSender } = await import('./outbox-sender.ts');
    sender ??= outboxSender(queryClient);
  } catch {
    return { kind: 'failed', code: 'UNKNOWN', isGeneral: true };
  }
  return sender(item);
}

let queue: Promise<unknown> = Promise.resolve();

/** Over all tabs; on a page that came over plain HTTP the browser has no locks, and two tabs may send the same, which is written once. */
function oneAtATime(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) return navigator.locks.request('satgas.outbox', work);
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
}

/** A version 4 UUID: `crypto.randomUUID` is missing on pages that an office serves without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What an earlier release left in another place. Its code is fetched by the few browsers that still hold some. */
async function takeOverDrafts(outbox: Outbox): Promise<void> {
  try {
    if (!Object.keys(window.localStorage).some((key) => key.startsWith(`satgas.drafts.${outbox.userId}.`))) return;
    const { takeOver } = await import('./take-over-drafts.ts');
    await takeOver(outbox, window.localStorage, newId);
  } catch {
    // The storage is forbidden, or the server was not reached: what lies there stays for the next visit.
  }
}
