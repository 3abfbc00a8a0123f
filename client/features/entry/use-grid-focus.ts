import { type KeyboardEvent, useCallback, useRef, useState } from 'react';

export type Position = { row: number; column: number };

const steps: Record<string, Position> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * One stop of the Tab key for the whole grid, and the keys of a spreadsheet inside it. The focus always lies on a cell
 * (`data-cell="row-column"`), so that a screen reader reads it with its headers.
 */
export function useGridFocus(rows: number, columns: number) {
  const [at, setAt] = useState<Position>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const active = { row: clamp(at.row, rows), column: clamp(at.column, columns) };

  const focusCell = useCallback((to: Position) => {
    setAt(to);
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);

  /** Where a key leads from the active cell; undefined for keys that do not move, or at the edge. */
  function target(event: KeyboardEvent): Position | undefined {
    const isFar = event.ctrlKey || event.metaKey;
    if (event.key === 'Home') return isFar ? { row: 0, column: 0 } : { row: active.row, column: 0 };
    if (event.key === 'End') return { row: isFar ? rows - 1 : active.row, column: columns - 1 };
    if (event.key === 'PageUp') return { row: clamp(active.row - 10, rows), column: active.column };
    if (event.key === 'PageDown') return { row: clamp(active.row + 10, rows), column: active.column };
    const step = steps[event.key];
    if (!step || event.altKey) return undefined;
    if (isFar) {
      return {
        row: step.row === 0 ? active.row : step.row < 0 ? 0 : rows - 1,
        column: step.column === 0 ? active.column : step.column < 0 ? 0 : columns - 1,
      };
    }
    return { row: clamp(active.row + step.row, rows), column: clamp(active.column + step.column, columns) };
  }

  return { table, active, setActive: setAt, focusCell, target };
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}
