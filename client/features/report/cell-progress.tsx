import { useTranslation } from 'react-i18next';
import type { ReportCounters } from '#shared/report.ts';
import classes from './report.module.css';

/** `8 dari 15 sel terisi` with a bar. Cells that do not apply are answered too. */
export function CellProgress({ counters }: { counters: ReportCounters }) {
  const { t } = useTranslation('report');
  const { expected, filled, notApplicable } = counters;
  const done = filled + notApplicable;
  const share = expected === 0 ? 0 : (done / expected) * 100;
  return (
    <div className={classes.progress}>
      <div className={classes.track} aria-hidden>
        <div className={classes.filled} style={{ width: `${share}%` }} />
      </div>
      <span>{t('progress', { done, expected })}</span>
    </div>
  );
}
