import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '#client/i18n/english.ts';
import { i18n } from '#client/i18n/index.ts';
import { errorCodes } from '#shared/error-codes.ts';
import { passwordProblemCodes } from '#shared/password.ts';
import { jsxText, missingKeys, wordsInCode } from '#tests/support/client-words.ts';

const clientFolder = path.join(import.meta.dirname, '../../client');

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

const indonesian: Record<string, unknown> = i18n.store.data.id ?? {};
const namespaces = Object.keys(indonesian);

describe('dictionaries', () => {
  it('have one namespace per file, named after it, in both languages', () => {
    const names = (language: string) =>
      readdirSync(path.join(clientFolder, 'i18n', language)).map((file) =>
        file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      );
    expect(namespaces.toSorted()).toEqual(names('id').sort());
    expect(Object.keys(english).sort()).toEqual(names('en').sort());
    expect(names('en')).toEqual(names('id'));
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
    const known = flatten(indonesian.errors);
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
