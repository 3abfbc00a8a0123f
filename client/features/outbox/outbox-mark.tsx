import { IconAlertTriangle, IconCloudUp, IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { OutboxAccess } from '#client/lib/outbox/outbox-snapshot.ts';
import { useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import classes from './outbox.module.css';
import { countOutbox } from './outbox-groups.ts';
import { OutboxPanel } from './outbox-panel.tsx';
import { setPanelOpen, usePanelOpen } from './panel-state.ts';
import { askForPersistence } from './storage-state.ts';

/** A figure is usually sent within a blink: only what stays is worth a word. */
const quietMs = 3_000;

/** In the top bar: how many entries have not reached the server, or nothing. Opens the list of them. */
export function OutboxMark({ outbox }: { outbox: OutboxAccess }) {
  const { t } = useTranslation('outbox');
  const { pathname } = useLocation();
  const { items, texts, sendingIds, state } = useOutboxSnapshot(outbox);
  const isOpen = usePanelOpen();
  const { problems, waiting, sending } = countOutbox(items, texts, sendingIds);
  const pending = waiting + sending;
  // In the report that is open, an unfinished figure is being typed or is marked in its cell.
  const unfinished = texts.filter(({ reportKey }) => decodeURIComponent(pathname) !== `/pelaporan/${reportKey}`).length;
  const isStaying = useStaying(pending > 0, quietMs);
  const isWorthKeeping = items.length + texts.length > 0;

  useEffect(() => {
    if (isWorthKeeping) void askForPersistence();
  }, [isWorthKeeping]);

  const mark =
    problems > 0
      ? ({ key: 'problems', count: problems, Icon: IconAlertTriangle, tone: 'attention' } as const)
      : pending > 0 && (isStaying || state !== 'sending')
        ? ({ key: 'waiting', count: pending, Icon: IconCloudUp, tone: 'quiet' } as const)
        : unfinished > 0
          ? ({ key: 'unfinished', count: unfinished, Icon: IconPencil, tone: 'attention' } as const)
          : undefined;

  return (
    <>
      <span role="status" className={classes.mark} data-outbox>
        {mark && (
          <button
            type="button"
            className={classes.badge}
            data-tone={mark.tone}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setPanelOpen(true)}
          >
            <mark.Icon size={15} stroke={1.9} aria-hidden />
            <span className="sr-only">{t('title')}:</span>{' '}
            <span className={classes.badgeWords}>{t(`badge.${mark.key}`, { count: mark.count })}</span>
            <span className={classes.badgeShort} aria-hidden>
              <span>{mark.count}</span>
              <span>{t(`badge.short.${mark.key}`)}</span>
            </span>
          </button>
        )}
      </span>
      {isOpen && <OutboxPanel outbox={outbox} onClose={() => setPanelOpen(false)} />}
    </>
  );
}

/** Whether something has been so for a while without a break. */
function useStaying(isSo: boolean, milliseconds: number): boolean {
  const [isStaying, setStaying] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setStaying(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setStaying(false);
    };
  }, [isSo, milliseconds]);
  return isSo && isStaying;
}
