import type { IncomingMessage } from 'node:http';
import type { Config } from './config.ts';

/**
 * Whether a page of another site sends the request: browsers name the page's origin with every change and no page can
 * forge it. Programs that are no browser name none, and have no cookies that somebody else could use.
 */
export function isFromAnotherSite(
  { headers: { origin, host } }: Pick<IncomingMessage, 'headers'>,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): boolean {
  return origin !== undefined && ![`http://${host}`, `https://${host}`, new URL(publicUrl).origin].includes(origin);
}
