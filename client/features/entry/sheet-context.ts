import { createContext, useContext } from 'react';
import type { GridIndicator, ReportGrid } from '#shared/report.ts';
import type { EntrySheet, SheetSnapshot } from './entry-sheet.ts';
import type { Figure, SheetCell } from './sheet-row.ts';

/** `enter`: the figures are this person's to type; `review`: to verify or return; `read`: neither. */
export type SheetMode = 'enter' | 'review' | 'read';

export type SheetContextValue = {
  grid: ReportGrid;
  sheet: EntrySheet;
  snapshot: SheetSnapshot;
  mode: SheetMode;
  showPrevious: boolean;
  indicatorOf: (indicatorId: string) => GridIndicator | undefined;
  isEditable: (cell: SheetCell) => boolean;
  /** Opens note, source, thread and definition of a cell. */
  openDetails: (key: string) => void;
  /** Asks why: for a figure that waits for it (a correction), or for the figure that is there. */
  askReason: (key: string, figure?: Figure) => void;
  /** Brings a cell into view and puts the focus on it. */
  goTo: (key: string) => void;
};

export const SheetContext = createContext<SheetContextValue | undefined>(undefined);

export function useSheet(): SheetContextValue {
  const value = useContext(SheetContext);
  if (!value) throw new Error('useSheet needs a SheetContext around it');
  return value;
}
