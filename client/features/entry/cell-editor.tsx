import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridIndicator } from '#shared/report.ts';
import { CandidateList } from './candidate-list.tsx';
import { FindingLine, NoteLine } from './cell-lines.tsx';
import classes from './entry-grid.module.css';
import { useSheet } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';
import { type CommitOutcome, useCellInput } from './use-cell-input.ts';
import { findingHome } from './use-cell-words.ts';
import { useKeepTyped } from './use-keep-typed.ts';

export type Move = 'stay' | 'down' | 'up' | 'right' | 'left';

type CellEditorProps = {
  cell: SheetCell;
  indicator: GridIndicator;
  label: string;
  /** A first character typed on the cell replaces what was there; undefined edits it. */
  initial: string | undefined;
  onClose: (move: Move) => void;
};

const moves: Record<string, (event: KeyboardEvent) => Move> = {
  Enter: (event) => (event.shiftKey ? 'up' : 'down'),
  Tab: (event) => (event.shiftKey ? 'left' : 'right'),
};

/** The field inside a cell. What cannot be read stays in it, and the cell stays open, until it is corrected or cancelled. */
export function CellEditor({ cell, indicator, label, initial, onClose }: CellEditorProps) {
  const { t } = useTranslation('entry');
  const { frame, words } = useSheet();
  const input = useCellInput(cell, indicator, initial);
  const field = useRef<HTMLInputElement>(null);
  const isClosed = useRef(false);
  const messageId = useId();
  const { reading } = input;

  useEffect(() => {
    field.current?.focus();
    if (initial === undefined) field.current?.select();
  }, [initial]);

  useKeepTyped(() => !isClosed.current && input.keep());

  function close(move: Move): void {
    isClosed.current = true;
    onClose(move);
  }

  function finish(outcome: CommitOutcome, move: Move): void {
    if (outcome === 'done') close(move);
    else if (outcome === 'needs_reason') close('stay');
    else if (outcome === 'question')
      field.current?.parentElement?.querySelector<HTMLElement>('[data-candidate]')?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The grid's own keys must not act on what is typed in a cell.
    event.stopPropagation();
    const move = moves[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      input.cancel();
      close('stay');
    } else if (move && !event.nativeEvent.isComposing) {
      event.preventDefault();
      finish(input.commit(), move(event));
    }
  }

  return (
    <fieldset
      className={classes.editor}
      aria-label={label}
      onBlur={(event) => {
        // Choosing a candidate or opening the reason is still inside the cell.
        if (isClosed.current || event.currentTarget.contains(event.relatedTarget)) return;
        input.commit();
        isClosed.current = true;
        onClose('stay');
      }}
    >
      <input
        ref={field}
        className={classes.field}
        value={input.text}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        aria-label={label}
        aria-invalid={reading.kind !== 'figure'}
        aria-describedby={messageId}
        onChange={(event) => input.setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={messageId} aria-live="polite">
        {reading.kind === 'invalid' && <NoteLine tone="block">{t(`problem.${reading.code}`)}</NoteLine>}
        {reading.kind === 'question' && (
          <CandidateList
            reading={reading}
            unit={words.unit(indicator)}
            onChoose={(scaled) => finish(input.choose(scaled), 'down')}
            onLeave={() => field.current?.focus()}
          />
        )}
        {input.findings
          .filter((finding) => findingHome(finding, frame.rules) === indicator.id)
          .map((finding) => (
            <FindingLine key={`${finding.ruleId}${finding.kind}`} finding={finding} words={words} />
          ))}
      </div>
    </fieldset>
  );
}
