import { createInstance, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { fetchWords, firstNamespaces, firstWords, isLanguage, type Language } from './namespaces.ts';

const storageKey = 'lang';

export const i18n = createInstance();

i18n.use(initReactI18next);
// The first words are at hand, so this resolves at once; a page brings its own words along.
void i18n.init({
  lng: 'id',
  fallbackLng: 'id',
  resources: { id: firstWords },
  partialBundledLanguages: true,
  defaultNS: 'common',
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** All namespaces that the pages opened so far have asked for: a switch of language fetches them in the other one. */
const wanted = new Set(firstNamespaces);

/** The language that is shown, or that is being fetched to be shown. */
let target: Language = storedLanguage() ?? 'id';

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'id';
}

/** The language this person chose on this device, or undefined when they never did. */
export function storedLanguage(): Language | undefined {
  try {
    const value = localStorage.getItem(storageKey);
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Fetches words of a page or of a part that comes later. To be awaited before it is drawn, lest it show keys. */
export async function loadWords(namespaces: readonly string[]): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  // A switch of language may be on its way: what is asked for now is then drawn in the other one.
  await bring(target).catch(() => bring('id'));
}

/** Switches the interface. The choice is remembered on the device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await applyLanguage(language);
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

/** Switches the interface without remembering it: for a language that comes from the account. */
export async function applyLanguage(language: Language): Promise<void> {
  target = language;
  try {
    await bring(language);
  } catch (error) {
    target = currentLanguage();
    throw error;
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Fetches what is wanted and not there yet; also what is asked for meanwhile. */
async function bring(language: Language): Promise<void> {
  const missing = [...wanted].filter((namespace) => !i18n.hasResourceBundle(language, namespace));
  if (missing.length === 0) return;
  const words: ResourceLanguage[string][] = await Promise.all(missing.map((name) => fetchWords(language, name)));
  missing.forEach((name, index) => {
    i18n.addResourceBundle(language, name, words[index]);
  });
  await bring(language);
}
