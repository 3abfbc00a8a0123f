import { CloseButton, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './nav-drawer.module.css';
import { NavList } from './nav-list.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';

/** The main navigation on a phone. */
export function NavDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size={290}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('nav.menu') } }}
    >
      {/* Not the drawer's own header: it would be a second banner for screen readers. */}
      <div className={classes.head}>
        <Brand />
        <CloseButton size={44} onClick={onClose} aria-label={t('nav.closeMenu')} />
      </div>
      <nav aria-label={t('landmark.nav')}>
        <NavList />
      </nav>
      <div className={classes.foot}>
        <LanguageSwitch isLabelled />
        <SchemeSwitch isLabelled />
      </div>
    </Drawer>
  );
}
