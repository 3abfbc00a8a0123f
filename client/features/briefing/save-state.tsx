import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import classes from './deck-editor.module.css';
import type { SaveProgress } from './field-saver.ts';

interface SaveStateProps {
  /** Of every slide and of the settings. */
  states: readonly SaveProgress[];
  onRetry: () => void;
}

/** Whether what was typed is on the server, said at all times. */
export function SaveState({ states, onRetry }: SaveStateProps) {
  const { t } = useTranslation('briefing');
  const errorText = useErrorText();
  const clock = useClock();
  const [failed] = states.flatMap((state) => (state.phase === 'failed' ? [state] : []));
  const [refused] = states.flatMap((state) => (state.phase === 'refused' ? [state] : []));
  const isOpen = states.some(({ phase }) => phase === 'conflict');
  const isSaving = states.some(({ phase }) => phase === 'waiting' || phase === 'saving');
  const savedAt = Math.max(0, ...states.map((state) => (state.phase === 'saved' ? state.at : 0)));
  return (
    <span className={classes.saveState} role="status" data-save-state>
      {failed ? (
        <span className={classes.saveFailed}>
          <IconCloudOff size={14} aria-hidden />
          {t('save.failed')}
          <Button size="compact-xs" mih={24} variant="default" onClick={onRetry}>
            {t('save.retry')}
          </Button>
        </span>
      ) : refused ? (
        <span className={classes.saveFailed}>
          <IconAlertTriangle size={14} aria-hidden />
          {errorText(refused.error)}
        </span>
      ) : isOpen ? (
        <span className={classes.saveFailed}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('save.conflict')}
        </span>
      ) : isSaving ? (
        <span>
          <IconLoader2 size={14} aria-hidden className={classes.spin} />
          {t('save.saving')}
        </span>
      ) : savedAt > 0 ? (
        <span className={classes.saved}>
          <IconCheck size={14} stroke={2.4} aria-hidden />
          {t('save.saved', { time: clock.time(savedAt) })}
        </span>
      ) : (
        t('save.auto')
      )}
    </span>
  );
}
