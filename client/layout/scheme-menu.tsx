import { Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PopupProps } from '#client/lib/popup-on-demand.tsx';
import { schemes } from './schemes.ts';

export function SchemeMenu({ button, opened, onChange }: PopupProps) {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (wanted: string) => {
    const scheme = schemes.find(({ id }) => id === wanted);
    if (scheme) setColorScheme(scheme.id);
  };
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={190}>
      <Menu.Target>{button}</Menu.Target>
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
