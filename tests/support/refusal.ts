import { TRPCError } from '@trpc/server';
import { AppError } from '#server/app-error.ts';

/** The error a procedure refuses with; whatever else goes wrong is thrown on. */
export async function refusal(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError) return cause;
    throw error;
  }
  throw new Error('it was not refused');
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await refusal(work)).code;
}
