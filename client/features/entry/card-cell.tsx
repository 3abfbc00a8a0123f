import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './area-cards.module.css';
import { CardField } from './card-field.tsx';
import { PreviousHint } from './cell-face.tsx';
import { NoteLine } from './cell-lines.tsx';
import { CellMessages } from './cell-messages.tsx';
import { cellTone, findingsAt, returnReason } from './cell-status.ts';
import type { FigureColumn } from './grid-columns.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';
import type { CellSelection } from './use-cell-selection.ts';

type CardCellProps = { cell: SheetCell; row: SheetRow; column: FigureColumn; selection: CellSelection | undefined };

/** One figure on a phone's card: label, last month, field or figure, what is said about it, and the way to the rest. */
export function CardCell({ cell, row, column, selection }: CardCellProps) {
  const { t } = useTranslation('entry');
  const { frame, isEditable, openDetails, showPrevious, words } = useSheet();
  const [isTyping, setTyping] = useState(false);
  const label = t('cell.label', { indicator: column.title, area: cell.areaName });
  const isSelectable = selection?.canSelect(cell) ?? false;
  const canType = isEditable(cell);
  const fieldId = `cell-${cell.key.replaceAll(/\W/g, '-')}`;
  const returned = returnReason(cell);
  return (
    <div
      className={classes.cell}
      data-key={cell.key}
      data-tone={cellTone(cell, findingsAt(row, column.indicator.id, frame.rules))}
    >
      <div className={classes.cellHead}>
        {isSelectable && (
          <label className={classes.checkArea}>
            <input
              type="checkbox"
              className={classes.check}
              checked={selection?.has(cell.key) ?? false}
              aria-label={t('review.select', { cell: label })}
              onChange={() => selection?.toggle(cell)}
            />
          </label>
        )}
        <label className={classes.label} htmlFor={canType ? fieldId : undefined}>
          {column.title} <span className={classes.unit}>{column.subtitle}</span>
        </label>
        {showPrevious && (
          <span className={classes.hint}>
            <PreviousHint cell={cell} indicator={column.indicator} />
          </span>
        )}
      </div>
      <div className={classes.fieldLine}>
        {canType ? (
          <CardField id={fieldId} cell={cell} column={column} isTyping={isTyping} onTyping={setTyping} />
        ) : (
          <p className={classes.figure} data-state={cell.state}>
            {words.figure(cell, column.indicator)}
          </p>
        )}
        <ActionIcon size={44} aria-label={t('cell.details', { cell: label })} onClick={() => openDetails(cell.key)}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </div>
      {cell.state === 'correction_pending' && cell.server?.verifiedKind && (
        <p className={classes.pending}>
          {t('state.correctionPending', {
            value: words.figure({ kind: cell.server.verifiedKind, value: cell.server.verifiedValue }, column.indicator),
          })}
        </p>
      )}
      <div className={classes.messages}>
        {/* The field says itself what it makes of the text; why the cell came back is read while it is corrected. */}
        {!isTyping && <CellMessages cell={cell} row={row} indicator={column.indicator} />}
        {isTyping && returned && (
          <NoteLine tone={returned.isEdited ? 'returnEdited' : 'return'}>
            “{returned.text}”{returned.by && ` – ${returned.by}`}
          </NoteLine>
        )}
      </div>
    </div>
  );
}
