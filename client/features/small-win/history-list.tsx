import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { formatDateTime } from '#shared/date-format.ts';
import type { SmallWinHistoryItem } from '#shared/small-win.ts';
import classes from './history-list.module.css';

/** Who did what to a record and when; for staff. */
export function HistoryList({ items }: { items: readonly SmallWinHistoryItem[] }) {
  const { t } = useTranslation('smallWins');
  const locale = useLocale();
  const { app } = useSession();
  if (items.length === 0) return <p className={classes.none}>{t('detail.historyNone')}</p>;
  return (
    <ol className={classes.list}>
      {items.map((item) => {
        const at = formatDateTime(item.at, locale, app.timeZone, app.timeZoneLabel, 'short');
        return (
          <li key={`${item.event}-${item.at}`} className={classes.item} data-event={item.event}>
            <span className={classes.event}>{t(`history.${item.event}`)}</span>
            <span className={classes.by}>{item.name === null ? at : t('history.by', { name: item.name, at })}</span>
            {item.reason !== null && <q className={classes.reason}>{item.reason}</q>}
          </li>
        );
      })}
    </ol>
  );
}
