import { vi } from 'vitest';

type Handler = (input: unknown) => unknown;

/** An error as the server writes it. */
export class FakeAppError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Puts a server behind `fetch` that answers procedures by name, batched like the real one. A handler that throws a
 * FakeAppError refuses; any other error is a network that is down.
 */
export function fakeTrpc(handlers: Record<string, Handler>) {
  const calls: { name: string; input: unknown }[] = [];
  vi.stubGlobal('fetch', async (address: string | URL | Request, init?: RequestInit) => {
    const url = new URL(String(address), 'http://localhost');
    const names = url.pathname.replace('/api/trpc/', '').split(',');
    const inputs: Record<string, unknown> = JSON.parse(
      typeof init?.body === 'string' ? init.body : (url.searchParams.get('input') ?? '{}'),
    );
    const answers = await Promise.all(
      names.map(async (name, index) => {
        calls.push({ name, input: inputs[index] });
        const handler = handlers[name];
        try {
          if (!handler) throw new FakeAppError('NOT_FOUND');
          return { result: { data: await handler(inputs[index]) } };
        } catch (error) {
          if (!(error instanceof FakeAppError)) throw new TypeError('Failed to fetch');
          const app = { code: error.code, params: {}, fields: {} };
          return { error: { message: error.code, code: -32000, data: { code: 'CONFLICT', httpStatus: 409, app } } };
        }
      }),
    );
    return new Response(JSON.stringify(answers), { status: 200, headers: { 'content-type': 'application/json' } });
  });
  return { calls, callsTo: (name: string) => calls.filter((call) => call.name === name).map(({ input }) => input) };
}
