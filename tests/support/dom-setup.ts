import { afterEach } from 'vitest';
import { namespaces } from './client-words.ts';

// Files that ask for jsdom get the DOM matchers and what Mantine expects of a browser; pure unit tests pay nothing.
if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup } = await import('@testing-library/react');
  afterEach(cleanup);

  // In the browser the router brings each page's words; a test draws parts without it.
  const { loadWords } = await import('#client/i18n/index.ts');
  await loadWords(namespaces);

  // jsdom has neither media queries nor layout.
  window.matchMedia ??= (query) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  });
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  window.HTMLElement.prototype.scrollIntoView ??= () => undefined;
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined, ready: Promise.resolve() },
  });
}
