import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import classes from './outbox.module.css';
import { useShownOutbox } from './outbox-context.ts';
import type { ConflictItem } from './outbox-groups.ts';
import { useOutboxWords } from './use-outbox-words.ts';

/** Two people changed one cell: both figures, who and when, and a choice. */
export function ConflictChoices({ item }: { item: ConflictItem }) {
  const { t } = useTranslation('outbox');
  const { outbox } = useShownOutbox();
  const words = useOutboxWords();
  const clock = useClock();
  const { theirs } = item.problem;
  const name = theirs.enteredByName ?? t('conflict.somebody');
  const sides = [
    { side: 'mine', label: t('conflict.mine'), figure: words.figure(item.change, item.label) },
    { side: 'theirs', label: t('conflict.theirs'), figure: words.figure(theirs, item.label) },
  ] as const;
  return (
    <>
      <p className={classes.why}>{t('conflict.text', { name, time: clock.time(theirs.enteredAt) })}</p>
      <fieldset className={classes.sides} aria-label={t('conflict.choose', { what: words.what(item) })}>
        {sides.map(({ side, label, figure }) => (
          <button
            key={side}
            type="button"
            className={classes.side}
            onClick={() => outbox.resolveConflicts([item.id], side)}
          >
            <span className={classes.sideLabel}>{label}</span>
            <strong>{figure}</strong>
          </button>
        ))}
      </fieldset>
    </>
  );
}
