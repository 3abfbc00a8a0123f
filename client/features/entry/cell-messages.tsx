import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { AppClientError } from '#client/lib/app-error.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import type { GridIndicator } from '#shared/report.ts';
import { CandidateList } from './candidate-list.tsx';
import { FindingLine, NoteLine } from './cell-lines.tsx';
import { findingsAt, returnReason } from './cell-status.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import classes from './entry-grid.module.css';
import { readTyped } from './read-typed.ts';
import { useSheet } from './sheet-context.ts';
import type { Figure, SheetCell, SheetRow } from './sheet-row.ts';

type CellMessagesProps = {
  cell: SheetCell;
  row: SheetRow;
  indicator: GridIndicator;
  /** The rules' own sentences, where there is room for them. */
  isFull?: boolean;
  /** Inside the grid, whose one Tab stop is the cell: its buttons are reached through the cell's details. */
  isInGrid?: boolean;
};

/** Everything there is to say about a cell, in words, at the cell. Its buttons have a twin on the keyboard (Space). */
export function CellMessages({ cell, row, indicator, isFull, isInGrid }: CellMessagesProps) {
  const { t } = useTranslation('entry');
  const { frame, askReason, isEditable, words } = useSheet();
  const returned = returnReason(cell);
  return (
    <>
      <RejectedMessage cell={cell} indicator={indicator} />
      <SaveMessage cell={cell} indicator={indicator} />
      {cell.rejected === undefined &&
        findingsAt(row, indicator.id, frame.rules).map((finding) =>
          finding.state === 'reason_missing' && isEditable(cell) ? (
            <button
              key={`${finding.ruleId}${finding.kind}`}
              type="button"
              tabIndex={isInGrid ? -1 : undefined}
              className={classes.lineButton}
              onClick={() => askReason(cell.key)}
            >
              <FindingLine finding={finding} words={words} isFull={isFull} />
            </button>
          ) : (
            <FindingLine key={`${finding.ruleId}${finding.kind}`} finding={finding} words={words} isFull={isFull} />
          ),
        )}
      {returned && !returned.isEdited && (
        <NoteLine tone="return">
          “{returned.text}”{returned.by && ` – ${returned.by}`}
        </NoteLine>
      )}
      {returned?.isEdited && (
        <NoteLine tone="returnEdited">{t('thread.returnedEdited', { text: returned.text })}</NoteLine>
      )}
    </>
  );
}

/** Why a typed text is no figure yet, and the way out. */
function RejectedMessage({ cell, indicator }: Omit<CellMessagesProps, 'row'>) {
  const { t } = useTranslation('entry');
  const { sheet, askReason, isEditable, words } = useSheet();
  const locale = useLocale();
  if (cell.rejected === undefined) return null;
  const take = (figure: Figure) => {
    if (sheet.commit(cell.key, figure) === 'needs_reason') askReason(cell.key, figure);
  };
  const reading = readTyped(cell.rejected, indicator, locale);
  if (reading.kind === 'invalid') return <NoteLine tone="block">{t(`problem.${reading.code}`)}</NoteLine>;
  // It was being typed when its field went: a reload, a closed browser, a cell that was locked meanwhile.
  if (reading.kind === 'figure') {
    const { figure } = reading;
    return (
      <>
        <NoteLine tone="warn">{t('problem.UNFINISHED')}</NoteLine>
        {isEditable(cell) && (
          <span className={classes.choices}>
            <button type="button" className={classes.candidate} onClick={() => take(figure)}>
              {t('question.take', { value: words.figure(figure, indicator) })}
            </button>
            <button type="button" className={classes.candidate} onClick={() => sheet.clearRejected(cell.key)}>
              {t('save.discard')}
            </button>
          </span>
        )}
      </>
    );
  }
  return (
    <CandidateList
      reading={reading}
      unit={words.unit(indicator)}
      onChoose={(scaled) => take({ kind: 'number', value: scaled })}
    />
  );
}

function SaveMessage({ cell, indicator }: Omit<CellMessagesProps, 'row'>) {
  const { t } = useTranslation('entry');
  const { sheet, askReason } = useSheet();
  const errorText = useErrorText();
  const { save } = cell;
  if (save.phase === 'conflict') return <ConflictChoice cell={cell} save={save} indicator={indicator} />;
  if (save.phase === 'failed') return <NoteLine tone="offline">{t('save.failedCell')}</NoteLine>;
  if (save.phase === 'refused') {
    const error = new AppClientError(save.code, { params: save.params });
    return (
      <>
        <NoteLine tone="block">{errorText(error)}</NoteLine>
        <span className={classes.choices}>
          {save.code === 'ENTRY_REASON_REQUIRED' && (
            <button type="button" className={classes.candidate} onClick={() => askReason(cell.key)}>
              {t('save.giveReason')}
            </button>
          )}
          <button type="button" className={classes.candidate} onClick={() => sheet.discard(cell.key)}>
            {t('save.discard')}
          </button>
        </span>
      </>
    );
  }
  return null;
}
