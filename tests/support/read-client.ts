import type { z } from 'zod';

export interface ReadAnswer<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

/** Reads an address of the read API as a browser would, and holds the answer against its schema. */
export async function readPage<Schema extends z.ZodType>(
  url: string,
  schema: Schema,
  headers: Record<string, string> = {},
): Promise<ReadAnswer<z.output<Schema>>> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return { status: response.status, headers: response.headers, text, body: schema.parse(JSON.parse(text)) };
}
