import type { ResourceLanguage } from 'i18next';

/** The languages of the interface. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Words that every page needs, in the first script. All others come with the page that needs them. */
export const firstNamespaces: readonly string[] = ['common', 'errors', 'shell', 'ui'];

/** A dictionary file exports one object, whose name is the namespace (`small-wins.ts` → `smallWins`). */
const first = import.meta.glob<ResourceLanguage>('./id/{common,errors,shell,ui}.ts', { eager: true });
const others = import.meta.glob<ResourceLanguage>(['./*/*.ts', '!./id/{common,errors,shell,ui}.ts']);

export const firstWords: ResourceLanguage = Object.assign({}, ...Object.values(first));

/** Fetches one dictionary that is not among the first words. */
export async function fetchWords(language: Language, namespace: string): Promise<ResourceLanguage[string]> {
  const file = namespace.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const words = (await others[`./${language}/${file}.ts`]?.())?.[namespace];
  if (words === undefined) throw new Error(`There are no words "${namespace}" in "${language}".`);
  return words;
}
