import { randomUUID } from 'node:crypto';
import type { AnyTRPCRouter } from '@trpc/server';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { DatabaseHandle } from '#db/connection.ts';
import { slidePictureGuard } from '#server/briefing/picture-guard.ts';
import { meetingDocumentGuard } from '#server/meeting/document-guard.ts';
import { actingAsHeader } from '#shared/acting-as.ts';
import { AppError, errorAnswer } from './app-error.ts';
import { appRouter } from './app-router.ts';
import { attachmentRoutes } from './attachment/attachment.routes.ts';
import type { Auth } from './auth/auth.ts';
import { linkPagePath } from './auth/link.service.ts';
import { calendarRoutes } from './calendar/calendar.routes.ts';
import { calendarPath } from './calendar/calendar.service.ts';
import { clientFiles } from './client-files.ts';
import type { Config } from './config.ts';
import type { Actor, Context } from './context.ts';
import { createChangeFeed } from './events/change-feed.ts';
import { eventStream } from './events/event-stream.ts';
import { exportRoutes } from './export/export.routes.ts';
import { historyImportRoutes } from './history-import/history-import.routes.ts';
import { isFromAnotherSite } from './own-origin.ts';
import { readHandler } from './read/read-handler.ts';
import { smallWinAttachmentGuard } from './small-win/small-win.service.ts';

/** What the application is made of; tests put in their own. */
export interface AppDeps {
  config: Config;
  database: DatabaseHandle;
  logger: Logger;
  /** Sign-in, and the person a request's session cookie stands for. */
  auth: Auth;
  /** The procedures, where they are not the application's own: the benchmark adds an empty one. */
  router?: AnyTRPCRouter;
  /** Serves the pages, where they are not the built files: in development. */
  pages?: RequestHandler;
}

export function createContext(
  deps: AppDeps,
  request: Pick<Request, 'headers' | 'ip'>,
  response: Pick<Response, 'cookie'>,
): Context {
  let actor: Promise<Actor | null> | undefined;
  return {
    config: deps.config,
    database: deps.database,
    requestId: randomUUID(),
    getActor: () => {
      actor ??= deps.auth.findActor(request.headers).then((found) => (isMeant(found, request) ? found : null));
      return actor;
    },
    clientAddress: request.ip ?? '',
    setSessionCookie: (session) => deps.auth.setSessionCookie(request, response, session),
  };
}

/** What one person typed, and another's browser session sends, is nobody's. */
function isMeant(actor: Actor | null, { headers }: Pick<Request, 'headers'>): boolean {
  const meant = headers[actingAsHeader];
  return meant === undefined || meant === actor?.id;
}

function securityHeaders(config: Config) {
  return helmet({
    // The development server writes scripts into the page.
    contentSecurityPolicy: config.mode !== 'development' && {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The component library sets sizes and positions in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
  });
}

export function createApp(deps: AppDeps): Express {
  const { config, logger } = deps;
  const feed = createChangeFeed(deps.database, (error) => logger.error({ err: error }, 'cannot look for changes'));
  const database = feed.watch(deps.database);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.trustProxy ? 1 : false);

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    await database.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
    response.json({ status: 'ready' });
  });

  app.use(readHandler({ config, database, findActor: deps.auth.findActor }));

  app.use(
    pinoHttp({ logger, autoLogging: { ignore: (request) => request.method === 'GET' }, serializers: quietSerializers }),
  );
  app.use(securityHeaders(config));
  // No address of ours holds one, and no table could; procedures name the field themselves.
  app.use((request, _response, next) => next(/%00/.test(request.url) ? new AppError('BAD_INPUT') : undefined));

  // Before anything that would read a request's body.
  app.all('/api/auth/{*any}', deps.auth.handler);
  app.use(
    '/api/trpc',
    procedureGuard(config),
    compression(),
    createExpressMiddleware({
      router: deps.router ?? appRouter,
      createContext: ({ req, res }) => createContext({ ...deps, database }, req, res),
      maxBodySize: 2_000_000,
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          logger.error({ err: error.cause ?? error, path }, 'procedure failed');
      },
    }),
  );

  app.get('/api/events', eventStream(feed));
  app.use('/api/history-import', historyImportRoutes({ config, database, findActor: deps.auth.findActor, logger }));
  app.use('/api/exports', exportRoutes({ config, database, findActor: deps.auth.findActor }));
  app.use(calendarPath, calendarRoutes({ config, database }));
  app.use(
    '/api/files',
    attachmentRoutes({
      config,
      database,
      findActor: deps.auth.findActor,
      guards: {
        small_win: smallWinAttachmentGuard(config),
        slide: slidePictureGuard,
        meeting: meetingDocumentGuard,
      },
    }),
  );

  app.use('/api', (_request, _response) => {
    throw new AppError('NOT_FOUND');
  });
  app.use(deps.pages ?? clientFiles());
  app.use(errorHandler(logger));
  return app;
}

/** Cookies alone change nothing, and no cache on the way keeps what was answered to one person. */
function procedureGuard(config: Config): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'POST' && isFromAnotherSite(request, config)) throw new AppError('NOT_ALLOWED');
    response.setHeader('cache-control', 'no-store');
    next();
  };
}

/** The address for the log: no query, and of what holds a secret, a one-time link or a calendar, only which kind it is. */
function loggedPath(url: string): string {
  const [path = ''] = url.split('?');
  const mark = path.lastIndexOf('/');
  const holdsSecret = Object.values(linkPagePath).includes(path.slice(1, mark)) || path.slice(0, mark) === calendarPath;
  return holdsSecret ? path.slice(0, mark + 1) : path;
}

/** Requests are logged by method, path and status: no addresses, cookies or bodies. */
const quietSerializers = {
  req: (request: { id: unknown; method: string; url: string }) => ({
    id: request.id,
    method: request.method,
    path: loggedPath(request.url),
  }),
  res: (response: { statusCode: number }) => ({ status: response.statusCode }),
};

function errorHandler(logger: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = error instanceof AppError ? error : new AppError('INTERNAL', { cause: error });
    if (known.code === 'INTERNAL') logger.error({ err: error, path: loggedPath(request.path) }, 'request failed');
    response.status(known.httpStatus).json({ error: errorAnswer(known) });
  };
}
