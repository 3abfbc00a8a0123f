import { showReloadNotice } from './reload-notice.tsx';

let isWatching = false;

/**
 * Code that is fetched with the first use can be gone when the server was updated meanwhile, or out of reach. A page that
 * is missing says so itself; for all else there is a notice.
 */
export function watchForMissingParts(): void {
  if (isWatching) return;
  isWatching = true;
  window.addEventListener('vite:preloadError', () => {
    setTimeout(() => {
      if (document.querySelector('[data-missing-part]')) return;
      showReloadNotice({ about: 'missing', onReload: () => window.location.reload() });
    }, 500);
  });
}
