import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextFunction, Request, Response } from 'express';

/** In the order of preference. */
const encodings = [
  { token: 'br', suffix: '.br' },
  { token: 'gzip', suffix: '.gz' },
];

const FOREVER = 'public, max-age=31536000, immutable';

/** The built client lies beside the built server (dist/client, dist/server); seen from source, in dist/client. */
function clientFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const beside = resolve(here, '../client');
  return existsSync(join(beside, 'assets')) ? beside : resolve(here, '../dist/client');
}

/** Every file of the build by its address, listed once: nothing outside the list can be asked for. */
function listFiles(root: string): Set<string> {
  if (!existsSync(root)) return new Set();
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Set(found.map((item) => join(item.parentPath, item.name).slice(root.length).replaceAll('\\', '/')));
}

/** `/favicon.svg`, not `/wilayah/76.04`: no kind of file begins with a digit, and the codes of areas do. */
const fileName = /\.[a-z][a-z0-9]*$/i;

/** Serves the built client, precompressed; an address that is no file is the single page itself. */
export function clientFiles() {
  const root = clientFolder();
  const files = listFiles(root);

  return (request: Request, response: Response, next: NextFunction): void => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isPage = !fileName.test(request.path);
    const file = isPage ? '/index.html' : request.path;
    if (!isRead || !files.has(file) || file.startsWith('/.')) {
      next();
      return;
    }
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = encodings.find(({ token, suffix }) => accepted.includes(token) && files.has(file + suffix));
    response.type(file.slice(file.lastIndexOf('.')));
    response.vary('Accept-Encoding');
    response.setHeader('Cache-Control', file.startsWith('/assets/') ? FOREVER : 'no-cache');
    if (encoding) response.setHeader('Content-Encoding', encoding.token);
    response.sendFile(file + (encoding?.suffix ?? ''), { root, cacheControl: false }, (error) => {
      if (error) next(error);
    });
  };
}
