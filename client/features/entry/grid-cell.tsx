import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CellEditor, type Move } from './cell-editor.tsx';
import { CellFace } from './cell-face.tsx';
import { cellTone, findingsAt } from './cell-status.ts';
import classes from './entry-grid.module.css';
import type { FigureColumn } from './grid-columns.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';
import type { CellSelection } from './use-cell-selection.ts';

type GridCellProps = {
  cell: SheetCell;
  row: SheetRow;
  column: FigureColumn;
  /** Place, Tab stop and mouse of the cell in its grid. */
  place: {
    role: string;
    'data-cell': string;
    tabIndex: number;
    onFocus: () => void;
    onClick: (event: MouseEvent) => void;
  };
  editing: { initial: string | undefined } | undefined;
  selection: CellSelection | undefined;
  onClose: (move: Move) => void;
};

export function GridCell({ cell, row, column, place, editing, selection, onClose }: GridCellProps) {
  const { t } = useTranslation('entry');
  const { frame, isEditable } = useSheet();
  const tone = cellTone(cell, findingsAt(row, column.indicator.id, frame.rules));
  const isSelectable = selection?.canSelect(cell) ?? false;
  const isSelected = selection?.has(cell.key) ?? false;
  const label = t('cell.label', { indicator: column.title, area: cell.areaName });
  const state = {
    'aria-readonly': !isEditable(cell),
    'aria-invalid': tone === 'block' || undefined,
    'aria-selected': isSelectable ? isSelected : undefined,
  };
  return (
    <td
      {...place}
      {...state}
      className={classes.cell}
      data-tone={tone}
      data-status={cell.server?.status}
      data-key={cell.key}
    >
      {editing ? (
        <CellEditor
          cell={cell}
          indicator={column.indicator}
          label={label}
          initial={editing.initial}
          onClose={onClose}
        />
      ) : (
        <span className={classes.content}>
          {isSelectable && (
            <input
              type="checkbox"
              tabIndex={-1}
              className={classes.check}
              checked={isSelected}
              aria-label={t('review.select', { cell: label })}
              onChange={() => selection?.toggle(cell)}
            />
          )}
          <span className={classes.lines}>
            <CellFace cell={cell} row={row} indicator={column.indicator} />
          </span>
        </span>
      )}
    </td>
  );
}
