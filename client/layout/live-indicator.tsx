import { IconPlugConnectedX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LateTooltip } from '#client/lib/late-tooltip.tsx';
import { useLiveState } from '#client/lib/live.ts';
import classes from './top-bar.module.css';

/** Quiet while all is well; a lost connection is said in words, because the figures on screen may be old. */
export function LiveIndicator() {
  const { t } = useTranslation('shell');
  const state = useLiveState();
  const indicator = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={indicator} className={classes.live} data-state={state} role="status">
        {state === 'offline' ? (
          <IconPlugConnectedX size={15} stroke={1.8} aria-hidden />
        ) : (
          <span className={classes.dot} aria-hidden />
        )}
        <span className={classes.liveWord}>{t(`live.${state}`)}</span>
      </span>
      <LateTooltip label={t(`live.${state}Hint`)} target={indicator} />
    </>
  );
}
