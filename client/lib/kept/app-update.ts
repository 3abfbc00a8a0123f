import { showReloadNotice } from './reload-notice.tsx';

const checkEveryMs = 30 * 60_000;
const leastMs = 60_000;

let registered: ServiceWorkerRegistration | undefined;
let isStarted = false;
let isWanted = false;
let lastCheck = 0;

/**
 * Lets the browser keep the application, and says when a new version has arrived. The tab goes on with the version it
 * runs until somebody presses the button: the parts of both are at hand (client/sw.ts).
 */
export async function keepApplication(): Promise<void> {
  if (isStarted || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  isStarted = true;
  const { serviceWorker } = navigator;
  let hadWorker = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isWanted) window.location.reload();
    // Another tab has taken the new version.
    else if (hadWorker) announce();
    hadWorker = true;
  });
  lastCheck = Date.now();
  // Refused in private windows of some browsers: the application then needs the network, as it did before.
  registered = await serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  if (!registered) return;
  if (registered.waiting && serviceWorker.controller) announce();
  registered.addEventListener('updatefound', () => {
    const worker = registered?.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) announce();
    });
  });
  setInterval(() => checkForUpdate(), checkEveryMs);
}

/** Asks whether there is a new version; more than once a minute it does not ask. */
export function checkForUpdate(): void {
  if (!registered || !navigator.onLine || Date.now() - lastCheck < leastMs) return;
  lastCheck = Date.now();
  registered.update().catch(() => undefined);
}

function announce(): void {
  showReloadNotice({ about: 'update', onReload: takeUpdate });
}

function takeUpdate(): void {
  const waiting = registered?.waiting;
  if (!waiting) {
    window.location.reload();
    return;
  }
  isWanted = true;
  waiting.postMessage('activate');
}
