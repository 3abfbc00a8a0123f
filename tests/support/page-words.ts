import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { firstNamespaces } from '#client/i18n/namespaces.ts';
import { clientFolder } from './client-words.ts';

/** Pages by file, with the dictionaries that their route fetches. */
export function declaredWords(): Map<string, string[]> {
  const routes = readFileSync(path.join(clientFolder, 'routes.tsx'), 'utf8');
  const declarations = routes.matchAll(/import\('#client\/(pages\/[\w-]+\.tsx)'\)\)\.\w+,\s*\[([^\]]*)\]/g);
  return new Map([...declarations].map(([, page = '', list = '']) => [page, names(list)]));
}

/**
 * What a file and all it leads to would draw as bare keys: `file: namespace`. A part that is fetched later may bring its
 * words itself, by `loadWords` in the file that fetches it.
 */
export function missingWords(file: string, words: readonly string[]): string[] {
  const missing = new Set<string>();
  const visited = new Set<string>();
  const visit = (each: string, known: ReadonlySet<string>) => {
    const step = `${each} ${[...known].sort()}`;
    if (visited.has(step) || each.startsWith('i18n/')) return;
    visited.add(step);
    const source = readFileSync(path.join(clientFolder, each), 'utf8');
    for (const name of usedNamespaces(source)) {
      if (!known.has(name)) missing.add(`${each}: ${name}`);
    }
    for (const next of imports(each, source, /\bfrom\s+'([^']+)'/g)) visit(next, known);
    const brought = [...source.matchAll(/loadWords\(\[([^\]]*)\]\)/g)].flatMap(([, list = '']) => names(list));
    const later = new Set([...known, ...brought]);
    for (const next of imports(each, source, /\bimport\(\s*'([^']+)'/g)) visit(next, later);
  };
  visit(file, new Set([...firstNamespaces, ...words]));
  return [...missing].sort();
}

function usedNamespaces(source: string): string[] {
  const used = [...source.matchAll(/useTranslation\(\s*(\[[^\]]*\]|'[^']*')/g)].flatMap(([, list = '']) => names(list));
  const prefixes = [...source.matchAll(/\bt\(\s*[^)]*?['`](\w+):/g)].map(([, name = '']) => name);
  return [...used, ...prefixes];
}

function imports(file: string, source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].flatMap(([, specifier = '']) => {
    const target = specifier.startsWith('#client/')
      ? specifier.slice('#client/'.length)
      : path.join(path.dirname(file), specifier);
    const isOurs = specifier.startsWith('#client/') || specifier.startsWith('.');
    return isOurs && /\.tsx?$/.test(target) && existsSync(path.join(clientFolder, target)) ? [target] : [];
  });
}

function names(list: string): string[] {
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}
