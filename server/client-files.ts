import { existsSync } from 'node:fs';
import { join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextFunction, Request, Response } from 'express';

const encodings = [
  { token: 'br', suffix: '.br' },
  { token: 'gzip', suffix: '.gz' },
];

/** The built client lies beside the built server: dist/client and dist/server; from source, in dist/client. */
function clientFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const beside = resolve(here, '../client');
  return existsSync(join(beside, 'index.html')) && existsSync(join(beside, 'assets'))
    ? beside
    : resolve(here, '../dist/client');
}

/** Serves the built client; any other path without a file extension is the single page itself. */
export function clientFiles() {
  const root = clientFolder();
  const index = join(root, 'index.html');

  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const path = normalize(decodePath(request.path));
    const file = join(root, path);
    if (!file.startsWith(root + sep) && file !== root) {
      next();
      return;
    }
    if (path.startsWith(`${sep}assets${sep}`)) {
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      sendPrecompressed(request, response, file, next);
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    sendPrecompressed(request, response, /\.[a-z0-9]+$/i.test(path) ? file : index, next);
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}

function sendPrecompressed(request: Request, response: Response, file: string, next: NextFunction): void {
  response.vary('Accept-Encoding');
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = encodings.find(({ token, suffix }) => accepted.includes(token) && existsSync(file + suffix));
  response.type(file.slice(file.lastIndexOf('.')));
  if (encoding) response.setHeader('Content-Encoding', encoding.token);
  response.sendFile(encoding ? file + encoding.suffix : file, { cacheControl: false }, (error) => {
    if (!error) return;
    response.removeHeader('Content-Encoding');
    next();
  });
}
