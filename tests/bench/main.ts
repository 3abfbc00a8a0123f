import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareDataSets } from './data-sets.ts';
import { measureSets } from './measure.ts';
import { printResults } from './print.ts';
import { judge } from './ratios.ts';

// Bundled by run.mjs, which says where the project is.
const { values } = parseArgs({ options: { root: { type: 'string' }, json: { type: 'string' } } });
const root = values.root ?? process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'satgas-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const say = (line: string) => console.log(line);
say('Preparing a year of one province, and 83,000 villages over 24 months (the first time some minutes, 6 GB) …');
const sets = await prepareDataSets(root, folder, say);
say('Measuring (about five minutes) …');
const [small, large] = await measureSets(sets, folder, join(root, 'dist', 'server', 'cli.js'));
if (!small || !large) throw new Error('a data set is missing');
const ratios = judge(small, large);
printResults([small, large], ratios);
if (values.json) {
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, platform: process.platform };
  writeFileSync(
    values.json,
    `${JSON.stringify({ at: new Date().toISOString(), machine, small, large, ratios }, null, 2)}\n`,
  );
}
process.exit(ratios.every((each) => each.holds) ? 0 : 1);
