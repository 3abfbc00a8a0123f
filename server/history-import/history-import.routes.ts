import type { IncomingHttpHeaders } from 'node:http';
import compression from 'compression';
import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError, errorAnswer } from '#server/app-error.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { errorCode } from '#server/open-store.ts';
import { isFromAnotherSite } from '#server/own-origin.ts';
import { assertReadableText } from '#server/readable-text.ts';
import { clockOf } from '#server/report/report.service.ts';
import { assertPermitted } from '#server/trpc.ts';
import { actingAsHeader } from '#shared/acting-as.ts';
import { type ApplyLine, applyInput, dryRunInput, mostImportBytes, mostImportRows } from '#shared/history-import.ts';
import { applyImport, dryRun } from './history-import.service.ts';

export interface HistoryImportDeps {
  config: Pick<Config, 'publicUrl' | 'timeZone'>;
  database: DatabaseHandle;
  findActor: (headers: IncomingHttpHeaders) => Promise<Actor | null>;
  logger: Pick<Logger, 'error'>;
}

/**
 * `POST /api/history-import/dry-run` answers with JSON; `POST /api/history-import/apply` with a line of JSON for each
 * step, so that no process has to remember how far an import is. Mount at /api/history-import.
 */
export function historyImportRoutes(deps: HistoryImportDeps): Router {
  const routes = Router();
  routes.post('/dry-run', compression(), async (request, response) => {
    await admit(deps, request);
    const input = await readInput(request, dryRunInput);
    response.set('cache-control', 'no-store').json(await dryRun(deps.database, input, clockOf(deps.config)));
  });
  routes.post('/apply', async (request, response) => {
    const actor = await admit(deps, request);
    const input = await readInput(request, applyInput);
    await answerApply(deps, actor, input, response);
  });
  return routes;
}

/** @throws AppError NOT_ALLOWED, also for a page of another site; NOT_SIGNED_IN */
async function admit({ config, findActor }: HistoryImportDeps, request: Request): Promise<Actor> {
  if (isFromAnotherSite(request, config)) throw new AppError('NOT_ALLOWED');
  const actor = await findActor(request.headers);
  assertPermitted(actor, 'history.import');
  const meant = request.headers[actingAsHeader];
  // What one person has checked is not applied in the name of another who has signed in since.
  if (!actor || (meant !== undefined && meant !== actor.id)) throw new AppError('NOT_SIGNED_IN');
  return actor;
}

/** @throws AppError IMPORT_TOO_LARGE, BAD_INPUT */
async function readInput<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  // A form of another site can send text, but not this type without asking first.
  if (!request.is('application/json')) throw new AppError('BAD_INPUT');
  const body = parseJson(await readBody(request));
  const rows = typeof body === 'object' && body !== null && 'rows' in body ? body.rows : undefined;
  if (Array.isArray(rows) && rows.length > mostImportRows) throw tooLarge();
  assertReadableText(body);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(
    parsed.error.issues.slice(0, 20).map((issue) => [issue.path.join('.'), issue.message]),
  );
  throw new AppError('BAD_INPUT', { fields });
}

async function readBody(request: Request): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > mostImportBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new AppError('BAD_INPUT');
    bytes += chunk.length;
    if (bytes > mostImportBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('BAD_INPUT', { cause: error });
  }
}

function tooLarge(): AppError {
  return new AppError('IMPORT_TOO_LARGE', { params: { rows: mostImportRows } });
}

/** Goes on when the listener goes away: what was asked for is done, and who asks again with the same id learns of it. */
async function answerApply(
  { config, database, logger }: HistoryImportDeps,
  actor: Actor,
  input: z.output<typeof applyInput>,
  response: Response,
): Promise<void> {
  response.set({
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that waits for the whole answer would show no progress.
    'x-accel-buffering': 'no',
  });
  const send = (line: ApplyLine) => {
    if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`);
  };
  try {
    const done = await applyImport(database, actor, input, clockOf(config), (step, count, total) =>
      send({ type: 'progress', step, done: count, total }),
    );
    send({ type: 'done', ...done });
  } catch (error) {
    const known = asAppError(error);
    if (known.code === 'INTERNAL') logger.error({ err: error }, 'import failed');
    send({ type: 'error', error: errorAnswer(known) });
  }
  response.end();
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const isFull = ['SQLITE_FULL', '53100'].includes(errorCode(error));
  return new AppError(isFull ? 'STORAGE_FULL' : 'INTERNAL', { cause: error });
}
