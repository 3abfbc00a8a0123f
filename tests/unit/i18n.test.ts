import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { i18n, loadWords } from '#client/i18n/index.ts';
import { fetchWords, firstNamespaces } from '#client/i18n/namespaces.ts';
import { errorCodes } from '#shared/error-codes.ts';
import { passwordProblemCodes } from '#shared/password.ts';
import { clientFolder, jsxText, missingKeys, namespaces, wordsInCode } from '#tests/support/client-words.ts';
import { declaredWords, missingWords } from '#tests/support/page-words.ts';

type Words = Map<string, string>;

/** `{ a: { b: 'x' } }` → `a.b` → `x`. */
function flatten(value: unknown, prefix = '', into: Words = new Map()): Words {
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) flatten(child, prefix === '' ? key : `${prefix}.${key}`, into);
  } else {
    into.set(prefix, String(value));
  }
  return into;
}

function params(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name ?? '').sort();
}

function clientFiles(): string[] {
  return readdirSync(clientFolder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
}

function read(file: string): string {
  return readFileSync(path.join(clientFolder, file), 'utf8');
}

// Each file must hold the namespace that it is named after: what is not there cannot be fetched.
await loadWords(namespaces);
const indonesian: Record<string, unknown> = i18n.store.data.id ?? {};
const english: Record<string, unknown> = Object.fromEntries(
  await Promise.all(namespaces.map(async (name) => [name, await fetchWords('en', name)])),
);

describe('dictionaries', () => {
  it('have the same files in both languages', () => {
    const files = (language: string) => readdirSync(path.join(clientFolder, 'i18n', language)).sort();
    expect(files('en')).toEqual(files('id'));
    expect(Object.keys(indonesian).sort()).toEqual(namespaces.toSorted());
  });

  it.each(namespaces)('%s has the same keys in English', (name) => {
    expect([...flatten(english[name]).keys()].sort()).toEqual([...flatten(indonesian[name]).keys()].sort());
  });

  it.each(namespaces)('%s has no empty text and the same parameters in both languages', (name) => {
    const twin = flatten(english[name]);
    for (const [key, text] of flatten(indonesian[name])) {
      const other = twin.get(key) ?? '';
      expect(text.trim(), `id ${name}:${key}`).not.toBe('');
      expect(other.trim(), `en ${name}:${key}`).not.toBe('');
      expect(params(other), `${name}:${key}`).toEqual(params(text));
    }
  });

  it('have a sentence for every error code and every problem of a password', () => {
    const known = new Map([...flatten(indonesian.errors), ...flatten(indonesian.workErrors)]);
    expect(Object.keys(errorCodes).filter((code) => !known.has(code))).toEqual([]);
    expect(passwordProblemCodes.filter((code) => !known.has(`field.${code}`))).toEqual([]);
  });
});

describe('the words on screen', () => {
  it('all come from the dictionaries', () => {
    const literals = clientFiles()
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => wordsInCode(read(file)).map((words) => `${file}: ${words}`));
    expect(literals).toEqual([]);
  });

  it('exist for every key that the code asks for', () => {
    const known = new Set(
      namespaces.flatMap((name) => [...flatten(indonesian[name]).keys()].map((key) => `${name}:${key}`)),
    );
    const missing = clientFiles()
      .filter((file) => !file.startsWith('i18n'))
      .flatMap((file) => missingKeys(read(file), known).map((key) => `${file}: ${key}`));
    expect(missing).toEqual([]);
  });
});

describe('the words that a page fetches', () => {
  const declared = declaredWords();
  const pages = readdirSync(path.join(clientFolder, 'pages'))
    .filter((file) => file.endsWith('-page.tsx') && file !== 'error-page.tsx')
    .map((file) => `pages/${file}`);

  it('are declared for every page, and are dictionaries that exist and do not come anyway', () => {
    expect([...declared.keys()].sort()).toEqual(pages.sort());
    const others = namespaces.filter((name) => !firstNamespaces.includes(name));
    for (const [page, words] of declared) expect(others, page).toEqual(expect.arrayContaining(words));
  });

  it.each(pages)('are all that %s leads to', (page) => {
    expect(missingWords(page, declared.get(page) ?? [])).toEqual([]);
  });

  it('are not needed by the frame, the notices and the pages of errors', () => {
    const frame = ['layout/app-layout.tsx', 'layout/bare-layout.tsx', 'pages/error-page.tsx', 'pages/not-found.tsx'];
    expect(frame.flatMap((file) => missingWords(file, []))).toEqual([]);
  });

  it('are missed where a page does not name them', () => {
    expect(missingWords('pages/sign-in-page.tsx', [])).toContain('pages/sign-in-page.tsx: auth');
    expect(missingWords('pages/entry-page.tsx', ['report'])).toContain('features/entry/entry-grid.tsx: entry');
  });
});

describe('the search for words in code', () => {
  it('finds text between tags and in attributes that people read', () => {
    expect(wordsInCode('<p>Simpan</p>')).toEqual(['Simpan']);
    expect(wordsInCode('<Button\n  aria-label="Tutup"\n/>')).toEqual(['Tutup']);
    expect(wordsInCode("<Panel title={'Judul'} />")).toEqual(['Judul']);
  });

  it('leaves code, types, brand marks and expressions alone', () => {
    const code = 'const a: Array<string> = b; const f = (x: Map<string, number>) => x.size > limit; <p>{t("a.b")}</p>';
    expect(wordsInCode(code)).toEqual([]);
    expect(jsxText('<b>4+1</b>')).toEqual([]);
  });

  it('finds keys that no dictionary has, plain or in a named namespace', () => {
    const known = new Set(['shell:nav.menu', 'common:action.save']);
    const code =
      "const { t } = useTranslation(['shell', 'common']); t('nav.menu'); t('nav.gone'); t('common:action.save')";
    expect(missingKeys(code, known)).toEqual(['nav.gone']);
  });
});
