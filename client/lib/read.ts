import { queryOptions } from '@tanstack/react-query';
import type { ZodType } from 'zod';
import { AppClientError, fromAnswer } from './app-error.ts';

type SearchParams = Record<string, string | number | boolean | undefined>;

const timeoutMs = 30_000;

/**
 * Options of a query on a cached read endpoint: `useQuery(readQuery('/overview', overviewSchema, { month, view }))`.
 * The browser keeps the answer and its ETag; an unchanged one costs a 304.
 */
export function readQuery<T>(path: string, schema: ZodType<T>, search: SearchParams = {}) {
  const address = readAddress(path, search);
  return queryOptions({
    queryKey: ['read', path, search],
    queryFn: ({ signal }) => fetchRead(address, schema, signal),
  });
}

/** The address of a read endpoint; parameters without a value are left out. */
export function readAddress(path: string, search: SearchParams = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined) params.set(key, String(value));
  }
  const query = params.toString();
  return `/api/read${path}${query === '' ? '' : `?${query}`}`;
}

/** Asks a read endpoint once, without keeping the answer in a query. */
export async function fetchRead<T>(address: string, schema: ZodType<T>, signal?: AbortSignal): Promise<T> {
  const limit = AbortSignal.timeout(timeoutMs);
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
  const body: unknown = await response.json();
  if (!response.ok) throw errorOf(body, response.status);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AppClientError('UNEXPECTED_ANSWER', { cause: parsed.error });
  return parsed.data;
}

function errorOf(body: unknown, status: number): AppClientError {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null) return fromAnswer({ ...error }, status);
  }
  return new AppClientError('UNEXPECTED_ANSWER', { status });
}
