import {
  IconAlertTriangle,
  IconClockUp,
  IconEye,
  IconGavel,
  IconListCheck,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './marks.module.css';
import { useRoom } from './room.ts';

/** Quiet marks above the slide: what the room should know of it, and what waits to be sent. */
export function Marks() {
  const { t } = useTranslation('presenter');
  const { presenter, records, isOffline, run } = useRoom();
  const { presentation, state } = presenter;
  const slideId = presentation.slides[state.show.index]?.id;
  const here = records.recorded.filter((each) => each.slideId === slideId);
  const decisions = here.filter(({ what }) => what === 'decision').length;
  const items = here.length - decisions;
  const refused = records.state.waiting.filter(({ problem }) => problem !== null).length;
  const waiting = records.state.waiting.length - refused;
  const openRecords = () => run({ type: 'toggle', panel: 'records' });
  return (
    <div className={classes.marks}>
      {presentation.edition === null && (
        <span className={classes.mark}>
          <IconEye size={15} aria-hidden /> {t('mark.preview')}
        </span>
      )}
      {!presentation.isIntact && (
        <span className={classes.mark} data-tone="danger">
          <IconAlertTriangle size={15} aria-hidden /> {t('mark.broken')}
        </span>
      )}
      <span role="status" className={classes.status}>
        {isOffline && (
          <span className={classes.mark}>
            <IconPlugConnectedX size={15} aria-hidden /> {t('mark.offline')}
          </span>
        )}
      </span>
      {waiting + refused > 0 && (
        <button
          type="button"
          className={classes.mark}
          data-tone={refused > 0 ? 'danger' : undefined}
          onClick={openRecords}
        >
          {refused > 0 ? <IconAlertTriangle size={15} aria-hidden /> : <IconClockUp size={15} aria-hidden />}
          {refused > 0 ? t('mark.refused', { count: refused }) : t('mark.waiting', { count: waiting })}
        </button>
      )}
      {here.length > 0 && (
        <button type="button" className={classes.mark} onClick={openRecords}>
          {decisions > 0 && (
            <>
              <IconGavel size={15} aria-hidden /> {t('mark.decisions', { count: decisions })}
            </>
          )}
          {items > 0 && (
            <>
              <IconListCheck size={15} aria-hidden /> {t('mark.items', { count: items })}
            </>
          )}
        </button>
      )}
    </div>
  );
}
