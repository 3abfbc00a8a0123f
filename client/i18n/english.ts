import { collectNamespaces, type NamespaceModules } from './namespaces.ts';

// All English in one chunk: a switch of language costs one request.
const modules: NamespaceModules = import.meta.glob('./en/*.ts', { eager: true });
export const english = collectNamespaces(modules);
