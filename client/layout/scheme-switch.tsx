import { Button, useMantineColorScheme } from '@mantine/core';
import { IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { popupOnDemand } from '#client/lib/popup-on-demand.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { schemes } from './schemes.ts';

const SchemeMenu = popupOnDemand(async () => (await import('./scheme-menu.tsx')).SchemeMenu, 'menu');

/** Light, dark, or as the device says. Mantine remembers the choice on the device. */
export function SchemeSwitch({ isLabelled = false }: { isLabelled?: boolean }) {
  const { t } = useTranslation('shell');
  const { colorScheme } = useMantineColorScheme();
  const CurrentIcon = schemes.find(({ id }) => id === colorScheme)?.icon ?? IconSun;
  return (
    <SchemeMenu
      button={
        isLabelled ? (
          <Button variant="default" mih={44} leftSection={<CurrentIcon size={18} stroke={1.7} aria-hidden />}>
            <span className="sr-only">{t('scheme.label')}: </span>
            {t(`scheme.${colorScheme}`)}
          </Button>
        ) : (
          <IconButton aria-label={t('scheme.current', { scheme: t(`scheme.${colorScheme}`) })}>
            <CurrentIcon size={19} stroke={1.7} aria-hidden />
          </IconButton>
        )
      }
    />
  );
}
