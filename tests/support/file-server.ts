import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { DatabaseHandle } from '#db/connection.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { uploadAddress, uploadHeader } from '#shared/attachment.ts';

export interface Upload {
  status: number;
  body: { id?: string; fileName?: string; contentType?: string; error?: { code: string; params: object } };
}

export interface FileServer {
  url: string;
  upload(actor: Actor | null, smallWinId: string, file: File, headers?: Record<string, string>): Promise<Upload>;
  fetchFile(actor: Actor | null, id: string, query?: string): Promise<Response>;
  stop(): Promise<void>;
}

/** The application over HTTP, where the cookie `as=<id>` stands for one of the given people. */
export async function startFileServer(
  database: DatabaseHandle,
  dataDir: string,
  people: readonly Actor[],
): Promise<FileServer> {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: dataDir });
  const app = createApp({
    config,
    database,
    logger: pino({ level: 'silent' }),
    auth: {
      handler: async () => {},
      setSessionCookie: () => {},
      findActor: async (headers) => people.find((each) => headers.cookie === `as=${each.id}`) ?? null,
    },
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookieOf = (actor: Actor | null): Record<string, string> => (actor ? { cookie: `as=${actor.id}` } : {});
  return {
    url,
    async upload(actor, smallWinId, file, headers = { origin: url, [uploadHeader]: '1' }) {
      const body = new FormData();
      body.append('file', file);
      const response = await fetch(url + uploadAddress('small_win', smallWinId), {
        method: 'POST',
        headers: { ...cookieOf(actor), ...headers },
        body,
      });
      return { status: response.status, body: await response.json() };
    },
    fetchFile: (actor, id, query = '') => fetch(`${url}/api/files/${id}${query}`, { headers: cookieOf(actor) }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
