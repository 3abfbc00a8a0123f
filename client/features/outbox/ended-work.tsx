import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutboxAccess } from '#client/lib/outbox/outbox-snapshot.ts';
import { useOutboxSnapshot } from '#client/lib/outbox/use-outbox.ts';

type EndedWorkProps = {
  /** Of the person whose session has ended in this tab. */
  outbox: OutboxAccess;
  signInTo: string;
  /** What is said where nothing waits. */
  fallback: ReactNode;
};

/** The session is over while something waits: how much, and the way to go on. It is sent once the same person is back. */
export function EndedWork({ outbox, signInTo, fallback }: EndedWorkProps) {
  const { t } = useTranslation('outbox');
  const count = useOutboxSnapshot(outbox).items.length;
  if (count === 0) return fallback;
  return (
    <>
      <p>{t('ended.text', { count })}</p>
      <Button component={Link} to={signInTo} size="sm" mih={44}>
        {t('ended.signIn', { count })}
      </Button>
    </>
  );
}
