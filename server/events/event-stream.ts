import type { Request, Response } from 'express';
import { AppError } from '#server/app-error.ts';
import type { ChangeFeed } from './change-feed.ts';

/** Proxies cut a connection that says nothing for a minute. */
const heartbeatMs = 25_000;
/** A whole office may share one address; a program that opens streams without end may not. */
const mostPerAddress = 100;
const mostInAll = 2_000;

/**
 * Server-sent events: `event: data` with `{"version": n}` at once and after every change. It says that something
 * changed, not what: whoever listens asks again for what it shows, with its own rights.
 */
export function eventStream(feed: ChangeFeed, limits = { perAddress: mostPerAddress, inAll: mostInAll }) {
  const openByAddress = new Map<string, number>();
  let open = 0;

  return (request: Request, response: Response): void => {
    const address = request.ip ?? '';
    const mine = openByAddress.get(address) ?? 0;
    if (mine >= limits.perAddress || open >= limits.inAll) throw new AppError('TOO_MANY_REQUESTS');
    openByAddress.set(address, mine + 1);
    open += 1;

    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    const unsubscribe = feed.subscribe((version) => {
      response.write(`event: data\nid: ${version}\ndata: ${JSON.stringify({ version })}\n\n`);
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs).unref();

    response.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      open -= 1;
      const left = (openByAddress.get(address) ?? 1) - 1;
      if (left > 0) openByAddress.set(address, left);
      else openByAddress.delete(address);
    });
  };
}
