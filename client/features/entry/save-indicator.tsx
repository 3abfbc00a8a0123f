import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';

/** Whether what was typed is on the server, said at all times. */
export function SaveIndicator() {
  const { t } = useTranslation('entry');
  const { snapshot } = useReport();
  const { sheet, mode } = useSheet();
  const clock = useClock();
  const { saving, failed, refused, conflicts, lastSavedAt } = snapshot.summary;
  const waiting = refused + conflicts + snapshot.rejected;
  const kept = snapshot.isKept ? 'failed' : 'notKept';
  if (mode !== 'enter' && lastSavedAt === null && failed === 0) return null;
  return (
    <span className={classes.saveState} role="status" data-save-state>
      {failed > 0 ? (
        <span className={classes.saveFailed}>
          <IconCloudOff size={14} aria-hidden />
          {t(`save.${kept}`, { count: failed })}
          <Button size="compact-xs" variant="default" onClick={() => sheet.retry()}>
            {t('save.retry')}
          </Button>
        </span>
      ) : saving > 0 ? (
        <span className={classes.saveWord}>
          <IconLoader2 size={14} aria-hidden className={classes.spin} />
          {t('save.saving')}
        </span>
      ) : (
        lastSavedAt !== null && (
          <span className={classes.saved}>
            <IconCheck size={14} stroke={2.4} aria-hidden />
            {t('save.saved', { time: clock.time(lastSavedAt) })}
          </span>
        )
      )}
      {waiting > 0 && (
        <span className={classes.saveFailed}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('save.waiting', { count: waiting })}
        </span>
      )}
      {saving + failed + waiting === 0 && lastSavedAt === null && <span>{t('save.auto')}</span>}
    </span>
  );
}
