import { describe, expect, test } from 'vitest';
import { type OutboxEntry, outboxPlace, RecordOutbox } from '#client/features/presenter/record-outbox.ts';
import { AppClientError } from '#client/lib/app-error.ts';
import type { RecordAtSlideInput } from '#shared/meeting.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';

const ids = ['3b2f6a10-0000-4000-8000-000000000001', '3b2f6a10-0000-4000-8000-000000000002'] as const;

function entry(id: string = ids[0], text = 'Verifikasi ulang data sasaran'): Omit<OutboxEntry, 'problem'> {
  const decision = { id, kind: 'substantive' as const, text, issueId: null };
  const input = { editionId: 'edition-1', slideId: 'slide-3', meetingId: null, decision, actionItem: null };
  return { id, input, slide: { number: 3, headline: 'Separuh lebih sasaran sudah dijangkau' } };
}

/** A server that keeps what it is sent, once per id, with a network that can be cut. */
class Server {
  kept = new Map<string, string>();
  requests = 0;
  failure: Error | undefined;
  /** The request arrives, and its answer does not. */
  losesAnswers = false;

  send = async ({ decision }: RecordAtSlideInput): Promise<void> => {
    this.requests += 1;
    if (this.failure) throw this.failure;
    if (decision) this.kept.set(decision.id, decision.text);
    if (this.losesAnswers) throw new AppClientError('NETWORK');
  };
}

const offline = new AppClientError('NETWORK');

function outboxOf(server: Server, storage: Storage | undefined = memoryStorage(), userId = 'user-1') {
  return new RecordOutbox({ userId, storage, send: server.send });
}

describe('records of a presentation', () => {
  test('go straight to the server when it can be reached', async () => {
    const server = new Server();
    const storage = memoryStorage();
    const outbox = outboxOf(server, storage);
    expect(await outbox.record(entry())).toBe('sent');
    expect(outbox.state()).toMatchObject({ waiting: [], sent: [{ id: ids[0] }], isSending: false });
    expect(storage.length).toBe(0);
  });

  test('wait without a network, survive the browser, and arrive once', async () => {
    const server = new Server();
    server.failure = offline;
    const storage = memoryStorage();
    const first = outboxOf(server, storage);
    expect(await first.record(entry(ids[0]))).toBe('waiting');
    expect(await first.record(entry(ids[1]))).toBe('waiting');
    expect(first.state().waiting).toHaveLength(2);

    const second = outboxOf(server, storage);
    expect(second.state().waiting.map(({ id }) => id)).toEqual(ids);
    server.failure = undefined;
    server.requests = 0;
    await Promise.all([second.flush(), second.flush()]);
    await second.flush();
    expect([...server.kept.keys()]).toEqual(ids);
    expect(server.requests).toBe(2);
    expect(storage.length).toBe(0);
  });

  test('are the same record when the answer was lost and they are sent again', async () => {
    const server = new Server();
    server.losesAnswers = true;
    const outbox = outboxOf(server);
    expect(await outbox.record(entry())).toBe('waiting');
    server.losesAnswers = false;
    await outbox.flush();
    expect([...server.kept]).toEqual([[ids[0], 'Verifikasi ulang data sasaran']]);
    expect(outbox.state().waiting).toEqual([]);
  });

  test('that are refused keep their text, are not sent again by themselves, and go through once mended', async () => {
    const server = new Server();
    server.failure = new AppClientError('BAD_INPUT', { fields: { ownerAgencyId: 'AGENCY_NOT_THERE' } });
    const outbox = outboxOf(server);
    expect(await outbox.record(entry())).toBe('refused');
    const [kept] = outbox.state().waiting;
    expect(kept?.problem).toEqual({ code: 'BAD_INPUT', fields: { ownerAgencyId: 'AGENCY_NOT_THERE' } });
    expect(kept?.input.decision?.text).toBe('Verifikasi ulang data sasaran');
    await outbox.flush();
    expect(server.requests).toBe(1);
    server.failure = undefined;
    expect(await outbox.record(entry(ids[0], 'Diperbaiki'))).toBe('sent');
    expect([...server.kept.values()]).toEqual(['Diperbaiki']);
  });

  test('wait for a new sign-in', async () => {
    const server = new Server();
    server.failure = new AppClientError('NOT_SIGNED_IN', { status: 401 });
    expect(await outboxOf(server).record(entry())).toBe('waiting');
  });

  test('of one person are not shown to, nor sent by, another on the same device', () => {
    const storage = memoryStorage();
    storage.setItem(outboxPlace('user-1'), JSON.stringify([{ ...entry(), problem: null }]));
    expect(outboxOf(new Server(), storage, 'user-1').state().waiting).toHaveLength(1);
    expect(outboxOf(new Server(), storage, 'user-2').state().waiting).toEqual([]);
  });

  test('of two tabs do not write over each other', async () => {
    const server = new Server();
    server.failure = offline;
    const storage = memoryStorage();
    const [one, other] = [outboxOf(server, storage), outboxOf(server, storage)];
    await one.record(entry(ids[0]));
    await other.record(entry(ids[1]));
    one.reread();
    expect(one.state().waiting.map(({ id }) => id)).toEqual(ids);
  });

  test('stay in memory where the browser keeps nothing', async () => {
    const server = new Server();
    server.failure = offline;
    const full = memoryStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const outbox = outboxOf(server, full);
    await outbox.record(entry(ids[0]));
    await outbox.record(entry(ids[1]));
    expect(outbox.state().waiting).toHaveLength(2);
    server.failure = undefined;
    await outbox.flush();
    expect(server.kept.size).toBe(2);
  });

  test('can be given up', async () => {
    const server = new Server();
    server.failure = offline;
    const storage = memoryStorage();
    const outbox = outboxOf(server, storage);
    await outbox.record(entry());
    outbox.discard(ids[0]);
    expect(outbox.state().waiting).toEqual([]);
    expect(storage.length).toBe(0);
  });
});
