// What a browser loads before the sign-in page and the entry grid can be used, in bytes of brotli.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../../server/launch-steps.mjs';

const BUDGET = 200_000;
const client = join(root, 'dist', 'client');

/** The pages under the budget, by the source file that their route loads, with the words that it loads beside it. */
const pages = {
  'pages/sign-in-page.tsx': ['i18n/id/auth.ts'],
  'pages/entry-page.tsx': ['i18n/id/entry.ts', 'i18n/id/report.ts'],
};

/** The chunk and all it imports at once; what is imported on demand is not initial. */
function collect(manifest, key, seen = new Set()) {
  if (seen.has(key)) return seen;
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build: correct the list of pages in size-budget.mjs.`);
  seen.add(key);
  for (const imported of chunk.imports ?? []) collect(manifest, imported, seen);
  return seen;
}

function brotliSize(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(readFileSync(join(client, file)), { params }).length;
}

/** Recharts leaves the names of its parts in its class names, whatever the bundler does to its own. */
function holdsChartLibrary(file) {
  return readFileSync(join(client, file), 'utf8').includes('recharts-');
}

/** @returns what is wrong, one sentence each */
export function checkSizeBudget() {
  const manifest = JSON.parse(readFileSync(join(client, '.vite', 'manifest.json'), 'utf8'));
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const problems = [];
  for (const [page, words] of Object.entries(pages)) {
    const keys = new Set([entry, page, ...words].flatMap((key) => [...collect(manifest, key)]));
    const scripts = [...new Set([...keys].map((key) => manifest[key].file))].filter((file) => file.endsWith('.js'));
    const total = scripts.reduce((sum, file) => sum + brotliSize(file), 0);
    console.log(`${page}: ${(total / 1000).toFixed(1)} kB of script with brotli, of ${BUDGET / 1000} kB`);
    if (total > BUDGET) problems.push(`${page} loads ${total} bytes of script at first, more than ${BUDGET}.`);
    for (const file of scripts.filter(holdsChartLibrary)) problems.push(`${page} loads the chart library (${file}).`);
  }
  return problems;
}
