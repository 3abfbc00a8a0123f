import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { AppError } from '#server/app-error.ts';
import { errorCode } from '#server/open-store.ts';
import { maxAttachmentBytes } from '#shared/attachment.ts';
import { asStorageError } from './file-store.ts';

/** Beyond this a sender is not read to the end only to be told politely that the file is too large. */
const MOST_READ_BYTES = 5 * maxAttachmentBytes;

/**
 * Writes the one file of a multipart request to `target`, by the piece: memory does not grow with the file.
 * @returns the name the sender gave it
 * @throws AppError ATTACHMENT_TOO_LARGE, BAD_INPUT (no file, no multipart, a connection that broke off), STORAGE_FULL
 */
export async function receiveFile(request: IncomingMessage, target: string): Promise<{ fileName: string }> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_READ_BYTES) throw tooLarge();
  const form = openForm(request);
  let fileName: string | undefined;
  let isTooLarge = false;
  let writing: Promise<unknown> | undefined;

  form.on('file', (_field, file, info) => {
    fileName = info.filename ?? '';
    file.on('limit', () => {
      isTooLarge = true;
    });
    writing = pipeline(file, createWriteStream(target, { flags: 'wx', mode: 0o640 })).catch((error: unknown) => {
      // The form waits for its file to be read: without this it would wait for ever.
      form.destroy();
      return error;
    });
  });

  let read = 0;
  request.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > MOST_READ_BYTES) request.destroy();
  });

  const failure = await pipeline(request, form).catch((error: unknown) => error);
  const writeFailure = await writing;
  if (isTooLarge) throw tooLarge();
  if (isDiskFailure(writeFailure)) throw asStorageError(writeFailure);
  if (failure || writeFailure) throw new AppError('BAD_INPUT', { cause: failure ?? writeFailure });
  if (fileName === undefined) throw new AppError('BAD_INPUT', { fields: { file: 'REQUIRED' } });
  return { fileName };
}

/** Told from a connection that broke off by the system's own code, `ENOSPC`, where streams have `ERR_…`. */
function isDiskFailure(error: unknown): boolean {
  return /^E(?!RR_)[A-Z]+$/.test(errorCode(error));
}

function openForm(request: IncomingMessage) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 0, parts: 2, headerPairs: 20, fileSize: maxAttachmentBytes },
    });
  } catch (error) {
    throw new AppError('BAD_INPUT', { cause: error });
  }
}

function tooLarge(): AppError {
  return new AppError('ATTACHMENT_TOO_LARGE', { params: { megabytes: maxAttachmentBytes / 1024 / 1024 } });
}
