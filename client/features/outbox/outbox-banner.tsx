import { Alert, Button, Text } from '@mantine/core';
import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutboxAccess } from '#client/lib/outbox/outbox-snapshot.ts';
import { useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';
import { setPanelOpen } from './panel-state.ts';

/** Above every page while what was typed lies in this tab's memory alone: closing it would lose that. */
export function OutboxBanner({ outbox }: { outbox: OutboxAccess }) {
  const { t } = useTranslation('outbox');
  const { isKept, storageError, items, texts } = useOutboxSnapshot(outbox);
  if (isKept || items.length + texts.length === 0) return null;
  return (
    <Alert
      role="alert"
      mb="md"
      color="red"
      icon={<IconAlertOctagonFilled size={18} aria-hidden />}
      title={t('storage.refusedTitle')}
    >
      <Text mb="sm">{t(storageError === 'forbidden' ? 'storage.forbidden' : 'storage.full')}</Text>
      <Button size="sm" mih={44} onClick={() => setPanelOpen(true)}>
        {t('storage.show')}
      </Button>
    </Alert>
  );
}
