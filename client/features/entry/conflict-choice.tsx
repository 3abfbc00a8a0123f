import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import type { GridIndicator } from '#shared/report.ts';
import { NoteLine } from './cell-lines.tsx';
import type { CellSaveState } from './cell-save.ts';
import classes from './entry-grid.module.css';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';

type ConflictChoiceProps = {
  cell: SheetCell;
  save: Extract<CellSaveState, { phase: 'conflict' }>;
  indicator: GridIndicator;
};

/** Two people changed one cell: both figures, who and when, and a choice. Neither is lost before it is made. */
export function ConflictChoice({ cell, save, indicator }: ConflictChoiceProps) {
  const { t } = useTranslation('entry');
  const { sheet, words } = useSheet();
  const clock = useClock();
  const { theirs, change } = save;
  return (
    <span className={classes.conflict}>
      <NoteLine tone="warn">
        {t('conflict.text', {
          name: theirs.enteredByName ?? t('conflict.somebody'),
          time: clock.time(theirs.enteredAt),
        })}
      </NoteLine>
      <span className={classes.choices}>
        <button type="button" className={classes.candidate} onClick={() => sheet.resolveConflicts([cell.key], 'mine')}>
          {t('conflict.mine', { value: words.figure(change, indicator) })}
        </button>
        <button
          type="button"
          className={classes.candidate}
          onClick={() => sheet.resolveConflicts([cell.key], 'theirs')}
        >
          {t('conflict.theirs', { value: words.figure(theirs, indicator) })}
        </button>
      </span>
    </span>
  );
}
