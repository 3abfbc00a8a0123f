import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Move } from './cell-editor.tsx';
import classes from './entry-grid.module.css';
import { EntryGridHead } from './entry-grid-head.tsx';
import type { ColumnGroup, GridColumn } from './grid-columns.ts';
import { GridRow } from './grid-row.tsx';
import { GridTotals } from './grid-totals.tsx';
import { type ClipboardContent, contentOf, isBlock } from './paste-block.ts';
import { useSheet } from './sheet-context.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';
import type { CellSelection } from './use-cell-selection.ts';
import { type Position, useGridFocus } from './use-grid-focus.ts';
import { useStable } from './use-stable.ts';

type EntryGridProps = {
  label: string;
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  selection: CellSelection | undefined;
  /** A cell to bring into view; a new object asks again. */
  goal: { key: string } | undefined;
  /** A block of cells was pasted at this cell. */
  onPasteBlock: (content: ClipboardContent, key: string | undefined) => void;
};

/** The pattern of the ARIA guide for a table whose cells take the focus: one Tab stop, arrow keys inside. */
const gridRole = { role: 'grid' } as const;

/** More columns than these lie closer together, so that a report fits the width of an ordinary screen. */
const mostRoomyColumns = 9;

const modifiers = ['Shift', 'Control', 'Alt', 'Meta'];

type Editing = { key: string; initial: string | undefined };

/** The report as a spreadsheet: a real table, one Tab stop, the keys people know from Excel. */
export function EntryGrid({ label, rows, groups, selection, goal, onPasteBlock }: EntryGridProps) {
  const { t } = useTranslation('entry');
  const { sheet, mode, isEditable, openDetails, askReason } = useSheet();
  const columns = useMemo(() => groups.flatMap((group) => group.columns), [groups]);
  const { table, active, setActive, focusCell, target } = useGridFocus(rows.length, columns.length);
  const [editing, setEditing] = useState<Editing>();
  const helpId = useId();
  const canType = rows.some((row) => [...row.cells.values()].some(isEditable));
  /** After Escape the next Tab leaves the grid, so that nobody is caught in it. */
  const leaves = useRef(false);
  const cellAt = ({ row, column }: Position) => cellOf(rows[row], columns[column]);

  function find(key: string): Position | undefined {
    const row = rows.findIndex((each) => [...each.cells.values()].some((cell) => cell.key === key));
    const indicatorId = sheet.cell(key)?.indicatorId;
    const column = columns.findIndex((each) => each.kind === 'figure' && each.indicator.id === indicatorId);
    return row < 0 || column < 0 ? undefined : { row, column };
  }

  const goalRef = useRef(goal);
  useEffect(() => {
    if (goal === goalRef.current) return;
    goalRef.current = goal;
    const to = goal && find(goal.key);
    if (to) focusCell(to);
  });

  function edit(cell: SheetCell | undefined, initial?: string): boolean {
    if (!cell || !isEditable(cell)) return false;
    setEditing({ key: cell.key, initial });
    return true;
  }

  function nextInput(from: Position, step: 1 | -1): Position | undefined {
    const width = columns.length;
    for (let index = from.row * width + from.column + step; index >= 0 && index < rows.length * width; index += step) {
      const to = { row: Math.floor(index / width), column: index % width };
      const cell = cellAt(to);
      if (cell && (mode !== 'enter' || isEditable(cell))) return to;
    }
    return undefined;
  }

  function onClose(move: Move): void {
    setEditing(undefined);
    const here = active;
    const to: Record<Move, Position | undefined> = {
      stay: here,
      down: { row: Math.min(here.row + 1, rows.length - 1), column: here.column },
      up: { row: Math.max(here.row - 1, 0), column: here.column },
      right: nextInput(here, 1) ?? here,
      left: nextInput(here, -1) ?? here,
    };
    // A click elsewhere has taken the focus there already.
    const isInside = table.current?.contains(document.activeElement) || document.activeElement === document.body;
    if (move !== 'stay' || isInside) focusCell(to[move] ?? here);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const cell = cellAt(active);
    if (modifiers.includes(event.key)) return;
    const wasLeaving = leaves.current;
    leaves.current = false;
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (isCommand && (key === 'z' || key === 'y')) {
      event.preventDefault();
      const changed = key === 'y' || event.shiftKey ? sheet.redo() : sheet.undo();
      const to = changed && find(changed);
      if (to) focusCell(to);
      return;
    }
    if (selection && onSelectionKey(event, cell)) return;
    const to = target(event);
    if (to) {
      event.preventDefault();
      if (selection && event.shiftKey) selection.extend(active, to, cellAt);
      focusCell(to);
    } else if (event.key === 'Escape') {
      leaves.current = true;
    } else if (event.key === 'Tab' && !wasLeaving && mode === 'enter') {
      const next = nextInput(active, event.shiftKey ? -1 : 1);
      if (!next) return;
      event.preventDefault();
      focusCell(next);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (!edit(cell) && cell) openDetails(cell.key);
    } else if (event.key === ' ' && cell) {
      event.preventDefault();
      openDetails(cell.key);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && cell && isEditable(cell)) {
      event.preventDefault();
      const none = { kind: 'not_reported', value: null } as const;
      if (sheet.commit(cell.key, none) === 'needs_reason') askReason(cell.key, none);
    } else if (event.key.length === 1 && !isCommand && !event.altKey) {
      if (edit(cell, event.key)) event.preventDefault();
    }
  }

  function onPaste(event: ClipboardEvent): void {
    const content = contentOf(event.clipboardData);
    const place = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const cell = place ? sheet.cell(place.getAttribute('data-key') ?? '') : cellAt(active);
    if (isBlock(content.text)) {
      event.preventDefault();
      setEditing(undefined);
      focusCell(active);
      onPasteBlock(content, cell?.key);
    } else if (!(event.target instanceof HTMLInputElement) && edit(cell, content.text.trim())) {
      event.preventDefault();
    }
  }

  function onSelectionKey(event: KeyboardEvent, cell: SheetCell | undefined): boolean {
    if (!selection) return false;
    const isSelectAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    if (event.key !== ' ' && !isSelectAll) return false;
    event.preventDefault();
    if (isSelectAll) selection.toggleAll(rows.flatMap((row) => [...row.cells.values()]));
    else if (cell) selection.toggle(cell);
    return true;
  }

  function onCellClick(event: MouseEvent, position: Position): void {
    const cell = cellAt(position);
    // Buttons inside a cell act for themselves.
    if (event.target instanceof Element && event.target.closest('button, input, label')) return;
    if (selection && event.shiftKey) selection.extend(active, position, cellAt);
    focusCell(position);
    // A tablet has no keys to begin with: one tap opens the field.
    const isTouch = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch';
    if (isTouch && edit(cell)) return;
    if (event.detail > 1 && !edit(cell) && cell) openDetails(cell.key);
  }

  const onStableClick = useStable(onCellClick);
  const onStableClose = useStable(onClose);

  return (
    <div className={classes.wrap}>
      <div className={classes.scroll}>
        <table
          ref={table}
          {...gridRole}
          className={classes.table}
          data-dense={columns.length > mostRoomyColumns || undefined}
          aria-label={label}
          aria-describedby={helpId}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        >
          <EntryGridHead groups={groups} />
          <tbody>
            {rows.map((row, index) => (
              <GridRow
                key={row.area.id}
                row={row}
                index={index}
                columns={columns}
                heading={headingOf(rows, index)}
                activeColumn={active.row === index ? active.column : undefined}
                editing={editing && cellInRow(row, editing.key) ? editing : undefined}
                selection={selection}
                onCellClick={onStableClick}
                onCellFocus={setActive}
                onClose={onStableClose}
              />
            ))}
          </tbody>
          <GridTotals rows={rows} columns={columns} />
        </table>
      </div>
      <p id={helpId} className={classes.help}>
        {t(canType ? 'help.enter' : selection ? 'help.review' : 'help.read')}
      </p>
    </div>
  );
}

function cellOf(row: SheetRow | undefined, column: GridColumn | undefined): SheetCell | undefined {
  return column?.kind === 'figure' ? row?.cells.get(column.indicator.id) : undefined;
}

function cellInRow(row: SheetRow, key: string): boolean {
  return [...row.cells.values()].some((cell) => cell.key === key);
}

/** Where rows of several regencies follow each other, each begins under the regency's name. */
function headingOf(rows: readonly SheetRow[], index: number): string | undefined {
  const parent = rows[index]?.area.parentName ?? undefined;
  const parents = new Set(rows.map((row) => row.area.parentName));
  return parents.size > 1 && parent !== (rows[index - 1]?.area.parentName ?? undefined) ? parent : undefined;
}
