import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { startLiveUpdates } from '#client/lib/live.ts';
import { OverlaysHost } from '#client/lib/overlays-host.tsx';
import classes from './app-layout.module.css';
import { BottomBar } from './bottom-bar.tsx';
import { Brand } from './brand.tsx';
import { NavList } from './nav-list.tsx';
import { OutboxNotice } from './outbox-badge.tsx';
import { RouteAnnouncer } from './route-announcer.tsx';
import { SessionEndedNotice } from './session-ended-notice.tsx';
import { TopBar } from './top-bar.tsx';

const NavDrawer = lazy(() => import('./nav-drawer.tsx').then((module) => ({ default: module.NavDrawer })));

/** The frame around every page of the application: navigation, top bar, and the page itself. */
export function AppLayout() {
  const { t } = useTranslation('shell');
  const { key } = useLocation();
  // Bound to the place where it was opened: going anywhere closes the drawer.
  const [openedAt, setOpenedAt] = useState<string>();
  const [wasOpened, setWasOpened] = useState(false);
  const isMenuOpen = openedAt === key;
  const isLoading = useNavigation().state === 'loading';

  useEffect(startLiveUpdates, []);

  const openMenu = () => {
    setOpenedAt(key);
    setWasOpened(true);
  };

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#isi" data-no-print>
        {t('skip')}
      </a>
      <aside className={classes.sidebar} data-no-print>
        <Brand />
        <nav aria-label={t('landmark.nav')} className={classes.nav}>
          <NavList />
        </nav>
      </aside>
      <div className={classes.column}>
        <TopBar isMenuOpen={isMenuOpen} onOpenMenu={openMenu} />
        {isLoading && <div className={classes.progress} role="progressbar" aria-label={t('page.loading')} />}
        <main id="isi" tabIndex={-1} className={classes.main} aria-busy={isLoading}>
          <div id="kept-slot" data-no-print />
          <SessionEndedNotice />
          <OutboxNotice />
          <Outlet />
        </main>
      </div>
      <BottomBar onOpenMenu={openMenu} />
      {wasOpened && (
        <Suspense fallback={null}>
          <NavDrawer isOpen={isMenuOpen} onClose={() => setOpenedAt(undefined)} />
        </Suspense>
      )}
      <RouteAnnouncer />
      <OverlaysHost />
      <ScrollRestoration />
    </div>
  );
}
