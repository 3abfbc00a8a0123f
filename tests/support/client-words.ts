import { readdirSync } from 'node:fs';
import path from 'node:path';

export const clientFolder = path.join(import.meta.dirname, '../../client');

/** All namespaces, by their Indonesian dictionaries: `small-wins.ts` → `smallWins`. */
export const namespaces: readonly string[] = readdirSync(path.join(clientFolder, 'i18n', 'id')).map((file) =>
  file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
);

/** Text that may stand in code: the name of the product and of keys on a keyboard. */
const allowed = new Set(['Satgas 4+1', 'Ctrl K', '⌘ K']);
const readAttributes = 'label|title|placeholder|aria-label|aria-description|alt|description';

/** Words in a .tsx source that a person would read and that do not come from a dictionary. */
export function wordsInCode(source: string): string[] {
  const code = withoutComments(source);
  return [...jsxText(code), ...attributeText(code)].filter((words) => !allowed.has(words));
}

/** Text between `>` and `</`: closing tags occur in JSX alone, so types and comparisons are not taken for it. */
export function jsxText(code: string): string[] {
  return [...code.matchAll(/>([^<>{}]*)<\//g), ...code.matchAll(/\}([^<>{}=;()]*)<\/[a-zA-Z]/g)]
    .map(([, text = '']) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text));
}

function attributeText(code: string): string[] {
  const pattern = new RegExp(`\\s(?:${readAttributes})=(?:"([^"]*)"|\\{\\s*['"\`]([^'"\`]*)['"\`]\\s*\\})`, 'g');
  return [...code.matchAll(pattern)]
    .map(([, plain, braced]) => (plain ?? braced ?? '').replace(/\$\{[^}]*\}/g, '').trim())
    .filter((text) => /\p{L}{2}/u.test(text));
}

/** Literal keys given to `t` that none of the namespaces named in the same file has. Composed keys are not judged. */
export function missingKeys(source: string, known: ReadonlySet<string>): string[] {
  const code = withoutComments(source);
  const named = [...code.matchAll(/useTranslation\(\s*(\[[^\]]*\]|'[^']*')?/g)].flatMap(([, list]) =>
    list === undefined ? ['common'] : [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  );
  const keys = [...code.matchAll(/(?<![\w.$])(?:i18n\.)?t\(\s*'([^']+)'/g)].map(([, key = '']) => key);
  return keys.filter((key) => {
    const candidates = key.includes(':')
      ? [key]
      : (named.length > 0 ? named : ['common']).map((name) => `${name}:${key}`);
    return !candidates.some((candidate) => known.has(candidate) || known.has(`${candidate}_other`));
  });
}

function withoutComments(source: string): string {
  return source.replace(/\{?\/\*[\s\S]*?\*\/\}?/g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
