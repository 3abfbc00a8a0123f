import { ActionIcon, Box } from '@mantine/core';
import { IconTextDecrease, IconTextIncrease } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './desk.module.css';

const key = 'satgas.presenter.notes';
const sizes = [16, 19, 22, 26, 31, 37] as const;
const middle = 2;

/** What the speaker wants to say, as large as the speaker needs it. */
export function DeskNotes({ notes }: { notes: string }) {
  const { t } = useTranslation('presenter');
  const [step, setStep] = useState(keptStep);
  const change = (to: number) => {
    setStep(to);
    try {
      localStorage.setItem(key, String(to));
    } catch {
      // The size then lasts as long as the window.
    }
  };
  return (
    <section className={classes.notes} aria-label={t('desk.notes')}>
      <header className={classes.notesHead}>
        <h2 className={classes.label}>{t('desk.notes')}</h2>
        <ActionIcon size={44} aria-label={t('desk.smaller')} disabled={step === 0} onClick={() => change(step - 1)}>
          <IconTextDecrease size={20} />
        </ActionIcon>
        <ActionIcon
          size={44}
          aria-label={t('desk.larger')}
          disabled={step === sizes.length - 1}
          onClick={() => change(step + 1)}
        >
          <IconTextIncrease size={20} />
        </ActionIcon>
      </header>
      {/* In reach of the keyboard, which scrolls what is long. */}
      <Box className={classes.notesText} style={{ fontSize: sizes[step] }} tabIndex={0} data-notes>
        {notes.trim() === '' ? <span className={classes.quiet}>{t('desk.noNotes')}</span> : notes}
      </Box>
    </section>
  );
}

function keptStep(): number {
  try {
    const step = Number(localStorage.getItem(key) ?? middle);
    return step in sizes ? step : middle;
  } catch {
    return middle;
  }
}
