// `npm test`: makes the checkout ready, runs unit and integration tests and the journeys in a browser, and counts.
//   npm test                              everything
//   npm test -- --unit                    one suite (also --integration, --e2e)
//   npm test -- tests/unit/month.test.ts  one file; what is not a suite is passed on to the runner
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, prepare, root, StepError, temporaryFolder } from '../server/launch-steps.mjs';

const suites = ['unit', 'integration', 'e2e'];

/** Which suites to run, and what to pass on: named suites, else those that the given files belong to, else all. */
function choose(args) {
  const named = suites.filter((suite) => args.includes(`--${suite}`));
  const rest = args.filter((arg) => !suites.some((suite) => arg === `--${suite}`));
  const ofFiles = suites.filter((suite) => rest.some((arg) => arg.includes(`tests/${suite}/`)));
  const chosen = [named, ofFiles, suites].find((list) => list.length > 0);
  return { chosen, rest };
}

/** Runs a program in the open; resolves with its exit code. */
function show(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    process.once('exit', () => child.kill());
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readReport(file, runner) {
  if (!existsSync(file)) throw new StepError(`${runner} ended without a result.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A file that cannot even be loaded holds no tests, and is a failure all the same. */
function countVitest(report, code) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright(report, code) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + report.errors.length;
  return { passed: expected + flaky, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

async function runVitest(projects, rest, folder) {
  const file = join(folder, 'vitest.json');
  const code = await show([
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...rest,
  ]);
  return countVitest(readReport(file, 'Vitest'), code);
}

async function runPlaywright(rest, folder) {
  const { findOrInstallBrowser } = await import('./support/find-browser.mjs');
  const CHROMIUM_PATH = await findOrInstallBrowser();
  const file = join(folder, 'playwright.json');
  const code = await show(
    [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      'tests/e2e/playwright.config.ts',
      '--reporter=list,json',
      ...rest,
    ],
    { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  return countPlaywright(readReport(file, 'Playwright'), code);
}

await main(async () => {
  const { chosen, rest } = choose(process.argv.slice(2));
  await prepare();
  const folder = temporaryFolder('satgas-test-results-');
  const counts = [];
  const projects = chosen.filter((suite) => suite !== 'e2e');
  if (projects.length > 0) counts.push(await runVitest(projects, rest, folder));
  if (chosen.includes('e2e')) counts.push(await runPlaywright(rest, folder));

  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
  const skipped = total('skipped');
  console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(total('failed') > 0 || total('passed') === 0 ? 1 : 0);
});
