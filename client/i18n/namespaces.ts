import type { ResourceLanguage } from 'i18next';

/** What `import.meta.glob('./id/*.ts', { eager: true })` gives: one module per namespace. */
export type NamespaceModules = Record<string, ResourceLanguage>;

/** A dictionary file exports one object; the name of that export is the namespace (`small-win.ts` → `smallWin`). */
export function collectNamespaces(modules: NamespaceModules): ResourceLanguage {
  return Object.assign({}, ...Object.values(modules));
}
