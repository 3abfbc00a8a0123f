import { toNodeHandler } from 'better-auth/node';
import type { Request, Response } from 'express';
import { AppError } from '#server/app-error.ts';
import { authPath } from './audited-adapter.ts';

/** What our pages use. The library has many more paths; what nobody needs is not there. */
const openPaths = new Set([
  '/sign-in/email',
  '/sign-in/username',
  '/sign-out',
  '/two-factor/enable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
  '/two-factor/disable',
]);

const MAX_BODY_BYTES = 16_384;

/** Wraps the library's handler: open paths only, small bodies only, and the caller's true address. */
export function authHandler(handle: (request: globalThis.Request) => Promise<globalThis.Response>) {
  const nodeHandler = toNodeHandler(handle);
  return async (request: Request, response: Response): Promise<void> => {
    const path = request.path.replace(/^\/api\/auth/, '');
    if (request.method !== 'POST' || !openPaths.has(path)) throw new AppError('NOT_FOUND');
    const size = Number(request.headers['content-length'] ?? Number.NaN);
    if (!(size <= MAX_BODY_BYTES)) throw new AppError('BAD_INPUT');

    request.headers['x-real-ip'] = request.ip ?? '';
    response.setHeader('cache-control', 'no-store');
    await authPath.run(path, () => nodeHandler(request, response));
  };
}
