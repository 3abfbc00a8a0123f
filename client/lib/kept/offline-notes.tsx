import { Button } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useCan, useSession } from '#client/lib/session.ts';
import { formatDateTime } from '#shared/date-format.ts';
import classes from './kept.module.css';
import { refreshShown, useShownState } from './shown-state.ts';

const reports = '/pelaporan';
/** Under a thumb, and in a line of text. */
const touchHeight = { base: 44, sm: 26 };

/** Above a page, in the place that the frame keeps for it: what is shown is old, or why nothing is and what still works. */
export function OfflineNotes() {
  const slot = document.getElementById('kept-slot');
  const shown = useShownState();
  if (!slot) return null;
  return createPortal(
    <div role="status">
      {shown.keptSince !== undefined ? (
        <KeptBanner since={shown.keptSince} isRefreshing={shown.isRefreshing} />
      ) : (
        shown.isMissing && <Offer />
      )}
    </div>,
    slot,
  );
}

function KeptBanner({ since, isRefreshing }: { since: number; isRefreshing: boolean }) {
  const { t } = useTranslation('offline');
  const locale = useLocale();
  const { app } = useSession();
  const when = formatDateTime(new Date(since).toISOString(), locale, app.timeZone, app.timeZoneLabel);
  return (
    <div className={classes.banner}>
      <IconCloudOff size={18} stroke={1.7} aria-hidden className={classes.icon} />
      <span className={classes.words}>{t('kept', { when })}</span>
      <Button
        size="compact-sm"
        mih={touchHeight}
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={isRefreshing}
        onClick={refreshShown}
      >
        {t('refresh')}
      </Button>
    </div>
  );
}

function Offer() {
  const { t } = useTranslation('offline');
  const mayEnter = useCan('report.enter');
  const { pathname } = useLocation();
  const isReporting = pathname.startsWith(reports);
  return (
    <div className={classes.banner}>
      <IconCloudOff size={18} stroke={1.7} aria-hidden className={classes.icon} />
      <span className={classes.words}>{t(isReporting ? 'notKept' : mayEnter ? 'notHereReports' : 'notHere')}</span>
      {mayEnter && pathname !== reports && (
        <Button component={Link} to={reports} size="compact-sm" mih={touchHeight} variant="default">
          {t('toReports')}
        </Button>
      )}
    </div>
  );
}
