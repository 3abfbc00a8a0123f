// Where the Chromium for the end-to-end tests is, or how it got there.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { isDebianRoot, root, run, StepError, step } from '../../server/launch-steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const DOWNLOAD_LIMIT_MS = 180_000;

/** The browser that Playwright itself would download; it is asked anew each time, as it may just have been. */
function playwrightsOwn() {
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
  return chromium.executablePath();
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function lookForBrowser() {
  return [process.env.CHROMIUM_PATH, playwrightsOwn(), ...onPath(), ...usualPlaces].find(
    (path) => path && existsSync(path),
  );
}

async function download() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium'], { timeoutMs: DOWNLOAD_LIMIT_MS });
}

async function installDebianPackage() {
  await run('apt-get', ['update']);
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

/**
 * Path of a Chromium; one is installed where there is none.
 * @throws StepError that says in one sentence how to install one
 */
export async function findOrInstallBrowser() {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH))
    throw new StepError(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`);
  const found = lookForBrowser();
  if (found) return found;
  await step('Downloading Chromium for the end-to-end tests', download).catch(() => undefined);
  const downloaded = lookForBrowser();
  if (downloaded) return downloaded;
  if (isDebianRoot()) await step('Installing Chromium with apt-get', installDebianPackage).catch(() => undefined);
  const installed = lookForBrowser();
  if (installed) return installed;
  throw new StepError(
    'No Chromium was found for the end-to-end tests: install one (on Debian: apt-get install -y chromium) or set CHROMIUM_PATH to it.',
  );
}
