import { errorCode } from '#server/open-store.ts';
import type { ExportFailure } from '#shared/briefing/export.ts';

/** A file could not be made, for a reason that a person is told. */
export class ExportFailedError extends Error {
  readonly failure: ExportFailure;

  constructor(failure: ExportFailure, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ExportFailedError';
    this.failure = failure;
  }
}

export function failureOf(error: unknown): ExportFailure {
  if (error instanceof ExportFailedError) return error.failure;
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EROFS':
    case 'STORAGE_FULL':
      return 'OUT_OF_SPACE';
    case 'ERR_WORKER_OUT_OF_MEMORY':
      return 'TOO_LARGE';
    default:
      return 'INTERNAL';
  }
}
