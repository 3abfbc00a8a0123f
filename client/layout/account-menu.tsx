import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { popupOnDemand } from '#client/lib/popup-on-demand.tsx';
import { useSession } from '#client/lib/session.ts';
import { signInPath } from '#client/lib/sign-in-path.ts';
import classes from './top-bar.module.css';

const OwnMenu = popupOnDemand(async () => (await import('./own-menu.tsx')).OwnMenu, 'menu');

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
  return (
    <OwnMenu
      button={
        <button type="button" className={classes.account} aria-label={t('account.menu', { name: user.name })}>
          <span className={classes.initials} aria-hidden>
            {initialsOf(user.name)}
          </span>
        </button>
      }
    />
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
