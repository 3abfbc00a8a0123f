import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Move } from './cell-editor.tsx';
import { DerivedText } from './derived-text.tsx';
import classes from './entry-grid.module.css';
import { GridCell } from './grid-cell.tsx';
import type { GridColumn } from './grid-columns.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';
import { derivedDecimals, derivedValue } from './totals.ts';
import type { CellSelection } from './use-cell-selection.ts';
import type { Position } from './use-grid-focus.ts';

type GridRowProps = {
  row: SheetRow;
  index: number;
  columns: readonly GridColumn[];
  /** The regency under whose name this row begins. */
  heading: string | undefined;
  /** The column with the grid's Tab stop, when it lies in this row. */
  activeColumn: number | undefined;
  editing: { key: string; initial: string | undefined } | undefined;
  selection: CellSelection | undefined;
  onCellClick: (event: MouseEvent, position: Position) => void;
  onCellFocus: (position: Position) => void;
  onClose: (move: Move) => void;
};

const readOnly = { 'aria-readonly': true };

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, heading, activeColumn, editing, selection } = props;
  const { t } = useTranslation('entry');
  const { frame } = useSheet();
  const expected = row.cells.size;

  const placeOf = (column: number) => ({
    // A cell of a grid can have the focus, other than one of a plain table.
    role: 'gridcell',
    'data-cell': `${index}-${column}`,
    tabIndex: activeColumn === column ? 0 : -1,
    onFocus: () => props.onCellFocus({ row: index, column }),
    onClick: (event: MouseEvent) => props.onCellClick(event, { row: index, column }),
  });

  return (
    <>
      {heading !== undefined && (
        <tr className={classes.headingRow}>
          <th scope="rowgroup" colSpan={columns.length + 1}>
            {heading}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row" className={classes.rowHead}>
          <span className={classes.areaName}>{row.area.name}</span>{' '}
          <span className={classes.areaCode}>{row.area.id}</span>
        </th>
        {columns.map((column, at) => {
          if (column.kind === 'answered') {
            return (
              <td key={column.key} className={classes.derived} {...placeOf(at)} {...readOnly}>
                {t('total.cells', { held: row.answered, expected })}
              </td>
            );
          }
          if (column.kind === 'derived') {
            return (
              <td key={column.key} className={classes.derived} {...placeOf(at)} {...readOnly}>
                <DerivedText
                  column={column.derived}
                  value={derivedValue(column.derived, row.cells, frame.indicators)}
                  decimals={derivedDecimals(column.derived, frame.indicators)}
                />
              </td>
            );
          }
          const cell = row.cells.get(column.indicator.id);
          if (!cell) {
            return (
              <td key={column.key} className={classes.notCollected} {...placeOf(at)} {...readOnly}>
                <span className="sr-only">{t('state.notCollected')}</span>
              </td>
            );
          }
          return (
            <GridCell
              key={column.key}
              cell={cell}
              row={row}
              column={column}
              place={placeOf(at)}
              editing={editing?.key === cell.key ? editing : undefined}
              selection={selection}
              onClose={props.onClose}
            />
          );
        })}
      </tr>
    </>
  );
});
