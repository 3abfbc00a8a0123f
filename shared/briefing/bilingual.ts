import { type Locale, locales } from '#shared/locale.ts';
import type { Bilingual } from './content.ts';

/** Says the same in both languages. */
export function inBoth(say: (locale: Locale) => string): Bilingual {
  const [id, en] = locales.map(say);
  return { id: id ?? '', en: en ?? '' };
}

/** "a", "a dan b", "a, b, dan c". */
export function listWords(words: readonly string[], locale: Locale): string {
  const and = locale === 'id' ? 'dan' : 'and';
  if (words.length < 3) return words.join(` ${and} `);
  return `${words.slice(0, -1).join(', ')}, ${and} ${words.at(-1)}`;
}

/** The first few of them, and how many more there are. */
export function listSome(words: readonly string[], most: number, locale: Locale): string {
  if (words.length <= most) return listWords(words, locale);
  const rest = words.length - most;
  return listWords([...words.slice(0, most), locale === 'id' ? `${rest} lainnya` : `${rest} more`], locale);
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
