import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import classes from './area-cards.module.css';
import { CandidateList } from './candidate-list.tsx';
import { PreviousHint } from './cell-face.tsx';
import { FindingLine, NoteLine } from './cell-lines.tsx';
import { CellMessages } from './cell-messages.tsx';
import { cellTone, findingsAt } from './cell-status.ts';
import type { FigureColumn } from './grid-columns.ts';
import { editText } from './read-typed.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';
import { useCellInput } from './use-cell-input.ts';
import type { CellSelection } from './use-cell-selection.ts';
import { findingHome } from './use-cell-words.ts';
import { useKeepTyped } from './use-keep-typed.ts';

type CardCellProps = { cell: SheetCell; row: SheetRow; column: FigureColumn; selection: CellSelection | undefined };

/** One figure on a phone's card: label, field or figure, what is said about it, and the way to everything else. */
export function CardCell({ cell, row, column, selection }: CardCellProps) {
  const { t } = useTranslation('entry');
  const { frame, isEditable, openDetails, showPrevious, words } = useSheet();
  const [isTyping, setTyping] = useState(false);
  const fieldId = useId();
  const label = t('cell.label', { indicator: column.title, area: cell.areaName });
  const isSelectable = selection?.canSelect(cell) ?? false;
  return (
    <div
      className={classes.cell}
      data-key={cell.key}
      data-tone={cellTone(cell, findingsAt(row, column.indicator.id, frame.rules))}
    >
      <div className={classes.cellHead}>
        {isSelectable && (
          <input
            type="checkbox"
            className={classes.check}
            checked={selection?.has(cell.key) ?? false}
            aria-label={t('review.select', { cell: label })}
            onChange={() => selection?.toggle(cell)}
          />
        )}
        <label className={classes.label} htmlFor={isEditable(cell) ? fieldId : undefined}>
          {column.title} <span className={classes.unit}>{column.subtitle}</span>
        </label>
        <ActionIcon size="lg" aria-label={t('cell.details', { cell: label })} onClick={() => openDetails(cell.key)}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </div>
      {isEditable(cell) ? (
        <CardField id={fieldId} cell={cell} column={column} isTyping={isTyping} onTyping={setTyping} />
      ) : (
        <p className={classes.figure} data-state={cell.state}>
          {words.figure(cell, column.indicator)}
        </p>
      )}
      {cell.state === 'correction_pending' && cell.server?.verifiedKind && (
        <p className={classes.pending}>
          {t('state.correctionPending', {
            value: words.figure({ kind: cell.server.verifiedKind, value: cell.server.verifiedValue }, column.indicator),
          })}
        </p>
      )}
      {showPrevious && (
        <p className={classes.hint}>
          <PreviousHint cell={cell} indicator={column.indicator} />
        </p>
      )}
      {!isTyping && (
        <div className={classes.messages}>
          <CellMessages cell={cell} row={row} indicator={column.indicator} />
        </div>
      )}
    </div>
  );
}

type CardFieldProps = {
  id: string;
  cell: SheetCell;
  column: FigureColumn;
  isTyping: boolean;
  onTyping: (isTyping: boolean) => void;
};

function CardField({ id, cell, column, isTyping, onTyping }: CardFieldProps) {
  const { t } = useTranslation('entry');
  const { frame, words } = useSheet();
  const locale = useLocale();
  const input = useCellInput(cell, column.indicator);
  const messageId = useId();
  const { reading } = input;
  useKeepTyped(() => isTyping && input.keep());

  function leave(): void {
    input.commit();
    onTyping(false);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      input.cancel();
      input.reset();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (reading.kind !== 'figure') {
      input.commit();
      return;
    }
    // The keyboard's "next" goes to the next field, in this card or the one below.
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-card-field]')].filter(
      (field) => field.offsetParent !== null,
    );
    const next = fields[fields.indexOf(event.currentTarget) + 1];
    if (next) next.focus();
    else event.currentTarget.blur();
  }

  return (
    <div>
      <input
        id={id}
        data-card-field
        className={classes.field}
        // A figure that changed elsewhere is taken up, except under the finger.
        value={isTyping ? input.text : editText(cell, column.indicator, locale)}
        placeholder={words.figure({ kind: cell.kind, value: null }, column.indicator)}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        aria-invalid={cell.rejected !== undefined || (isTyping && reading.kind !== 'figure')}
        aria-describedby={messageId}
        onFocus={(event) => {
          input.reset();
          onTyping(true);
          event.currentTarget.select();
        }}
        onBlur={leave}
        onChange={(event) => input.setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={messageId} aria-live="polite" className={classes.messages}>
        {isTyping && reading.kind === 'invalid' && <NoteLine tone="block">{t(`problem.${reading.code}`)}</NoteLine>}
        {isTyping && reading.kind === 'question' && (
          <CandidateList
            reading={reading}
            unit={words.unit(column.indicator)}
            onChoose={(scaled) => {
              input.choose(scaled);
              onTyping(false);
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
