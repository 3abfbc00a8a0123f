import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { AppError } from '#server/app-error.ts';
import type { TypeRefusal } from '#shared/attachment.ts';

/** What a file is by its content, and how it is kept. */
export type FileKind =
  | { kind: 'photo' }
  | { kind: 'document'; contentType: string; extension: 'pdf' | 'xlsx' | 'docx' | 'csv' | 'txt' };

const photoTypes = new Set(['image/jpeg', 'image/png', 'image/webp']);
/** Phones write these; the image library's free build cannot read them. */
const unreadablePhotoTypes = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

const documents: Record<string, 'pdf' | 'xlsx' | 'docx'> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

export function typeRefused(reason: TypeRefusal): AppError {
  return new AppError('ATTACHMENT_TYPE_REFUSED', { params: { reason } });
}

/**
 * Judges by content; the name only says which kind of plain text it is.
 * @throws AppError ATTACHMENT_TYPE_REFUSED
 */
export async function fileKind(path: string, givenName: string): Promise<FileKind> {
  const found = await fileTypeFromFile(path);
  if (!found) return textKind(path, givenName);
  if (photoTypes.has(found.mime)) return { kind: 'photo' };
  if (unreadablePhotoTypes.has(found.mime)) throw typeRefused('heic');
  const extension = documents[found.mime];
  if (!extension) throw typeRefused('other');
  return { kind: 'document', contentType: found.mime, extension };
}

async function textKind(path: string, givenName: string): Promise<FileKind> {
  const extension = /\.(csv|txt)$/i.exec(givenName)?.[1]?.toLowerCase();
  if (extension !== 'csv' && extension !== 'txt') throw typeRefused('other');
  const content = await readWhole(path);
  if (content.length === 0 || hasControlBytes(content) || looksLikeMarkup(content)) throw typeRefused('other');
  const type = extension === 'csv' ? 'text/csv' : 'text/plain';
  // Spreadsheets often write the code page of the machine; a wrong charset would be worse than none.
  return { kind: 'document', contentType: isUtf8(content) ? `${type}; charset=utf-8` : type, extension };
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function hasControlBytes(content: Buffer): boolean {
  return content.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
}

/** Pages, vector pictures and scripts dressed as text. */
function looksLikeMarkup(content: Buffer): boolean {
  return /^\s*<(?:!doctype|\?xml|html|head|body|svg|script|!--)/i.test(
    content
      .subarray(0, 1000)
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, ''),
  );
}

function isUtf8(content: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
