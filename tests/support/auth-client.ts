import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { DatabaseHandle } from '#db/connection.ts';
import { createApp } from '#server/app.ts';
import { createAuth } from '#server/auth/auth.ts';
import { readConfig } from '#server/config.ts';

export const TEST_SECRET = 'a-secret-for-tests-only-0123456789-abcdef';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** A browser, as far as sign-in needs one: it keeps cookies and says where its page came from. */
export interface Browser {
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  query(procedure: string): Promise<Answer>;
  mutate(procedure: string, input: unknown): Promise<Answer>;
  cookies: Map<string, string>;
}

export interface TestServer {
  url: string;
  browser(): Browser;
  stop(): Promise<void>;
}

/** The whole application on a free port. */
export async function startTestServer(
  database: DatabaseHandle,
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...environment });
  const auth = await createAuth({ database, config, secret: TEST_SECRET });
  const server: Server = createServer(createApp({ config, database, logger: pino({ level: 'silent' }), auth }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    browser: () => createBrowser(url),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createBrowser(url: string): Browser {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url + path, {
      ...init,
      headers: { origin: url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    const isGone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (isGone) cookies.delete(name);
    else cookies.set(name, pair.slice(equals + 1));
  }

  return {
    cookies,
    post: (path, body, headers) => send(path, { method: 'POST', body: JSON.stringify(body), headers }),
    query: (procedure) => send(`/api/trpc/${procedure}`, { method: 'GET' }),
    mutate: (procedure, input) => send(`/api/trpc/${procedure}`, { method: 'POST', body: JSON.stringify(input) }),
  };
}
