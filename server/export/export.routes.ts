import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import { contentDisposition } from '#server/attachment/kept-file.service.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { errorCode } from '#server/open-store.ts';
import { matchesEtag } from '#server/read-cache.ts';
import { assertPermitted } from '#server/trpc.ts';
import { findJob } from './export.queries.ts';
import { exportPath, openExportStore } from './export-store.ts';

export interface ExportDeps {
  config: Pick<Config, 'dataDir'>;
  database: DatabaseHandle;
  findActor: (headers: IncomingHttpHeaders) => Promise<Actor | null>;
}

const contentTypes: Record<string, string> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  png: 'image/png',
  zip: 'application/zip',
};

/** `GET /api/exports/:id`: the file of a job that is done. Mount at /api/exports. */
export function exportRoutes(deps: ExportDeps): Router {
  const routes = Router();
  routes.get('/:id', (request, response) => sendExport(deps, request, response));
  return routes;
}

/** @throws AppError EXPORT_NOT_FOUND, also where the file is gone; EXPORT_NOT_READY */
async function sendExport(
  { config, database, findActor }: ExportDeps,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  assertPermitted(request.headers.cookie === undefined ? null : await findActor(request.headers), 'briefing.read');
  const job = await findJob(database.db, request.params.id);
  if (!job) throw new AppError('EXPORT_NOT_FOUND');
  if (job.state !== 'done' || job.storageKey === null) throw new AppError('EXPORT_NOT_READY');
  const path = exportPath(openExportStore(config.dataDir), job.storageKey);
  const { size } = await stat(path).catch((error: unknown) => {
    throw errorCode(error) === 'ENOENT' ? new AppError('EXPORT_NOT_FOUND', { cause: error }) : error;
  });
  // A job makes its file once: its id stands for the bytes.
  const etag = `"${job.id}"`;
  const extension = job.storageKey.slice(job.storageKey.lastIndexOf('.') + 1);
  response.set({
    'content-type': contentTypes[extension] ?? 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': contentDisposition('attachment', job.fileName),
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    // Kept by the reader's own browser, but asked for anew: who may read it can change.
    'cache-control': 'private, no-cache',
    vary: 'Cookie',
    etag,
  });
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    response.status(304).end();
    return;
  }
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(createReadStream(path), response).catch((error: unknown) => {
    // The reader went away: the connection is closed, nothing to answer.
    if (!response.destroyed) throw error;
  });
}
