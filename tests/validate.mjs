// `npm run validate`: formatting, import boundaries, types, unused code, settings and the size of the pages.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { main, prepare, root } from '../server/launch-steps.mjs';
import { checkSettings } from './support/check-settings.mjs';
import { checkSizeBudget } from './support/size-budget.mjs';

function tool(path, ...args) {
  return () =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
        cwd: root,
        stdio: 'inherit',
      });
      child.on('error', reject);
      child.on('close', (code) => resolve(code === 0 ? [] : [`It ended with ${code}; see above.`]));
    });
}

const checks = {
  'format, lint and import boundaries': tool('@biomejs/biome/bin/biome', 'ci', '.'),
  types: tool('typescript/bin/tsc', '--noEmit'),
  'unused code and dependencies': tool('knip/bin/knip.js'),
  'documented settings': checkSettings,
  'size of the first pages': checkSizeBudget,
};

await main(async () => {
  await prepare();
  const failed = [];
  for (const [title, check] of Object.entries(checks)) {
    console.log(`\n── ${title}`);
    const problems = await check();
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) failed.push(title);
  }
  console.log(failed.length === 0 ? '\nvalid' : `\nnot valid: ${failed.join('; ')}`);
  process.exit(failed.length === 0 ? 0 : 1);
});
