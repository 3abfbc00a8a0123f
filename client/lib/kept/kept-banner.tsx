import { Button } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { formatDateTime } from '#shared/date-format.ts';
import classes from './kept.module.css';

interface KeptBannerProps {
  /** Milliseconds, by the device's clock. */
  since: number;
  isFetching: boolean;
  onRefresh: () => void;
}

export function KeptBanner({ since, isFetching, onRefresh }: KeptBannerProps) {
  const { t } = useTranslation('offline');
  const locale = useLocale();
  const { app } = useSession();
  const when = formatDateTime(new Date(since).toISOString(), locale, app.timeZone, app.timeZoneLabel);
  return (
    <div className={classes.banner} role="status">
      <IconCloudOff size={18} stroke={1.7} aria-hidden className={classes.icon} />
      <span className={classes.words}>{t('kept', { when })}</span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={isFetching}
        onClick={onRefresh}
      >
        {t('refresh')}
      </Button>
    </div>
  );
}
