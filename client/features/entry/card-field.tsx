import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import classes from './area-cards.module.css';
import { CandidateList } from './candidate-list.tsx';
import { useCardFields } from './card-fields.ts';
import { FindingLine, NoteLine } from './cell-lines.tsx';
import type { FigureColumn } from './grid-columns.ts';
import { editText } from './read-typed.ts';
import { useSheet } from './sheet-context.ts';
import type { Figure, SheetCell } from './sheet-row.ts';
import { type CommitOutcome, useCellInput } from './use-cell-input.ts';
import { findingHome } from './use-cell-words.ts';
import { useKeepTyped } from './use-keep-typed.ts';
import { useStable } from './use-stable.ts';

type CardFieldProps = {
  id: string;
  cell: SheetCell;
  column: FigureColumn;
  isTyping: boolean;
  onTyping: (isTyping: boolean) => void;
};

/** The field of a figure on a phone's card. The keyboard's "next" goes on to the next field, into the next card too. */
export function CardField({ id, cell, column, isTyping, onTyping }: CardFieldProps) {
  const { t } = useTranslation('entry');
  const { frame, words } = useSheet();
  const fields = useCardFields();
  const locale = useLocale();
  const input = useCellInput(cell, column.indicator);
  const messageId = useId();
  /** What was put by a button stands: the text it replaced must not be put over it on leaving. */
  const isSettled = useRef(false);
  const { reading } = input;
  // At rest the field says in words that there is no figure, rather than in the letters that are typed for it.
  const restingText =
    cell.kind === 'not_applicable' && cell.rejected === undefined ? '' : editText(cell, column.indicator, locale);
  useKeepTyped(() => isTyping && !isSettled.current && input.keep());

  const set = useStable((figure: Figure): CommitOutcome => {
    isSettled.current = true;
    return input.set(figure);
  });
  const changeSign = useStable(() => {
    isSettled.current = false;
    const text = input.text.trim();
    input.setText(/^[-−]/.test(text) ? text.slice(1) : `-${text}`);
  });

  function start(): void {
    isSettled.current = false;
    input.reset();
    onTyping(true);
    fields.onOpen({ key: cell.key, set, changeSign });
  }

  function leave(): void {
    if (!isSettled.current) input.commit();
    onTyping(false);
    fields.onClose(cell.key);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      input.cancel();
      input.reset();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (reading.kind !== 'figure') input.commit();
    else if (!fields.step(cell.key, 1)) event.currentTarget.blur();
  }

  return (
    <div className={classes.fieldBox}>
      <input
        id={id}
        data-card-field
        className={classes.field}
        // A figure that changed elsewhere is taken up, except under the finger.
        value={isTyping ? input.text : restingText}
        placeholder={words.figure({ kind: cell.kind, value: null }, column.indicator)}
        inputMode="decimal"
        enterKeyHint={fields.isLast(cell.key) ? 'done' : 'next'}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={cell.rejected !== undefined || (isTyping && reading.kind !== 'figure')}
        aria-describedby={messageId}
        onFocus={(event) => {
          start();
          event.currentTarget.select();
        }}
        onBlur={leave}
        onChange={(event) => {
          isSettled.current = false;
          input.setText(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={messageId} aria-live="polite" className={classes.messages}>
        {isTyping && reading.kind === 'invalid' && <NoteLine tone="block">{t(`problem.${reading.code}`)}</NoteLine>}
        {isTyping && reading.kind === 'question' && (
          <CandidateList
            reading={reading}
            unit={words.unit(column.indicator)}
            onChoose={(scaled) => {
              // The question is answered: on to the next figure, or the field closes with its answer.
              const outcome = set({ kind: 'number', value: scaled });
              if (outcome !== 'done' || !fields.step(cell.key, 1)) document.getElementById(id)?.blur();
            }}
          />
        )}
        {isTyping &&
          input.findings
            .filter((finding) => findingHome(finding, frame.rules) === column.indicator.id)
            .map((finding) => <FindingLine key={`${finding.ruleId}${finding.kind}`} finding={finding} words={words} />)}
      </div>
    </div>
  );
}
