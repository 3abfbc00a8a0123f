import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { DatabaseHandle } from '#db/connection.ts';
import { AppError } from '#server/app-error.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { errorCode } from '#server/open-store.ts';
import { isFromAnotherSite } from '#server/own-origin.ts';
import { matchesEtag } from '#server/read-cache.ts';
import { assertReadableText } from '#server/readable-text.ts';
import { uploadHeader, uploadQuerySchema } from '#shared/attachment.ts';
import {
  type AttachmentGuards,
  addAttachment,
  assertRoom,
  findReadableFile,
  removeStrayFiles,
} from './attachment.service.ts';
import { contentDisposition } from './file-name.ts';
import { discardFiles, openFileStore, temporaryPath } from './file-store.ts';
import { receiveFile } from './receive-file.ts';

export interface AttachmentDeps {
  config: Pick<Config, 'dataDir' | 'publicUrl'>;
  database: DatabaseHandle;
  findActor: (headers: IncomingHttpHeaders) => Promise<Actor | null>;
  guards: AttachmentGuards;
}

/** `POST /api/files` takes one file as multipart form data; `GET /api/files/:id` gives it back. Mount at /api/files. */
export function attachmentRoutes(deps: AttachmentDeps): Router {
  const routes = Router();
  let hasSwept = false;

  routes.post('/', async (request, response) => {
    assertOwnPage(request, deps.config);
    const attachment = await upload(deps, request);
    response.status(201).json(attachment);
    if (hasSwept) return;
    hasSwept = true;
    // Once per process, after the first upload: what earlier crashes left behind.
    void removeStrayFiles(deps.database, deps.config.dataDir).catch(() => undefined);
  });
  routes.get('/:id', (request, response) => sendFile(deps, request, response));
  return routes;
}

/** A page of another site can neither forge its origin nor send our header: sign-in cookies alone do not upload. */
function assertOwnPage(request: Request, config: Pick<Config, 'publicUrl'>): void {
  if (isFromAnotherSite(request, config) || request.headers[uploadHeader] === undefined) {
    throw new AppError('NOT_ALLOWED');
  }
}

async function upload({ config, database, findActor, guards }: AttachmentDeps, request: Request) {
  const subject = uploadQuerySchema.safeParse(request.query);
  if (!subject.success) throw new AppError('BAD_INPUT');
  const actor = await findActor(request.headers);
  if (!actor) throw new AppError('NOT_SIGNED_IN');
  const { subjectType, subjectId } = subject.data;
  const guard = guards[subjectType];
  await guard.assertMayChange(database, actor, subjectId, database.db);
  await assertRoom(database.db, subject.data);

  const temporary = temporaryPath(openFileStore(config.dataDir));
  try {
    const { fileName } = await receiveFile(request, temporary);
    assertReadableText({ file: fileName });
    return await addAttachment(database, config.dataDir, actor, { subject: subject.data, temporary, fileName }, guard);
  } finally {
    await discardFiles(temporary);
  }
}

async function sendFile(
  { config, database, findActor, guards }: AttachmentDeps,
  request: Request,
  response: Response,
): Promise<void> {
  const actor = request.headers.cookie === undefined ? null : await findActor(request.headers);
  const size = request.query.size === 'small' ? 'small' : 'full';
  const id = String(request.params.id);
  const file = await findReadableFile(database, config.dataDir, actor, { id, size }, guards);
  const { size: length } = await stat(file.path).catch((error: unknown) => {
    throw errorCode(error) === 'ENOENT' ? new AppError('ATTACHMENT_NOT_FOUND', { cause: error }) : error;
  });
  response.set({
    'content-type': file.contentType,
    'content-length': String(length),
    // Documents are never shown by the browser in our name: they are saved.
    'content-disposition': contentDisposition(file.isPhoto ? 'inline' : 'attachment', file.fileName),
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': cacheControl[file.visibility],
    etag: file.etag,
    ...(file.visibility === 'private' ? { vary: 'Cookie' } : {}),
  });
  if (matchesEtag(request.headers['if-none-match'], file.etag)) {
    response.status(304).end();
    return;
  }
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(createReadStream(file.path), response).catch((error: unknown) => {
    // The reader went away, or the file did while it was being sent: the connection is closed, nothing to answer.
    if (!response.destroyed) throw error;
  });
}

/** A file never changes under its address, but a record can be withdrawn: shared caches forget it within the hour. */
const cacheControl = {
  public: 'public, max-age=3600, immutable',
  private: 'private, max-age=86400, immutable',
} as const;
