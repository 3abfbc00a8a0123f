import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCan } from '#client/lib/session.ts';
import classes from './kept.module.css';

const reports = '/pelaporan';

export function ReportsOffer() {
  const { t } = useTranslation('offline');
  const mayEnter = useCan('report.enter');
  const { pathname } = useLocation();
  if (!mayEnter) return null;
  const isReports = pathname === reports;
  return (
    <div className={classes.offer}>
      <p>{t(pathname.startsWith(reports) ? 'notKept' : 'notHere')}</p>
      {!isReports && (
        <Button component={Link} to={reports} size="sm" mih={44}>
          {t('toReports')}
        </Button>
      )}
    </div>
  );
}
