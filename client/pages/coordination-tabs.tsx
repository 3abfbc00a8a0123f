import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import classes from './coordination-tabs.module.css';

/** The two parts of coordination: what was agreed where, and what became of it. */
export function CoordinationTabs() {
  const { t } = useTranslation('meeting');
  return (
    <nav className={classes.tabs} aria-label={t('tabs.label')} data-no-print>
      <NavLink to="/koordinasi" className={classes.tab}>
        {t('tabs.meetings')}
      </NavLink>
      <NavLink to="/tindak-lanjut" className={classes.tab}>
        {t('tabs.followUp')}
      </NavLink>
    </nav>
  );
}
