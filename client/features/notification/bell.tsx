import { Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '#client/lib/live.ts';
import { trpc } from '#client/lib/trpc.ts';
import classes from './notification.module.css';
import { NotificationPanel } from './notification-panel.tsx';

/** How often the count is asked for where the change feed is silent; not while the page is hidden or cut off. */
const pollMs = 5 * 60_000;

/** The bell with the number of notices that have not been read, and the list behind it. */
export function Bell() {
  const { t } = useTranslation('notification');
  const isOffline = useLiveState() === 'offline';
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const count = useQuery({
    ...trpc.notification.unreadCount.queryOptions(),
    refetchInterval: isOffline ? false : pollMs,
  });
  const unread = count.data?.unread ?? 0;
  const close = () => {
    setOpened(false);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? setOpened(true) : close())}
      position="bottom-end"
      width="min(430px, 100vw - 16px)"
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <button
          ref={button}
          type="button"
          className={classes.bell}
          aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.none')}
          onClick={() => (opened ? close() : setOpened(true))}
        >
          <IconBell size={20} stroke={1.7} aria-hidden />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('title')}>
        {opened && <NotificationPanel onClose={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}
