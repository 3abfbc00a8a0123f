// `npm run demo` and `npm start`: makes a fresh checkout ready, then becomes the `satgas` command given.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, prepare, root } from './launch-steps.mjs';

await main(prepare);
process.env.NODE_ENV ??= 'production';
await import(pathToFileURL(join(root, 'dist', 'server', 'cli.js')).href);
