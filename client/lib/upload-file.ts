import { AppClientError, fromAnswer } from '#client/lib/app-error.ts';
import {
  type Attachment,
  type AttachmentSubject,
  attachmentSchema,
  uploadAddress,
  uploadHeader,
} from '#shared/attachment.ts';
import { shrinkPhoto } from './shrink-photo.ts';

/** A connection that says nothing for so long is gone. */
const STALLED_MS = 60_000;

/**
 * Sends one file that belongs to a record; photos are made smaller first.
 * @param onProgress per cent of the file that has been sent
 * @throws AppClientError as every other call does
 */
export async function uploadFile(
  subject: { type: AttachmentSubject; id: string },
  file: File,
  onProgress: (percent: number) => void,
): Promise<Attachment> {
  const body = new FormData();
  const sent = await shrinkPhoto(file);
  body.append('file', sent, file.name);
  // fetch cannot tell how much of a request has gone out.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    let stalled: ReturnType<typeof setTimeout>;
    const watch = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), STALLED_MS);
    };
    request.open('POST', uploadAddress(subject.type, subject.id));
    request.setRequestHeader(uploadHeader, '1');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      watch();
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    request.addEventListener('loadend', () => clearTimeout(stalled));
    request.addEventListener('error', () => reject(new AppClientError('NETWORK')));
    request.addEventListener('abort', () => reject(new AppClientError('TIMEOUT')));
    request.addEventListener('load', () => {
      const attachment = attachmentSchema.safeParse(request.response);
      if (request.status === 201 && attachment.success) resolve(attachment.data);
      else reject(refusalOf(request.response, request.status));
    });
    watch();
    request.send(body);
  });
}

function refusalOf(response: unknown, status: number): AppClientError {
  if (typeof response === 'object' && response !== null && 'error' in response) {
    const { error } = response;
    if (typeof error === 'object' && error !== null) return fromAnswer({ ...error }, status);
  }
  return new AppClientError('UNEXPECTED_ANSWER', { status });
}
