import { useTranslation } from 'react-i18next';
import { type StatusTone, statusColor } from '#client/theme.ts';
import { StatusIcon } from '#client/ui/status-icon.tsx';
import classes from './status-cell.module.css';

const ORDER: readonly StatusTone[] = ['achieved', 'on_track', 'attention', 'critical', 'no_data'];

/** The signs that occur in a chart, with their words. */
export function StatusLegend({ statuses }: { statuses: Iterable<StatusTone> }) {
  const { t } = useTranslation('charts');
  const present = new Set(statuses);
  if (present.size === 0) return null;
  return (
    <ul className={classes.legend} aria-label={t('heatMap.legend')}>
      {ORDER.filter((status) => present.has(status)).map((status) => (
        <li key={status} className={classes.legendItem}>
          <span
            className={classes.swatch}
            style={{ background: statusColor(status, 'bg'), color: statusColor(status, 'fg') }}
          >
            <StatusIcon status={status} size={12} />
          </span>
          {t(`status.${status}`)}
        </li>
      ))}
    </ul>
  );
}
