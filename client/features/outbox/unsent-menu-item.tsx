import { Menu } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setPanelOpen } from './panel-state.ts';

/** In the account menu: the way to the list while nothing waits, for who brings a file from another device. */
export function UnsentMenuItem() {
  const { t } = useTranslation('outbox');
  return (
    <Menu.Item onClick={() => setPanelOpen(true)} leftSection={<IconCloudUp size={17} stroke={1.7} aria-hidden />}>
      {t('title')}
    </Menu.Item>
  );
}
