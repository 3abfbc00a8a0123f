import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '#client/i18n/index.ts';
import { popupOnDemand } from '#client/lib/popup-on-demand.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';

const LanguageMenu = popupOnDemand(async () => (await import('./language-menu.tsx')).LanguageMenu, 'menu');

/** `isLabelled` writes the language out, where there is room for it. */
export function LanguageSwitch({ isLabelled = false }: { isLabelled?: boolean }) {
  const { t } = useTranslation('shell');
  const current = currentLanguage();
  return (
    <LanguageMenu
      button={
        isLabelled ? (
          <Button variant="default" mih={44} leftSection={<IconLanguage size={18} stroke={1.7} aria-hidden />}>
            <span className="sr-only">{t('language.label')}: </span>
            {t(`language.${current}`)}
          </Button>
        ) : (
          <IconButton aria-label={t('language.current')}>{current.toUpperCase()}</IconButton>
        )
      }
    />
  );
}
