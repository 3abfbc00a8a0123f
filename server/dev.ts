import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { createServer as createVite } from 'vite';
import { prepareDemo, printDemoAccounts } from './cli/demo.ts';
import { demoConfig } from './cli/settings.ts';
import { startServer } from './index.ts';

/** `npm run dev`: the demo's data, the server from its sources, and pages that change as they are edited. */
const config = { ...demoConfig(), mode: 'development' as const };
const clientRoot = join(import.meta.dirname, '..', 'client');

async function vitePages(server: Server): Promise<RequestHandler> {
  const vite = await createVite({
    root: clientRoot,
    configFile: join(clientRoot, '..', 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  return (request, response, next) => {
    vite.middlewares(request, response, async () => {
      try {
        const template = await readFile(join(clientRoot, 'index.html'), 'utf8');
        response.type('html').send(await vite.transformIndexHtml(request.originalUrl, template));
      } catch (error) {
        next(error);
      }
    });
  };
}

const database = await prepareDemo(config);
const server = await startServer({ config, database, pages: vitePages });
printDemoAccounts(server.url);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => server.stop().then(() => process.exit(0)));
}
