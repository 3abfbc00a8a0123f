import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { type Icon, IconCheck, IconDeviceLaptop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const schemes: readonly { id: MantineColorScheme; icon: Icon }[] = [
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
  { id: 'auto', icon: IconDeviceLaptop },
];

/** Light, dark, or as the device says. Mantine remembers the choice on the device. */
export function SchemeMenu() {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const CurrentIcon = schemes.find(({ id }) => id === colorScheme)?.icon ?? IconSun;
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon size={44} c="var(--ink)" aria-label={t('scheme.current', { scheme: t(`scheme.${colorScheme}`) })}>
          <CurrentIcon size={19} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('scheme.label')}>
        {schemes.map(({ id, icon: SchemeIcon }) => (
          <Menu.Item
            key={id}
            role="menuitemradio"
            aria-checked={id === colorScheme}
            leftSection={<SchemeIcon size={17} stroke={1.7} aria-hidden />}
            rightSection={id === colorScheme ? <IconCheck size={16} aria-hidden /> : undefined}
            onClick={() => setColorScheme(id)}
          >
            {t(`scheme.${id}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
