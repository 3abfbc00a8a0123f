// `npm run bench [-- --json FILE]`: speed against hand-written SQLite, and how it grows with the data.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { main, prepare, root } from '../../server/launch-steps.mjs';

const outDir = join(root, 'node_modules', '.cache', 'satgas-bench-code');

function startFlags() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return scripts.start
    .split(' ')
    .filter((word) => word.startsWith('--'))
    .join(' ');
}

await main(async () => {
  await prepare();
  const { bundleServer } = await import('../../server/bundle.mjs');
  rmSync(outDir, { recursive: true, force: true });
  await bundleServer(['tests/bench/main.ts', 'tests/bench/bench-server.ts'], outDir, { alsoExternal: ['autocannon'] });
  const args = process.argv.slice(2).map((arg, index, all) => (all[index - 1] === '--json' ? resolve(arg) : arg));
  const child = spawn(process.execPath, [join(outDir, 'main.js'), '--root', root, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', SATGAS_NODE_FLAGS: startFlags() },
  });
  process.once('exit', () => child.kill());
  process.exit(await new Promise((done) => child.on('close', (code) => done(code ?? 1))));
});
