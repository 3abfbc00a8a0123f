import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dueCountQuery } from '#client/lib/kept/queries.ts';
import classes from './nav-list.module.css';

/** How many reports wait for this user. Nothing while unknown or none: a badge is a call to act. */
export function DueBadge({ isFloating = false }: { isFloating?: boolean }) {
  const { t } = useTranslation('shell');
  const { data } = useQuery(dueCountQuery());
  const count = data?.count ?? 0;
  if (count === 0) return null;
  return (
    <span className={isFloating ? classes.floating : classes.badge}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('nav.reportsDue', { count })}</span>
    </span>
  );
}
