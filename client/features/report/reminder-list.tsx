import { Button, CopyButton } from '@mantine/core';
import { IconBrandWhatsapp, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { Reminder } from '#shared/report/reminder.ts';
import classes from './completeness.module.css';

/** A letter per person who still owes something, ready to copy or to open in WhatsApp. Nothing is sent from here. */
export function ReminderList({ reminders }: { reminders: readonly Reminder[] }) {
  const { t } = useTranslation('completeness');
  if (reminders.length === 0) return <StatusBadge tone="on_track" label={t('reminder.none')} />;
  return (
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
            <CopyButton value={reminder.text}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
                  onClick={copy}
                >
                  {t(copied ? 'common:action.copied' : 'reminder.copy')}
                  <span className="sr-only"> {reminder.name ?? reminder.agencyName}</span>
                </Button>
              )}
            </CopyButton>
            {reminder.whatsappUrl ? (
              <Button
                component="a"
                href={reminder.whatsappUrl}
                target="_blank"
                rel="noreferrer"
                size="compact-sm"
                variant="default"
                leftSection={<IconBrandWhatsapp size={14} aria-hidden />}
              >
                {t('reminder.whatsapp')}
                <span className="sr-only"> {reminder.name ?? reminder.agencyName}</span>
              </Button>
            ) : (
              <span className={classes.detail}>{t('reminder.noPhone')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
