import { useMemo, useState } from 'react';
import type { SheetCell } from './sheet-row.ts';
import type { Position } from './use-grid-focus.ts';

export type CellSelection = {
  keys: ReadonlySet<string>;
  has: (key: string) => boolean;
  canSelect: (cell: SheetCell) => boolean;
  toggle: (cell: SheetCell) => void;
  /** Selects them all, or none when all are selected already. */
  toggleAll: (cells: readonly SheetCell[]) => void;
  /** Selects the rectangle between two cells. */
  extend: (from: Position, to: Position, cellAt: (at: Position) => SheetCell | undefined) => void;
  clear: () => void;
};

/** The cells a verifier is about to pass or return: only those that wait for a decision. */
export function useCellSelection(): CellSelection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const add = (cells: readonly (SheetCell | undefined)[]) =>
      setKeys((old) => new Set([...old, ...cells.flatMap((cell) => (cell && canSelect(cell) ? [cell.key] : []))]));
    return {
      keys,
      has: (key) => keys.has(key),
      canSelect,
      toggle: (cell) => {
        if (!keys.has(cell.key)) add([cell]);
        else setKeys((old) => new Set([...old].filter((key) => key !== cell.key)));
      },
      toggleAll: (cells) => {
        const open = cells.filter(canSelect);
        const isAll = open.every((cell) => keys.has(cell.key));
        if (!isAll) add(open);
        else setKeys((old) => new Set([...old].filter((key) => !open.some((cell) => cell.key === key))));
      },
      extend: (from, to, cellAt) => {
        const cells: (SheetCell | undefined)[] = [];
        for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row += 1) {
          for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column += 1) {
            cells.push(cellAt({ row, column }));
          }
        }
        add(cells);
      },
      clear: () => setKeys(new Set()),
    };
  }, [keys]);
}

function canSelect(cell: SheetCell): boolean {
  return cell.server?.status === 'submitted';
}
