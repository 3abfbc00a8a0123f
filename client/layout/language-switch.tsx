import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '#client/i18n/index.ts';
import { isLanguage, languages } from '#client/i18n/namespaces.ts';
import { notifyError } from '#client/lib/notify.ts';

/** `isLabelled` writes the language out, where there is room for it. */
export function LanguageSwitch({ isLabelled = false }: { isLabelled?: boolean }) {
  const { t } = useTranslation('shell');
  const current = currentLanguage();

  const choose = (language: string) => {
    if (!isLanguage(language)) return;
    chooseLanguage(language).catch(() => notifyError({ id: 'language', message: t('language.failed') }));
  };

  return (
    <Menu position="bottom-end" width={170}>
      <Menu.Target>
        {isLabelled ? (
          <Button variant="default" mih={44} leftSection={<IconLanguage size={18} stroke={1.7} aria-hidden />}>
            <span className="sr-only">{t('language.label')}: </span>
            {t(`language.${current}`)}
          </Button>
        ) : (
          <ActionIcon size={44} fz={13} fw={600} c="var(--ink)" aria-label={t('language.current')}>
            {current.toUpperCase()}
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown aria-label={t('language.label')}>
        <Menu.RadioGroup value={current} onChange={choose}>
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
