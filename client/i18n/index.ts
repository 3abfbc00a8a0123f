import { createInstance, type Resource, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { collectNamespaces, type NamespaceModules } from './namespaces.ts';

/** The languages of the interface. Indonesian is bundled; English is fetched when somebody switches to it. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'lang';

const modules: NamespaceModules = import.meta.glob('./id/*.ts', { eager: true });
const resources: Resource = { id: collectNamespaces(modules) };

export const i18n = createInstance();

i18n.use(initReactI18next);
// Every resource is at hand, so this resolves at once and the first render already has its words.
void i18n.init({
  lng: 'id',
  fallbackLng: 'id',
  resources,
  partialBundledLanguages: true,
  defaultNS: 'common',
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

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

/** Switches the interface. The choice is remembered on the device and told to the server (mails, exports) by a cookie. */
export async function chooseLanguage(language: Language): Promise<void> {
  await applyLanguage(language);
  document.cookie = `${storageKey}=${language};path=/;max-age=31536000;samesite=lax`;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

/** Switches the interface without remembering it: for a language that comes from the account. */
export async function applyLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'common')) {
    const { english } = await import('./english.ts');
    addLanguage('en', english);
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

function addLanguage(language: Language, namespaces: ResourceLanguage): void {
  for (const [name, words] of Object.entries(namespaces)) i18n.addResourceBundle(language, name, words);
}
