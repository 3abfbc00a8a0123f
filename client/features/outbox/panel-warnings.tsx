import { IconAlertOctagonFilled, IconAlertTriangle, IconClockExclamation, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatNumber } from '#shared/number-format.ts';
import { measureClockDifference } from './clock-difference.ts';
import classes from './outbox.module.css';
import { useShownOutbox } from './outbox-context.ts';
import { readStorageState, type StorageState } from './storage-state.ts';

const megabyte = 1024 * 1024;

/** What a person should know of this device while something waits on it: its storage and its clock. */
export function PanelWarnings() {
  const { t } = useTranslation('outbox');
  const locale = useLocale();
  const { snapshot } = useShownOutbox();
  const isWaiting = snapshot.items.length + snapshot.texts.length > 0;
  const clock = useQuery({
    queryKey: ['outbox', 'clock'],
    queryFn: async () => (await measureClockDifference()) ?? null,
    enabled: isWaiting,
    staleTime: 60_000,
    meta: { live: false },
  }).data;
  const storage = useStorageState(isWaiting);
  if (!isWaiting) return null;
  return (
    <>
      {!snapshot.isKept && (
        <Notice tone="critical" icon={<IconAlertOctagonFilled size={18} aria-hidden />} role="alert">
          <p className={classes.noticeTitle}>{t('storage.refusedTitle')}</p>
          <p>{t(snapshot.storageError === 'forbidden' ? 'storage.forbidden' : 'storage.full')}</p>
        </Notice>
      )}
      {snapshot.isKept && storage?.lowBytes !== undefined && (
        <Notice tone="attention" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <p className={classes.noticeTitle}>{t('storage.lowTitle')}</p>
          <p>{t('storage.low', { size: formatNumber(storage.lowBytes / megabyte, { locale, decimals: 1 }) })}</p>
        </Notice>
      )}
      {clock && (
        <Notice tone="attention" icon={<IconClockExclamation size={18} aria-hidden />}>
          <p className={classes.noticeTitle}>
            {t(`clock.${clock.direction}`, { amount: t(`clock.${clock.unit}`, { count: clock.count }) })}
          </p>
          <p>{t('clock.hint')}</p>
        </Notice>
      )}
    </>
  );
}

/** Below what waits: that the browser makes no promise is no news of today, and the way out is always the same. */
export function StorageHint() {
  const { t } = useTranslation('outbox');
  const { snapshot } = useShownOutbox();
  const storage = useStorageState(true);
  if (!snapshot.isKept || !storage?.isEvictable) return null;
  return (
    <Notice tone="quiet" icon={<IconInfoCircle size={18} aria-hidden />}>
      <p>{t('storage.evictable')}</p>
    </Notice>
  );
}

function useStorageState(isWanted: boolean): StorageState | undefined {
  return useQuery({
    queryKey: ['outbox', 'storage'],
    queryFn: readStorageState,
    enabled: isWanted,
    staleTime: 10_000,
    meta: { live: false },
  }).data;
}

type NoticeProps = { tone: 'critical' | 'attention' | 'quiet'; icon: ReactNode; role?: 'alert'; children: ReactNode };

function Notice({ tone, icon, role, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      {icon}
      <div>{children}</div>
    </div>
  );
}
