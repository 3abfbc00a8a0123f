import { Button, Menu } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { notifyError } from '#client/lib/notify.ts';
import { type SessionUser, signOut, useSession } from '#client/lib/session.ts';
import { signInPath } from '#client/lib/sign-in-path.ts';
import classes from './top-bar.module.css';

export function AccountMenu() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const location = useLocation();
  if (!user) {
    return (
      <Button component={Link} to={signInPath(location)} size="sm" mih={36} ml={4}>
        {t('account.signIn')}
      </Button>
    );
  }
  return <SignedInMenu user={user} />;
}

function SignedInMenu({ user }: { user: SessionUser }) {
  const { t } = useTranslation(['shell', 'common']);

  const leave = () => {
    signOut()
      // A fresh page: nothing that this user saw stays in memory for the next one.
      .then(() => window.location.assign('/'))
      .catch(() => notifyError({ id: 'sign-out', message: t('account.signOutFailed') }));
  };

  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={classes.account} aria-label={t('account.menu', { name: user.name })}>
          <span className={classes.initials} aria-hidden>
            {initialsOf(user.name)}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{user.name}</strong>
          <span>{t(`common:role.${user.role}`)}</span>
          {user.agencyName && <span>{user.agencyName}</span>}
        </div>
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

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
