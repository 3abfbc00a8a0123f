import { useEffect, useState, useSyncExternalStore } from 'react';
import { useOutbox } from '#client/lib/outbox/use-outbox.ts';
import type { ReportGrid } from '#shared/report.ts';
import { EntrySheet, type SheetSnapshot } from './entry-sheet.ts';

/** The sheet of one report for the time it is on screen. Mount it anew (by key) for another report or person. */
export function useEntrySheet(grid: ReportGrid): { sheet: EntrySheet; snapshot: SheetSnapshot } {
  const outbox = useOutbox();
  const [sheet] = useState(() => new EntrySheet({ grid, outbox }));
  useEffect(() => sheet.start(), [sheet]);
  useEffect(() => sheet.setGrid(grid), [sheet, grid]);
  return { sheet, snapshot: useSyncExternalStore(sheet.subscribe, sheet.snapshot) };
}
