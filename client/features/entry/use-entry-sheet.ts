import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '#client/lib/session.ts';
import type { ReportGrid } from '#shared/report.ts';
import { browserStorage, localDrafts } from './draft-store.ts';
import { EntrySheet, type SheetSnapshot } from './entry-sheet.ts';
import { cellSender } from './send-cell.ts';

/** The sheet of one report for the time it is on screen. Mount it anew (by key) for another report or person. */
export function useEntrySheet(grid: ReportGrid): { sheet: EntrySheet; snapshot: SheetSnapshot } {
  const queries = useQueryClient();
  const { user } = useSession();
  const { reportKey } = grid.report;
  const [sheet] = useState(
    () =>
      new EntrySheet({
        grid,
        send: cellSender(queries, reportKey),
        drafts: localDrafts(user?.id ?? '', reportKey, browserStorage()),
      }),
  );
  useEffect(() => sheet.start(), [sheet]);
  useEffect(() => sheet.setGrid(grid), [sheet, grid]);

  useEffect(() => {
    const retry = () => sheet.saver.retry();
    // Only while something would be lost: a warning that always comes is one that nobody reads.
    const warn = (event: BeforeUnloadEvent) => {
      if (sheet.hasUnsaved()) event.preventDefault();
    };
    window.addEventListener('online', retry);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('beforeunload', warn);
    };
  }, [sheet]);

  return { sheet, snapshot: useSyncExternalStore(sheet.subscribe, sheet.snapshot) };
}
