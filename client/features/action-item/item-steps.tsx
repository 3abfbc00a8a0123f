import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import type { ActionItemNote } from '#shared/meeting.ts';
import classes from './action-item.module.css';

/** What has happened to an item, oldest first. */
export function ItemSteps({ notes }: { notes: readonly ActionItemNote[] }) {
  const { t } = useTranslation('actionItem');
  const clock = useClock();

  function happened({ from, to, dueDate }: ActionItemNote): string {
    if (dueDate) return t('history.moved', { from: clock.date(dueDate.from), to: clock.date(dueDate.to) });
    if (from === null) return t('history.recorded');
    return from === to ? t('history.note') : t(`state.${to}`);
  }

  return (
    <details className={classes.history} data-no-print>
      <summary>{t('history.show', { count: notes.length })}</summary>
      <ol className={classes.steps}>
        {notes.map((step) => (
          <li key={step.id}>
            <p>
              <strong>{happened(step)}</strong>
              {step.note !== '' && `: ${step.note}`}
            </p>
            <p className={classes.quiet}>
              {t('history.by', { name: step.byName ?? t('history.nobody'), at: clock.time(step.at) })}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
