import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { LetterActions } from '#client/ui/letter-actions.tsx';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import { formatMonth } from '#shared/date-format.ts';
import type { Month } from '#shared/month.ts';
import type { Reminder } from '#shared/report/reminder.ts';
import classes from './completeness.module.css';
import { useReminderExport } from './reminder-export.ts';

/** A letter per person who still owes something, ready to copy or to open in WhatsApp. Nothing is sent from here. */
export function ReminderList({ reminders, month }: { reminders: readonly Reminder[]; month: Month }) {
  const { t } = useTranslation('completeness');
  const locale = useLocale();
  const exportOf = useReminderExport();
  if (reminders.length === 0) return <StatusBadge tone="on_track" label={t('reminder.none')} />;
  return (
    <>
      <ul className={classes.reminders}>
        {reminders.map((reminder) => (
          <li key={`${reminder.agencyId} ${reminder.userId}`}>
            <details>
              <summary>
                <span className={classes.person}>
                  <strong>{reminder.name ?? t('reminder.noAccount')}</strong>
                  <span className={classes.detail}>
                    {reminder.agencyName} · {t('reminder.items', { count: reminder.items.length })}
                  </span>
                </span>
              </summary>
              <pre className={classes.letter}>{reminder.text}</pre>
            </details>
            <span className={classes.reminderActions}>
              <LetterActions
                text={reminder.text}
                about={reminder.name ?? reminder.agencyName}
                copyLabel={t('reminder.copy')}
                whatsappLabel={t('reminder.whatsapp')}
                whatsappUrl={reminder.whatsappUrl}
              >
                <span className={classes.detail}>{t('reminder.noPhone')}</span>
              </LetterActions>
            </span>
          </li>
        ))}
      </ul>
      <TableDownload
        isQuiet
        about={{ title: t('reminder.export', { month: formatMonth(month, locale) }) }}
        table={() => exportOf(reminders)}
      />
    </>
  );
}
