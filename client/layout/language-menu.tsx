import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '#client/i18n/index.ts';
import { isLanguage, languages } from '#client/i18n/namespaces.ts';
import { notifyError } from '#client/lib/notify.ts';
import type { PopupProps } from '#client/lib/popup-on-demand.tsx';

export function LanguageMenu({ button, opened, onChange }: PopupProps) {
  const { t } = useTranslation('shell');

  const choose = (language: string) => {
    if (!isLanguage(language)) return;
    chooseLanguage(language).catch(() => notifyError({ id: 'language', message: t('language.failed') }));
  };

  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={170}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown aria-label={t('language.label')}>
        <Menu.RadioGroup value={currentLanguage()} onChange={choose}>
          {languages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick>
              {t(`language.${language}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
