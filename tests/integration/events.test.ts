import { once } from 'node:events';
import express, { type NextFunction, type Request, type Response } from 'express';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { recordAudit } from '#server/audit.ts';
import { createChangeFeed } from '#server/events/change-feed.ts';
import { eventStream } from '#server/events/event-stream.ts';
import { startTestServer, type TestServer } from '#tests/support/auth-client.ts';
import { onEachEngine } from '#tests/support/engines.ts';

const running: Pick<TestServer, 'stop'>[] = [];
const listening: EventReader[] = [];

afterEach(async () => {
  for (const reader of listening.splice(0)) reader.close();
  for (const server of running.splice(0)) await server.stop();
});

interface EventReader {
  headers: Headers;
  /** The next version told; rejects after two seconds. */
  next(): Promise<number>;
  close(): void;
}

async function listen(url: string): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/events`, { signal: abort.signal });
  if (!response.body) throw new Error('no stream');
  const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  async function read(): Promise<number> {
    for (;;) {
      const event = /event: data\n(?:id: .*\n)?data: (.*)\n\n/.exec(text);
      if (event) {
        text = text.slice(event.index + event[0].length);
        return JSON.parse(event[1] ?? '').version;
      }
      const { value, done } = await chunks.read();
      if (done) throw new Error('the stream has ended');
      text += value;
    }
  }
  const reader = {
    headers: response.headers,
    next: () => Promise.race([read(), afterTwoSeconds()]),
    close: () => abort.abort(),
  };
  listening.push(reader);
  return reader;
}

function afterTwoSeconds(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('nothing was told')), 2_000));
}

async function change(database: DatabaseHandle, changesFigures = true): Promise<number> {
  const event = { event: 'setting.changed' as const, subjectType: 'setting', subjectId: 'x', data: {} };
  return database.transaction((trx) => recordAudit(trx, null, [event], { changesFigures }));
}

onEachEngine('server-sent events', (open) => {
  it('tells the version at once, and each change by another process within two seconds', async () => {
    const database = await open();
    const server = await startTestServer(database);
    running.push(server);
    const version = await change(database);
    const reader = await listen(server.url);
    expect(reader.headers.get('content-type')).toContain('text/event-stream');
    expect(reader.headers.get('cache-control')).toContain('no-store');
    expect(await reader.next()).toBe(version);

    await change(database, false);
    expect(await change(database)).toBe(version + 1);
    expect(await reader.next()).toBe(version + 1);
    const second = await listen(server.url);
    expect(await second.next()).toBe(version + 1);
  });

  it('tells a change by this process without waiting for the next look', async () => {
    const inner = await open();
    const feed = createChangeFeed(inner);
    const database = feed.watch(inner);
    const told: { version: number; at: number }[] = [];
    const stop = feed.subscribe((version) => told.push({ version, at: performance.now() }));
    await until(() => told.length === 1);
    const [before] = told;
    // The database is looked at every second: well before the next look.
    const changedAt = performance.now();
    await change(database);
    await until(() => told.length === 2);
    expect(told[1]?.version).toBe((before?.version ?? 0) + 1);
    expect((told[1]?.at ?? 0) - changedAt).toBeLessThan(700);
    stop();
    await change(database);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told).toHaveLength(2);
  });

  it('refuses one address that opens streams without end, and lets it in again after closing one', async () => {
    const server = await startStream(await open(), { perAddress: 2, inAll: 10 });
    running.push(server);
    const first = await listen(server.url);
    await listen(server.url);
    expect((await fetch(`${server.url}/api/events`)).status).toBe(429);
    first.close();
    await until(async () => {
      const abort = new AbortController();
      const { status } = await fetch(`${server.url}/api/events`, { signal: abort.signal });
      abort.abort();
      return status === 200;
    });
  });
});

/** The stream alone, with limits of its own. */
async function startStream(database: DatabaseHandle, limits: { perAddress: number; inAll: number }) {
  const app = express();
  app.get('/api/events', eventStream(createChangeFeed(database), limits));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    response.status(error instanceof AppError ? error.httpStatus : 500).end();
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 2_000;
  while (!(await test())) {
    if (performance.now() > end) throw new Error('it did not happen within two seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
