import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './entry-grid.module.css';
import type { Reading } from './read-typed.ts';

type CandidateListProps = {
  reading: Extract<Reading, { kind: 'question' }>;
  unit: string;
  onChoose: (scaled: number) => void;
  /** Escape: back to what was typed. */
  onLeave?: () => void;
};

/** "1.612 atau 1,612?" – the readings of an ambiguous text as buttons. Nothing is chosen beforehand. */
export function CandidateList({ reading, unit, onChoose, onLeave }: CandidateListProps) {
  const { t } = useTranslation('entry');

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-candidate]')];
      const at = buttons.findIndex((button) => button.matches(':focus'));
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave?.();
    }
  }

  return (
    <fieldset className={classes.candidates} onKeyDown={onKeyDown}>
      <legend className={classes.warnLine}>
        {t(reading.candidates.length > 1 ? 'question.which' : 'question.confirm')}
      </legend>
      {reading.candidates.map((candidate) => (
        <button
          key={candidate.scaled}
          type="button"
          className={classes.candidate}
          data-candidate
          // Pressing a candidate must not first commit the text as it stands.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(candidate.scaled)}
        >
          {candidate.label} {unit}
          {candidate.isRounded && ` ${t('question.rounded')}`}
        </button>
      ))}
    </fieldset>
  );
}
