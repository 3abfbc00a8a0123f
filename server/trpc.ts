import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError, type z } from 'zod';
import { can, type Permission } from '#shared/permissions.ts';
import { AppError, type ErrorAnswer, errorAnswer } from './app-error.ts';
import { type Actor, type Context, roleOf } from './context.ts';
import { errorCode } from './open-store.ts';
import { assertReadableText } from './readable-text.ts';

interface Meta {
  /** Set by `permitted`; a test refuses any procedure without it. */
  permission: Permission;
}

const codeByStatus: Record<number, TRPCError['code']> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
};

function answerOf(error: TRPCError): ErrorAnswer {
  if (error.cause instanceof AppError) return errorAnswer(error.cause);
  if (error.cause instanceof ZodError && error.code === 'BAD_REQUEST') {
    const fields = Object.fromEntries(error.cause.issues.map((issue) => [issue.path.join('.'), issue.message]));
    return { code: 'BAD_INPUT', params: {}, fields };
  }
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR')
    return { code: 'BAD_INPUT', params: {}, fields: {} };
  if (error.code === 'NOT_FOUND') return { code: 'NOT_FOUND', params: {}, fields: {} };
  return { code: 'INTERNAL', params: {}, fields: {} };
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      // Never the message of what was thrown: it can name hosts, files and the values of a row.
      message: answerOf(error).code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, app: answerOf(error) },
    }),
  });

export const { router, createCallerFactory } = t;

function toTrpcError(error: AppError): TRPCError {
  return new TRPCError({
    code: codeByStatus[error.httpStatus] ?? 'INTERNAL_SERVER_ERROR',
    message: error.code,
    cause: error,
  });
}

/** Service errors travel with their code. */
const withAppErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof AppError) throw toTrpcError(cause);
  if (isDiskFull(cause)) throw toTrpcError(new AppError('STORAGE_FULL', { cause }));
  return result;
});

/** The disk of the database, as SQLite and PostgreSQL call it. */
function isDiskFull(error: unknown): boolean {
  return ['SQLITE_FULL', '53100'].includes(errorCode(error));
}

/** Throws NOT_SIGNED_IN for a stranger and NOT_ALLOWED for a role that lacks the permission. */
export function assertPermitted(actor: Actor | null, permission: Permission): void {
  if (can(roleOf(actor), permission)) return;
  throw new AppError(actor ? 'NOT_ALLOWED' : 'NOT_SIGNED_IN');
}

const withPermission = (permission: Permission) =>
  t.middleware(async ({ ctx, next }) => {
    const actor = await ctx.getActor();
    try {
      assertPermitted(actor, permission);
    } catch (error) {
      if (error instanceof AppError) throw toTrpcError(error);
      throw error;
    }
    return next({ ctx: { ...ctx, actor } });
  });

/** Before any schema: none of them has to think of it. */
const withReadableText = t.middleware(async ({ getRawInput, next }) => {
  // A body that cannot be read at all is the business of the procedure's schema; one without input never reads it.
  const input = await getRawInput().catch(() => undefined);
  try {
    assertReadableText(input);
  } catch (error) {
    if (error instanceof AppError) throw toTrpcError(error);
    throw error;
  }
  return next();
});

/** A procedure for everyone who holds `permission`; `ctx.actor` is null for the public. */
export function permitted(permission: Permission) {
  return t.procedure.meta({ permission }).use(withAppErrors).use(withPermission(permission)).use(withReadableText);
}

/** A procedure for people who are signed in and hold `permission`; `ctx.actor` is a person. */
export function permittedPerson(permission: Permission) {
  return permitted(permission).use(
    t.middleware(async ({ ctx, next }) => {
      const actor = await ctx.getActor();
      if (!actor) throw toTrpcError(new AppError('NOT_SIGNED_IN'));
      return next({ ctx: { ...ctx, actor } });
    }),
  );
}

/**
 * Checks an answer against its schema, for `.output()`. Given the schema itself, tRPC would call `parseAsync`, which keeps
 * zod from using the code that it compiles for objects: large answers take four times as long and leave as much garbage.
 * The schema must have no asynchronous refinements.
 */
export function checkedBy<Schema extends z.ZodType>(schema: Schema): (answer: unknown) => z.output<Schema> {
  return (answer) => schema.parse(answer);
}
