import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import { NoteLine } from './cell-lines.tsx';
import classes from './conflict.module.css';
import type { Choice, Conflict } from './conflict-list.ts';
import { useSheet } from './sheet-context.ts';
import type { Figure } from './sheet-row.ts';

type ConflictRowProps = {
  conflict: Conflict;
  before: Figure | undefined;
  choice: Choice | undefined;
  onChoose: (choice: Choice | undefined) => void;
};

/** One cell: what it held, mine and theirs, and the choice between them as one group of radio buttons. */
export function ConflictRow({ conflict, before, choice, onChoose }: ConflictRowProps) {
  const { t } = useTranslation('conflict');
  const { words, indicatorOf } = useSheet();
  const clock = useClock();
  const name = useId();
  const { cell, mine, theirs, typedAt, closed } = conflict;
  const indicator = indicatorOf(cell.indicatorId);
  if (!indicator) return null;
  const somebody = t('somebody');
  const figure = (each: Figure) => words.figure(each, indicator);
  const changed = t('changed', { name: theirs.enteredByName ?? somebody, time: clock.time(theirs.enteredAt) });
  return (
    <fieldset className={classes.row}>
      <legend className={classes.cell}>
        {t('entry:cell.label', { indicator: words.shortName(cell.indicatorId), area: cell.areaName })}{' '}
        {before && <span className={classes.quiet}>{t('before', { value: figure(before) })}</span>}
      </legend>
      <div className={classes.sides}>
        <Side
          name={name}
          isChosen={choice === 'mine'}
          isDisabled={closed !== null}
          title={t('mine')}
          value={figure(mine)}
          onChoose={() => onChoose('mine')}
        >
          {typedAt !== null && <span>{t('typed', { time: clock.time(typedAt) })}</span>}
          <Words {...mine} />
        </Side>
        <Side
          name={name}
          isChosen={choice === 'theirs'}
          title={t('theirs')}
          value={figure(theirs)}
          onChoose={() => onChoose('theirs')}
        >
          <span>{changed}</span>
          {theirs.status === 'verified' && <span>{t('verified', { name: theirs.verifiedByName ?? somebody })}</span>}
          <Words {...theirs} />
        </Side>
      </div>
      {closed && <NoteLine tone="warn">{t(`closed.${closed}`)}</NoteLine>}
      <label className={classes.later}>
        <input type="radio" name={name} checked={choice === undefined} onChange={() => onChoose(undefined)} />
        {t('later')}
      </label>
    </fieldset>
  );
}

type SideProps = {
  name: string;
  isChosen: boolean;
  isDisabled?: boolean;
  title: string;
  value: string;
  onChoose: () => void;
  children: ReactNode;
};

function Side({ name, isChosen, isDisabled = false, title, value, onChoose, children }: SideProps) {
  return (
    <label className={classes.side} data-chosen={isChosen || undefined} data-disabled={isDisabled || undefined}>
      <input type="radio" name={name} checked={isChosen} disabled={isDisabled} onChange={onChoose} />
      <span className={classes.figure}>
        <span className={classes.title}>{title}</span>
        <strong>{value}</strong>
        <span className={classes.about}>{children}</span>
      </span>
    </label>
  );
}

/** The words that go with a figure; they are won and lost with it. */
function Words({ note, source, reason }: { note?: string | null; source?: string | null; reason?: string | null }) {
  const { t } = useTranslation('conflict');
  return (
    <>
      {note && <span>{t('note', { text: note })}</span>}
      {source && <span>{t('source', { text: source })}</span>}
      {reason && <span>{t('reason', { text: reason })}</span>}
    </>
  );
}
