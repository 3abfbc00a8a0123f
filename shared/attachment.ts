import { z } from 'zod';

/** What a file can be evidence of. */
export const attachmentSubjects = ['small_win', 'slide', 'meeting'] as const;
export const attachmentSubjectSchema = z.enum(attachmentSubjects);
export type AttachmentSubject = z.infer<typeof attachmentSubjectSchema>;

export const maxAttachmentMegabytes = 10;
export const maxAttachmentBytes = maxAttachmentMegabytes * 1024 * 1024;
/** Files of one record. */
export const maxAttachments = 8;

/** Longest side of a kept photo, and of the small picture made of it, in pixels. */
export const photoPixels = 2000;
export const thumbnailPixels = 480;

export const photoTypes = 'image/jpeg,image/png,image/webp';
/** For an `accept` attribute. What a file really is decides its content, on the server. */
export const acceptedFiles = `${photoTypes},.pdf,.xlsx,.docx,.csv,.txt`;

/** A header that no page of another site can send without asking first; uploads must carry it. */
export const uploadHeader = 'x-satgas-upload';

/** Why a type was refused, where the sentence can say more than "not this one". */
export const typeRefusals = ['heic', 'broken_image', 'other'] as const;
export type TypeRefusal = (typeof typeRefusals)[number];

export const attachmentSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  byteSize: z.number().int().nonnegative(),
  isPhoto: z.boolean(),
  /** Pixels, of photos. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  createdAt: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const uploadQuerySchema = z.object({
  subjectType: attachmentSubjectSchema,
  subjectId: z.string().min(1).max(60),
});

export function uploadAddress(subjectType: AttachmentSubject, subjectId: string): string {
  return `/api/files?${new URLSearchParams({ subjectType, subjectId })}`;
}

export function fileAddress(id: string, size: 'full' | 'small' = 'full'): string {
  return `/api/files/${encodeURIComponent(id)}${size === 'small' ? '?size=small' : ''}`;
}
