import { ActionIcon, Button, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { type Icon, IconDeviceLaptop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const schemes: readonly { id: MantineColorScheme; icon: Icon }[] = [
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
  { id: 'auto', icon: IconDeviceLaptop },
];

/** Light, dark, or as the device says. Mantine remembers the choice on the device. */
export function SchemeMenu({ isLabelled = false }: { isLabelled?: boolean }) {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const CurrentIcon = schemes.find(({ id }) => id === colorScheme)?.icon ?? IconSun;
  const choose = (wanted: string) => {
    const scheme = schemes.find(({ id }) => id === wanted);
    if (scheme) setColorScheme(scheme.id);
  };
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        {isLabelled ? (
          <Button variant="default" mih={44} leftSection={<CurrentIcon size={18} stroke={1.7} aria-hidden />}>
            <span className="sr-only">{t('scheme.label')}: </span>
            {t(`scheme.${colorScheme}`)}
          </Button>
        ) : (
          <ActionIcon size={44} c="var(--ink)" aria-label={t('scheme.current', { scheme: t(`scheme.${colorScheme}`) })}>
            <CurrentIcon size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown aria-label={t('scheme.label')}>
        <Menu.RadioGroup value={colorScheme} onChange={choose}>
          {schemes.map(({ id, icon: SchemeIcon }) => (
            <Menu.RadioItem
              key={id}
              value={id}
              closeMenuOnClick
              rightSection={<SchemeIcon size={17} stroke={1.7} aria-hidden />}
            >
              {t(`scheme.${id}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
