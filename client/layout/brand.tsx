import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '#client/lib/session.ts';
import classes from './brand.module.css';

/** The navy square with the name of the task force and of its province. */
export function Brand({ isCompact = false }: { isCompact?: boolean }) {
  const { t } = useTranslation('shell');
  const { app } = useSession();
  return (
    <Link to="/" className={classes.brand}>
      <span className={classes.mark} aria-hidden>
        {'4+1'}
      </span>
      <span className={isCompact ? 'sr-only' : classes.words}>
        <span className={classes.name}>{t('product')}</span>
        <span className={classes.province}>{app.provinceName}</span>
      </span>
    </Link>
  );
}
