export type ErrorParams = Record<string, string | number>;

/**
 * The one shape in which the interface knows a failure. `code` has a sentence in the `errors` dictionary, `params` fills
 * it, and `fields` says which input (by its path in the schema) is meant by which code.
 */
export class AppClientError extends Error {
  readonly code: string;
  readonly params: ErrorParams;
  readonly fields: Record<string, string>;
  readonly status: number | undefined;

  constructor(
    code: string,
    rest: {
      message?: string;
      params?: ErrorParams;
      fields?: Record<string, string>;
      status?: number;
      cause?: unknown;
    } = {},
  ) {
    super(rest.message ?? code, { cause: rest.cause });
    this.name = 'AppClientError';
    this.code = code;
    this.params = rest.params ?? {};
    this.fields = rest.fields ?? {};
    this.status = rest.status;
  }
}

/** Turns whatever was thrown (tRPC, HTTP, network, a bug) into an AppClientError. */
export function toAppError(error: unknown): AppClientError {
  if (error instanceof AppClientError) return error;
  if (!(error instanceof Error)) return new AppClientError('UNKNOWN', { cause: error });

  // tRPC: the answer of the server lies in `data.app`.
  const data = property(error, 'data');
  if (isRecord(data)) return fromAnswer(isRecord(data.app) ? data.app : {}, numberOf(data.httpStatus), error);

  // tRPC wraps what fetch threw; fetch throws a TypeError when no answer came at all.
  const cause = error.cause instanceof Error ? error.cause : error;
  if (cause.name === 'TimeoutError') return new AppClientError('TIMEOUT', { cause: error });
  if (cause.name === 'AbortError' || (cause instanceof TypeError && isNetworkMessage(cause.message))) {
    return new AppClientError('NETWORK', { cause: error });
  }
  // A proxy answered with a page instead of JSON: the server behind it is away.
  if (cause instanceof SyntaxError) return new AppClientError('UNEXPECTED_ANSWER', { cause: error });
  return new AppClientError('UNKNOWN', { message: error.message, cause: error });
}

/** Reads an error as the server writes it: in tRPC's `data.app` and in the `error` of a plain HTTP answer alike. */
export function fromAnswer(answer: Record<string, unknown>, status?: number, cause?: unknown): AppClientError {
  return new AppClientError(typeof answer.code === 'string' ? answer.code : 'UNKNOWN', {
    params: isRecord(answer.params) ? simpleValues(answer.params) : {},
    fields: isRecord(answer.fields) ? textValues(answer.fields) : {},
    status,
    cause,
  });
}

/** True when the server was not reached, so that trying again may help and nothing was refused. */
export function isConnectionError(error: unknown): boolean {
  const { code, status } = toAppError(error);
  return (
    ['NETWORK', 'TIMEOUT', 'UNEXPECTED_ANSWER'].includes(code) || status === 502 || status === 503 || status === 504
  );
}

const networkMessages = ['fetch', 'network', 'load failed', 'connection'];

function isNetworkMessage(message: string): boolean {
  const lower = message.toLowerCase();
  return networkMessages.some((part) => lower.includes(part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function property(error: Error, name: string): unknown {
  return name in error ? Object.getOwnPropertyDescriptor(error, name)?.value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function simpleValues(record: Record<string, unknown>): ErrorParams {
  const params: ErrorParams = {};
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'string' || typeof value === 'number') params[key] = value;
  }
  return params;
}

function textValues(record: Record<string, unknown>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'string') fields[key] = value;
  }
  return fields;
}
