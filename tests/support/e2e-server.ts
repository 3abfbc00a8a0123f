import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const START_LIMIT_MS = 120_000;

export interface RunningApplication {
  url: string;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
  /** Ends it as a power cut does, at once and in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** Starts the built application with sample data in `dataDir`, as `npm run demo` does, on a free port unless told one. */
export function startDemo(dataDir: string, port?: number): Promise<RunningApplication> {
  return start('demo', dataDir, port);
}

/** Starts the built application without sample data, as `npm start` does, on a free port. */
export function startProduction(dataDir: string): Promise<RunningApplication> {
  return start('serve', dataDir);
}

/** Runs the built application's `satgas` command with nothing but these settings. */
export function spawnApplication(args: readonly string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, 'dist', 'server', 'cli.js'), ...args], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => text };
}

async function start(command: 'demo' | 'serve', dataDir: string, wanted?: number): Promise<RunningApplication> {
  const port = wanted ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const { child, ended, output } = spawnApplication([command], { DATA_DIR: dataDir, PORT: String(port) });
  try {
    await untilReady(url, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`The application did not start.\n${output()}`, { cause: error });
  }
  return {
    url,
    output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    const isReady = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not ready after ${START_LIMIT_MS} ms`);
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
