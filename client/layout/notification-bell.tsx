import { type ComponentType, useEffect, useState } from 'react';
import { loadWords } from '#client/i18n/index.ts';
import { useLiveState } from '#client/lib/live.ts';
import { useCan } from '#client/lib/session.ts';
import { whenIdle } from '#client/lib/when-idle.ts';
import classes from './top-bar.module.css';

async function loadBell(): Promise<ComponentType> {
  const [{ Bell }] = await Promise.all([
    import('#client/features/notification/bell.tsx'),
    loadWords(['notification', 'workErrors']),
  ]);
  return Bell;
}

/** What a signed-in person was told. It comes when the page stands; its place is kept, so that nothing moves then. */
export function NotificationBell() {
  const isWanted = useCan('notification.read');
  const isOnline = useLiveState() !== 'offline';
  const [Bell, setBell] = useState<ComponentType>();
  useEffect(() => {
    if (!isWanted || Bell || !isOnline) return;
    let isGone = false;
    const cancel = whenIdle(() => {
      // Without it the page works; the next connection tries again.
      loadBell().then(
        (loaded) => !isGone && setBell(() => loaded),
        () => undefined,
      );
    });
    return () => {
      isGone = true;
      cancel();
    };
  }, [isWanted, isOnline, Bell]);
  if (!isWanted) return null;
  return <span className={classes.bell}>{Bell && <Bell />}</span>;
}
