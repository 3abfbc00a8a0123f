import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from './use-return-focus.ts';

type DrawerPanelProps = {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** A panel at the side that leaves the page in view: the origin of a number, the detail of a row. */
export function DrawerPanel({ opened, onClose, title, size = 'md', children }: DrawerPanelProps) {
  const { t } = useTranslation('ui');
  useReturnFocus(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      position="right"
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      styles={{ title: { fontWeight: 700, fontSize: '1rem' } }}
    >
      {children}
    </Drawer>
  );
}
