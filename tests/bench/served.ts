import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { BENCH_SECRET } from './people.ts';

export interface Served {
  url: string;
  /** Peak memory in MB since the start. */
  peakMemory(): Promise<number>;
  stop(): Promise<void>;
}

/** What `npm start` tells Node: the benchmark serves in the same way. */
function nodeFlags(): string[] {
  return (process.env.SATGAS_NODE_FLAGS ?? '').split(' ').filter((flag) => flag !== '');
}

function environment(file: string, dataDir: string, port: number) {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATABASE_URL: file,
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    AUTH_SECRET: BENCH_SECRET,
    // As in production, but into nothing.
    LOG_LEVEL: 'info',
  };
}

/** Serves a data set from a process of its own. */
export async function serve(file: string, dataDir: string): Promise<Served> {
  const child = fork(join(import.meta.dirname, 'bench-server.js'), {
    execArgv: nodeFlags(),
    env: environment(file, dataDir, 0),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { url } = await answer<{ url: string }>(child);
  return {
    url,
    async peakMemory() {
      child.send('memory');
      return (await answer<{ memory: number }>(child)).memory;
    },
    stop: () => {
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('close', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** Milliseconds from starting the built application to its first answer, on a database that is up to date. */
export async function timeToStart(cli: string, file: string, dataDir: string): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeFlags(), cli, 'serve'], {
    env: environment(file, dataDir, port),
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) break;
    if (child.exitCode !== null) throw new Error(`the application ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const elapsed = performance.now() - start;
  child.kill('SIGTERM');
  await ended;
  return elapsed;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
