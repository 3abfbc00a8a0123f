// The service worker: keeps the files of one build, so that the application opens without a network. It never sees an
// answer of the server: what is asked under /api goes its own way, and what is kept of it lies in IndexedDB.

/** `revision` is null where the name itself changes with the content. */
type BuiltFile = { url: string; revision: string | null };

interface WorkEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface InstallEvent extends WorkEvent {
  /** Chromium: requests that match do not wait for this worker to wake. */
  addRoutes?(rules: { condition: { urlPattern: { pathname: string } }; source: 'network' }): Promise<void>;
}
interface FetchEvent extends WorkEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly __WB_MANIFEST: BuiltFile[];
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', listener: (event: InstallEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: WorkEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
declare const self: WorkerScope;

const prefix = 'app-';
const page = '/index.html';
const atOnce = 4;
/** As the server has it: `/favicon.svg` is a file, `/wilayah/76.04` is a page. */
const fileName = /\.[a-z][a-z0-9]*$/i;
const notOurs = /^\/(?:api|healthz|readyz)(?:\/|$)/;

const files = self.__WB_MANIFEST.map(({ url, revision }) => ({ url: `/${url}`, revision }));
const addresses = new Set(files.map(({ url }) => url));
const cacheName = prefix + fingerprint(JSON.stringify(files));
let lastHandOver = 0;

self.addEventListener('install', (event) => {
  event.addRoutes?.({ condition: { urlPattern: { pathname: '/api/*' } }, source: 'network' }).catch(() => undefined);
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', ({ data }) => {
  if (data === 'activate') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || notOurs.test(pathname)) return;
  if (request.mode === 'navigate') {
    if (!fileName.test(pathname)) event.respondWith(openPage(request));
  } else if (addresses.has(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(readFile(request));
  }
});

/** Brings every file in, a few at a time, so that the page that is open does not wait for it. The page comes last. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  const queue = files.filter(({ url }) => url !== page);
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) await keep(cache, file);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const answer = await ask(page, 'reload');
  // The server was updated meanwhile: a page and scripts of two builds are none.
  const scripts = [...(await answer.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, url = '']) => url);
  if (!scripts.every((url) => addresses.has(url))) throw new Error('The page is of another build.');
  await cache.put(page, answer);
}

async function keep(cache: Cache, { url, revision }: BuiltFile): Promise<void> {
  const isSettled = revision === null;
  if (isSettled && (await cache.match(url))) return;
  const known = isSettled ? await caches.match(url, { ignoreVary: true }) : undefined;
  await cache.put(url, known ?? (await ask(url, isSettled ? 'default' : 'reload')));
}

async function ask(url: string, cache: RequestCache): Promise<Response> {
  const answer = await fetch(url, { cache });
  if (!answer.ok || answer.redirected) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/**
 * The build before this one stays: a tab in which it still runs finds its parts until it is loaded anew. Whatever is
 * older, or was never completed, goes.
 */
async function activate(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  const complete = await Promise.all(others.map((name) => caches.match(page, { cacheName: name })));
  const previous = others.findLast((_name, index) => complete[index] !== undefined);
  await Promise.all(others.filter((name) => name !== previous).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Any address of a page is the one page; which it is to show, its own script reads from the address. */
async function openPage(request: Request): Promise<Response> {
  const { waiting } = self.registration;
  // A new build waits, and nobody else runs this one: it takes over before the page is drawn, and is asked again.
  if (waiting && Date.now() - lastHandOver > 10_000 && (await self.clients.matchAll()).length < 2) {
    lastHandOver = Date.now();
    waiting.postMessage('activate');
    return new Response('', { headers: { refresh: '0', 'content-type': 'text/html; charset=utf-8' } });
  }
  return (await caches.match(page, { cacheName, ignoreVary: true })) ?? fetch(request);
}

async function readFile(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const own = await caches.match(pathname, { cacheName, ignoreVary: true });
  return own ?? (await caches.match(pathname, { ignoreVary: true })) ?? fetch(request);
}

/** FNV-1a, 32 bits: names a list of files, and protects nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
