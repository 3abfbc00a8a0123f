import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { AppClientError, isConnectionError, toAppError } from '#client/lib/app-error.ts';

describe('toAppError', () => {
  it('takes code, parameters and fields from the answer to a procedure', () => {
    const error = TRPCClientError.from({
      error: {
        code: -32009,
        message: 'ENTRY_VERSION_CONFLICT',
        data: {
          code: 'CONFLICT',
          httpStatus: 409,
          app: { code: 'ENTRY_VERSION_CONFLICT', params: { version: 7, odd: null }, fields: { value: 'NOT_A_NUMBER' } },
        },
      },
    });
    const known = toAppError(error);
    expect(known).toMatchObject({
      code: 'ENTRY_VERSION_CONFLICT',
      status: 409,
      params: { version: 7 },
      fields: { value: 'NOT_A_NUMBER' },
    });
    expect(isConnectionError(error)).toBe(false);
  });

  it('says NETWORK when no answer came, through tRPC or plain fetch', () => {
    const failed = new TypeError('Failed to fetch');
    expect(toAppError(failed).code).toBe('NETWORK');
    expect(toAppError(TRPCClientError.from(failed)).code).toBe('NETWORK');
    expect(isConnectionError(failed)).toBe(true);
  });

  it('does not take a mistake in the code for a lost connection', () => {
    expect(toAppError(new TypeError("Cannot read properties of undefined (reading 'x')")).code).toBe('UNKNOWN');
  });

  it('says UNEXPECTED_ANSWER when a proxy answers with a page', () => {
    const error = TRPCClientError.from(new SyntaxError('Unexpected token <'));
    expect(toAppError(error).code).toBe('UNEXPECTED_ANSWER');
  });

  it('leaves an error that is known already as it is', () => {
    const error = new AppClientError('NOT_ALLOWED');
    expect(toAppError(error)).toBe(error);
  });
});
