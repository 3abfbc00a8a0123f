import { IconCategory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { useSession } from '#client/lib/session.ts';
import classes from './bottom-bar.module.css';
import { DueBadge } from './due-badge.tsx';
import { bottomDestinations, navigationFor } from './navigation.ts';

/** On a phone: the most used pages under the thumb. The rest is in the drawer. */
export function BottomBar({ onOpenMenu }: { onOpenMenu: () => void }) {
  const { t } = useTranslation('shell');
  const session = useSession();
  const monthSearch = useMonthSearch();
  const destinations = bottomDestinations(navigationFor(session));
  return (
    <nav className={classes.bar} aria-label={t('landmark.bottomNav')} data-no-print>
      {destinations.map(({ id, to, icon: Icon, keepsMonth }) => (
        <NavLink key={id} to={keepsMonth ? to + monthSearch : to} end={to === '/'} className={classes.link}>
          <span className={classes.icon}>
            <Icon size={22} stroke={1.7} aria-hidden />
            {id === 'reporting' && <DueBadge isFloating />}
          </span>
          {t(`nav.${id}`)}
        </NavLink>
      ))}
      {destinations.length < 4 && (
        <button type="button" className={classes.link} onClick={onOpenMenu} aria-haspopup="dialog">
          <span className={classes.icon}>
            <IconCategory size={22} stroke={1.7} aria-hidden />
          </span>
          {t('nav.issues')}
        </button>
      )}
    </nav>
  );
}
