import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage, type Language, languages } from '#client/i18n/index.ts';
import { notifyError } from '#client/lib/notify.ts';

export function LanguageSwitch() {
  const { t } = useTranslation('shell');
  const current = currentLanguage();

  const choose = (language: Language) => {
    chooseLanguage(language).catch(() => notifyError({ id: 'language', message: t('language.failed') }));
  };

  return (
    <Menu position="bottom-end" width={170}>
      <Menu.Target>
        <ActionIcon size={44} fz={13} fw={600} c="var(--ink)" aria-label={t('language.current')}>
          {current.toUpperCase()}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('language.label')}>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={language === current}
            rightSection={language === current ? <IconCheck size={16} aria-hidden /> : undefined}
            onClick={() => choose(language)}
          >
            {t(`language.${language}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
