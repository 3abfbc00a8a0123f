import { useTranslation } from 'react-i18next';

/** The language of the screen; Indonesian unless English was chosen. */
export function useLocale(): 'id' | 'en' {
  const { i18n } = useTranslation();
  return i18n.language?.startsWith('en') ? 'en' : 'id';
}
