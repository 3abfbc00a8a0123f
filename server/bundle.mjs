import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './launch-steps.mjs';

/** Parts that are loaded from node_modules: compiled code, and a package that reads data files beside itself. */
const external = ['better-sqlite3', 'sharp', 'pg-native', 'vite', 'idn-area-data'];

// Bundled CommonJS packages call `require` and look beside `__dirname`; an ES module has neither.
const banner = `import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));`;

/** The program of the thread that makes files: it is started from a file of its own, beside the server's. */
const exportWorker = 'server/export/export-worker.ts';

/** Makes one file of server code per entry point, in `outDir`, with what is started and read beside it. */
export async function bundleServer(entryPoints, outDir, { alsoExternal = [] } = {}) {
  await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints, exportWorker],
    outdir: outDir,
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: [...external, ...alsoExternal],
    banner: { js: banner },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    // Node keeps the program's text in memory, and with two bytes a character if a single one is not Latin, even in a
    // comment: without comments and indents that is 14 MB less. The lines are kept short for the sake of stack traces.
    minifyWhitespace: true,
    lineLimit: 160,
    logLevel: 'warning',
  });
  cpSync(join(root, 'db', 'seed', 'reference'), join(outDir, 'reference'), { recursive: true });
}
