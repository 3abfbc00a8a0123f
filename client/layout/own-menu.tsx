import { Menu } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { leavePage } from '#client/lib/leave-page.ts';
import { notifyError } from '#client/lib/notify.ts';
import type { OutboxAccess } from '#client/lib/outbox/outbox-snapshot.ts';
import type { PopupProps } from '#client/lib/popup-on-demand.tsx';
import { useCan, useSession } from '#client/lib/session.ts';
import { signOut } from '#client/lib/sign-out.ts';
import { loadOutboxParts, type OutboxParts, useOutboxParts } from './outbox-parts.ts';
import classes from './top-bar.module.css';

/** Who is signed in, the own account, what is unsent, and the way out. */
export function OwnMenu({ button, opened, onChange }: PopupProps) {
  const { t } = useTranslation(['shell', 'common']);
  const { user } = useSession();
  const mayEnter = useCan('report.enter');
  const parts = useOutboxParts(mayEnter);
  const [unsent, setUnsent] = useState<Unsent>();

  const leave = async () => {
    await signOut();
    // A fresh page: nothing that this user saw stays in memory for the next one.
    leavePage();
  };

  const leaveOrAsk = async () => {
    try {
      const found = mayEnter && user ? await unsentOf(user.id) : undefined;
      if (found) setUnsent(found);
      else await leave();
    } catch {
      notifyError({ id: 'sign-out', message: t('account.signOutFailed') });
    }
  };

  return (
    <>
      <Menu opened={opened} onChange={onChange} position="bottom-end" width={260}>
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          {user && (
            <div className={classes.who}>
              <strong>{user.name}</strong>
              <span>{t(`common:role.${user.role}`)}</span>
              {user.agencyName && <span>{user.agencyName}</span>}
            </div>
          )}
          <Menu.Divider />
          <Menu.Item component={Link} to="/akun" leftSection={<IconUserCircle size={17} stroke={1.7} aria-hidden />}>
            {t('account.profile')}
          </Menu.Item>
          {parts && <parts.UnsentMenuItem />}
          <Menu.Item onClick={leaveOrAsk} leftSection={<IconLogout size={17} stroke={1.7} aria-hidden />}>
            {t('account.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {unsent && <unsent.LeaveDialog outbox={unsent.outbox} onLeave={leave} onStay={() => setUnsent(undefined)} />}
    </>
  );
}

type Unsent = Pick<OutboxParts, 'LeaveDialog'> & { outbox: OutboxAccess };

/** The person's outbox, where something in it has not reached the server, and what asks about it. */
async function unsentOf(userId: string): Promise<Unsent | undefined> {
  const { outboxOf, LeaveDialog } = await loadOutboxParts();
  const outbox = outboxOf(userId);
  await outbox.ready;
  const { items, texts } = outbox.snapshot();
  return items.length + texts.length > 0 ? { outbox, LeaveDialog } : undefined;
}
