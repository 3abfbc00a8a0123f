import { Button } from '@mantine/core';
import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutboxAccess } from '#client/lib/outbox/outbox-snapshot.ts';
import { useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import classes from './outbox.module.css';
import { setPanelOpen } from './panel-state.ts';

/** Above every page while what was typed lies in this tab's memory alone: closing it would lose that. */
export function OutboxBanner({ outbox }: { outbox: OutboxAccess }) {
  const { t } = useTranslation('outbox');
  const { isKept, storageError, items, texts } = useOutboxSnapshot(outbox);
  if (isKept || items.length + texts.length === 0) return null;
  return (
    <div role="alert" className={`${classes.notice} ${classes.banner}`} data-tone="critical">
      <IconAlertOctagonFilled size={18} aria-hidden />
      <div>
        <p className={classes.noticeTitle}>{t('storage.refusedTitle')}</p>
        <p>{t(storageError === 'forbidden' ? 'storage.forbidden' : 'storage.full')}</p>
        <div className={classes.noticeActions}>
          <Button size="sm" mih={44} variant="default" onClick={() => setPanelOpen(true)}>
            {t('storage.show')}
          </Button>
        </div>
      </div>
    </div>
  );
}
