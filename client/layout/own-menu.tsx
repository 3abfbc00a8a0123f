import { Menu } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { notifyError } from '#client/lib/notify.ts';
import type { PopupProps } from '#client/lib/popup-on-demand.tsx';
import { useSession } from '#client/lib/session.ts';
import { signOut } from '#client/lib/sign-out.ts';
import classes from './top-bar.module.css';

/** Who is signed in, the own account, and the way out. */
export function OwnMenu({ button, opened, onChange }: PopupProps) {
  const { t } = useTranslation(['shell', 'common']);
  const { user } = useSession();

  const leave = () => {
    signOut()
      // A fresh page: nothing that this user saw stays in memory for the next one.
      .then(() => window.location.assign('/'))
      .catch(() => notifyError({ id: 'sign-out', message: t('account.signOutFailed') }));
  };

  return (
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
        <Menu.Item onClick={leave} leftSection={<IconLogout size={17} stroke={1.7} aria-hidden />}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
