import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/icon-button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { DemoTag } from './demo-tag.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { NotificationBell } from './notification-bell.tsx';
import { OutboxBadge } from './outbox-badge.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { SearchButton } from './search-button.tsx';
import classes from './top-bar.module.css';

export function TopBar({ isMenuOpen, onOpenMenu }: { isMenuOpen: boolean; onOpenMenu: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <header className={classes.bar} data-no-print>
      <div className={classes.phoneOnly}>
        <IconButton onClick={onOpenMenu} aria-label={t('nav.openMenu')} aria-expanded={isMenuOpen}>
          <IconMenu2 size={22} stroke={1.7} aria-hidden />
        </IconButton>
        <Brand isCompact />
      </div>
      <DemoTag />
      <LiveIndicator />
      <OutboxBadge />
      <div className={classes.tools}>
        <SearchButton />
        <NotificationBell />
        <div className={classes.wideOnly}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
        <AccountMenu />
      </div>
    </header>
  );
}
