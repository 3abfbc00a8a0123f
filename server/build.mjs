// Builds dist/: the pages by Vite, the server as one file by esbuild.
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { markBuild, root } from './launch-steps.mjs';

/** Parts that are loaded from node_modules: compiled code, and a package that reads data files beside itself. */
const external = ['better-sqlite3', 'sharp', 'pg-native', 'vite', 'idn-area-data'];

// Bundled CommonJS packages call `require` and look beside `__dirname`; an ES module has neither.
const banner = `import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));`;

async function buildServer() {
  const outDir = join(root, 'dist', 'server');
  rmSync(outDir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['server/cli.ts'],
    outfile: join(outDir, 'cli.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    banner: { js: banner },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  // The loader of reference data looks for its files beside itself.
  cpSync(join(root, 'db', 'seed', 'reference'), join(outDir, 'reference'), { recursive: true });
}

function buildPages() {
  return new Promise((resolve, reject) => {
    const vite = spawn(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    vite.on('error', reject);
    vite.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`vite build ended with ${code}`))));
  });
}

await markBuild(() => Promise.all([buildServer(), buildPages()]));
