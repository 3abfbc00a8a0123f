// Builds dist/: the pages by Vite, the server as one file by esbuild.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleServer } from './bundle.mjs';
import { markBuild, root } from './launch-steps.mjs';

async function buildServer() {
  const outDir = join(root, 'dist', 'server');
  rmSync(outDir, { recursive: true, force: true });
  await bundleServer(['server/cli.ts'], outDir);
}

function buildPages() {
  return new Promise((resolve, reject) => {
    const vite = spawn(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    vite.on('error', reject);
    vite.on('close', (code) => (code === 0 ? resolve() : reject(new Error('The pages could not be built.'))));
  });
}

try {
  await markBuild(() => Promise.all([buildServer(), buildPages()]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
