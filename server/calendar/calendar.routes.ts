import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { clientNetwork, consumeAttempt } from '#server/auth/attempt-limit.service.ts';
import type { Config } from '#server/config.ts';
import { matchesEtag } from '#server/read-cache.ts';
import { findCalendarOwner } from './calendar.service.ts';
import { calendarText } from './calendar-feed.ts';

export interface CalendarDeps {
  config: Pick<Config, 'timeZone' | 'publicUrl' | 'provinceCode'>;
  database: DatabaseHandle;
}

/** Calendar programs ask every few minutes at most. */
const ownRule = { window: 60, max: 30 };
/** Guesses from one network; a token has 256 bits, so this saves work rather than secrets. */
const guessRule = { window: 60, max: 20 };

/** `GET /api/calendar/<token>.ics`: a person's calendar, for whoever holds its address. Mount at /api/calendar. */
export function calendarRoutes(deps: CalendarDeps): Router {
  const routes = Router();
  routes.get('/:file', (request, response) => sendCalendar(deps, request, response));
  return routes;
}

async function sendCalendar(
  { config, database }: CalendarDeps,
  request: Request<{ file: string }>,
  response: Response,
): Promise<void> {
  const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1];
  const owner = token === undefined ? undefined : await findCalendarOwner(database.db, token);
  if (!owner) {
    await assertAllowed(database, response, `calendar|from|${clientNetwork(request.ip ?? '')}`, guessRule);
    throw new AppError('NOT_FOUND');
  }
  await assertAllowed(database, response, `calendar|of|${owner.id}`, ownRule);
  const text = await calendarText({ handle: database, config, owner });
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;
  response.setHeader('etag', etag);
  // The address is a secret, and what it answers is one person's.
  response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('x-robots-tag', 'noindex');
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    response.status(304).end();
    return;
  }
  response.setHeader('content-type', 'text/calendar; charset=utf-8');
  response.setHeader('content-disposition', 'inline; filename="satgas.ics"');
  response.send(text);
}

async function assertAllowed(
  database: DatabaseHandle,
  response: Response,
  key: string,
  rule: typeof ownRule,
): Promise<void> {
  const { allowed, retryAfter } = await consumeAttempt(database, key, rule);
  if (allowed) return;
  response.setHeader('retry-after', String(retryAfter ?? rule.window));
  throw new AppError('TOO_MANY_REQUESTS', { params: { seconds: retryAfter } });
}
