import { Outlet } from 'react-router';
import { OverlaysHost } from '#client/lib/overlays-host.tsx';
import classes from './bare-layout.module.css';
import { Brand } from './brand.tsx';
import { DemoTag } from './demo-tag.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { RouteAnnouncer } from './route-announcer.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';

/** The frame of pages before sign-in: one task, no navigation. */
export function BareLayout() {
  return (
    <div className={classes.frame}>
      <header className={classes.bar}>
        <Brand />
        <DemoTag />
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <main id="isi" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <RouteAnnouncer />
      <OverlaysHost />
    </div>
  );
}
