import { type KeyboardEvent, useRef, useState } from 'react';

type Position = { row: number; column: number };

const MOVES: Record<string, (at: Position, rows: number, columns: number) => Position> = {
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, _, columns) => ({ ...at, column: columns - 1 }),
};

/** One stop of the Tab key for a whole grid of buttons; the arrow keys walk inside it. */
export function useRovingFocus<T extends HTMLElement>(rows: number, columns: number) {
  const [at, setAt] = useState<Position>({ row: 0, column: 0 });
  const grid = useRef<T>(null);
  const current = { row: Math.min(at.row, rows - 1), column: Math.min(at.column, columns - 1) };

  function onKeyDown(event: KeyboardEvent): void {
    const to = MOVES[event.key]?.(current, rows, columns);
    if (!to || to.row < 0 || to.column < 0 || to.row >= rows || to.column >= columns) return;
    event.preventDefault();
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus();
  }

  function cellProps(row: number, column: number) {
    return {
      'data-cell': `${row}-${column}`,
      tabIndex: row === current.row && column === current.column ? 0 : -1,
      onFocus: () => setAt({ row, column }),
      onKeyDown,
    };
  }

  return { grid, cellProps };
}
