import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMonthSearch } from '#client/lib/month-param.ts';
import { useSession } from '#client/lib/session.ts';
import { issueColor } from '#client/theme.ts';
import { DueBadge } from './due-badge.tsx';
import classes from './nav-list.module.css';
import { type Destination, navigationFor } from './navigation.ts';

/** The main navigation, the same in the sidebar and in the drawer of a phone. */
export function NavList() {
  const { t } = useTranslation(['shell', 'common']);
  const session = useSession();
  const monthSearch = useMonthSearch();
  const { overview, issues, work, manage } = navigationFor(session);

  const link = ({ id, to, keepsMonth }: Destination) => (
    <li key={id}>
      <NavLink to={keepsMonth ? to + monthSearch : to} end={to === '/'} className={classes.link}>
        {t(`nav.${id}`)}
        {id === 'reporting' && <DueBadge />}
      </NavLink>
    </li>
  );

  return (
    <>
      <ul className={classes.list}>{link(overview)}</ul>
      <h2 className={classes.group} id="nav-issues">
        {t('nav.issues')}
      </h2>
      <ul className={classes.list} aria-labelledby="nav-issues">
        {issues.map(({ id, to }) => (
          <li key={id}>
            <NavLink to={to + monthSearch} className={classes.link}>
              <span className={classes.square} style={{ background: issueColor(id) }} aria-hidden />
              {t(`common:issue.${id}`)}
            </NavLink>
          </li>
        ))}
      </ul>
      <h2 className={classes.group} id="nav-work">
        {t('nav.work')}
      </h2>
      <ul className={classes.list} aria-labelledby="nav-work">
        {work.map(link)}
        {manage && link(manage)}
      </ul>
    </>
  );
}
