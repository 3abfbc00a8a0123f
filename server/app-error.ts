import { type ErrorCode, errorCodes } from '#shared/error-codes.ts';

export type ErrorParams = Record<string, string | number | boolean | null>;

/** The one error services throw. The message is for logs; people read the client's sentence for `code`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Values for the sentence, e.g. the version that is there now. No personal data. */
  readonly params: ErrorParams;
  /** Input field → what is wrong with it. */
  readonly fields: Record<string, string>;

  constructor(
    code: ErrorCode,
    options: { params?: ErrorParams; fields?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = options.params ?? {};
    this.fields = options.fields ?? {};
  }

  get httpStatus(): number {
    return errorCodes[this.code];
  }
}

/** What every error answer carries, over tRPC (in `data`) and over plain HTTP alike. */
export interface ErrorAnswer {
  code: ErrorCode;
  params: ErrorParams;
  fields: Record<string, string>;
}

export function errorAnswer(error: AppError): ErrorAnswer {
  return { code: error.code, params: error.params, fields: error.fields };
}
