import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseHandle } from '#db/connection.ts';
import { readReferenceVersion } from '#db/reference-version.ts';
import { AppError } from '#server/app-error.ts';
import type { Config } from '#server/config.ts';
import { type Actor, roleOf } from '#server/context.ts';
import { findDataVersion } from '#server/figure/figure.service.ts';
import type { PageScope } from '#server/figure/page-scope.service.ts';
import { chosenEncoding, createReadCache, type KeptAnswer, matchesEtag } from '#server/read-cache.ts';
import { assertPermitted } from '#server/trpc.ts';
import { readQuerySchema } from '#shared/figure.ts';
import { currentDate, previousMonth } from '#shared/month.ts';
import { can } from '#shared/permissions.ts';
import { findReadPage, type ReadPage } from './read-pages.ts';

export interface ReadDeps {
  config: Pick<Config, 'provinceCode' | 'timeZone' | 'publicUrl'>;
  database: DatabaseHandle;
  findActor: (headers: IncomingMessage['headers']) => Promise<Actor | null>;
}

const prefix = '/api/read';

type Next = (error?: unknown) => void;

/**
 * The read API: plain GETs whose answers change only with the data, kept as bytes. It stands before the rest of the
 * application because a request costs little more than looking up the data version.
 */
export function readHandler(deps: ReadDeps) {
  const cache = createReadCache();
  const today = dateClock(deps.config.timeZone);
  const security = securityHeaders(deps.config);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { page, query } = parseAddress(request.url ?? '');
    // A stranger has no cookie: the public read pays nothing for sessions.
    const actor = request.headers.cookie === undefined ? null : await deps.findActor(request.headers);
    assertPermitted(actor, query.data === 'provisional' ? 'figure.read_provisional' : page.permission);
    const { db } = deps.database;
    const [head] = await findDataVersion(db, {});
    const asOf = today();
    const scope: PageScope = {
      provinceId: deps.config.provinceCode,
      // The current month is still being entered: what people look at by default is the last one that is over.
      month: query.month ?? previousMonth(asOf.slice(0, 7)),
      scope: query.data,
      audience: can(roleOf(actor), 'completeness.read') ? 'staff' : 'public',
      asOf,
      timeZone: deps.config.timeZone,
      dataVersion: head?.dataVersion ?? 0,
    };
    const version = page.isTimeless ? await readReferenceVersion(db) : String(scope.dataVersion);
    const kept = await cache.get(keyOf(page, scope), version, () => page.compute(deps.database, scope));
    const isPrivate = !page.isTimeless && (scope.audience === 'staff' || scope.scope === 'provisional');
    await send(request, response, kept, { ...security, 'cache-control': isPrivate ? 'private, no-cache' : 'no-cache' });
  }

  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || !request.url?.startsWith(`${prefix}/`)) {
      next();
      return;
    }
    answer(request, response).catch((error: unknown) => {
      for (const [name, value] of Object.entries(security)) response.setHeader(name, value);
      response.setHeader('cache-control', 'no-store');
      next(error);
    });
  };
}

/** @throws AppError NOT_FOUND, or BAD_INPUT with the field */
function parseAddress(url: string) {
  const mark = url.indexOf('?');
  const path = url.slice(prefix.length, mark < 0 ? undefined : mark);
  const page = findReadPage(path);
  if (!page) throw new AppError('NOT_FOUND');
  const given = mark < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(mark)));
  const query = readQuerySchema.safeParse(given);
  if (!query.success) {
    const fields = Object.fromEntries(query.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
    throw new AppError('BAD_INPUT', { fields });
  }
  return { page, query: query.data };
}

function keyOf(page: ReadPage, { provinceId, month, scope, audience, asOf }: PageScope): string {
  const parts = page.isTimeless ? [] : [month, scope, audience, asOf];
  return [page.path, provinceId, ...parts].join(' ');
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  kept: KeptAnswer,
  headers: Record<string, string>,
): Promise<void> {
  const common = { ...headers, etag: kept.etag, vary: 'Accept-Encoding, Cookie' };
  if (matchesEtag(request.headers['if-none-match'], kept.etag)) {
    response.writeHead(304, common).end();
    return;
  }
  const encoding = chosenEncoding(request.headers['accept-encoding']?.toString());
  const body = await kept.body(encoding);
  response.writeHead(200, {
    ...common,
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What the page's headers say, for answers that are data and nothing else. */
function securityHeaders({ publicUrl }: Pick<Config, 'publicUrl'>): Record<string, string> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Today's date in the province; formatting it anew for every request would cost more than the request. */
function dateClock(timeZone: string): () => string {
  let date = '';
  let goodUntil = 0;
  return () => {
    const now = Date.now();
    if (now >= goodUntil) {
      date = currentDate(new Date(now), timeZone);
      goodUntil = (Math.floor(now / 1000) + 1) * 1000;
    }
    return date;
  };
}
