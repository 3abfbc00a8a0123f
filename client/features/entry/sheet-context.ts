import { createContext, useContext } from 'react';
import type { GridIndicator, ReportGrid } from '#shared/report.ts';
import type { EntrySheet, SheetSnapshot } from './entry-sheet.ts';
import type { Figure, SheetCell } from './sheet-row.ts';
import type { CellWords } from './use-cell-words.ts';

/** `enter`: the figures are this person's to type; `review`: to verify or return; `read`: neither. */
export type SheetMode = 'enter' | 'review' | 'read';

/** What of a report does not change with its figures: every cell depends on it, and must not be drawn anew with each save. */
export type SheetFrame = Pick<ReportGrid, 'areas' | 'indicators' | 'derived' | 'rules' | 'previousMonth'>;

export type ReasonQuestion = {
  key: string;
  /** The figure that waits for the reason; without one the reason is for the figure that is there. */
  figure?: Figure | undefined;
};

export type SheetContextValue = {
  frame: SheetFrame;
  words: CellWords;
  sheet: EntrySheet;
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

export type ReportContextValue = { grid: ReportGrid; snapshot: SheetSnapshot };

export const ReportContext = createContext<ReportContextValue | undefined>(undefined);

/** The report as it is now, for what stands around the grid. */
export function useReport(): ReportContextValue {
  const value = useContext(ReportContext);
  if (!value) throw new Error('useReport needs a ReportContext around it');
  return value;
}
