import type { QueryClient } from '@tanstack/react-query';
import { isConnectionError, toAppError } from '#client/lib/app-error.ts';
import { trpc, trpcClient } from '#client/lib/trpc.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { CellRef, GridCell, ReportGrid, SaveEntryOutput } from '#shared/report.ts';
import type { SaveAnswer, SendCell } from './cell-saver.ts';

/** Not the figure's fault: the same save may pass later, when the person has signed in again or the server has recovered. */
const passing = ['NOT_SIGNED_IN', 'INTERNAL', 'STORAGE_FULL', 'TOO_MANY_REQUESTS', 'UNKNOWN'];

/** Sends the cells of one report to the server, and brings what it answers into the report that is on screen. */
export function cellSender(queries: QueryClient, reportKey: string): SendCell<GridCell> {
  const query = trpc.report.get.queryOptions({ reportKey });

  async function conflict(ref: CellRef): Promise<SaveAnswer<GridCell>> {
    try {
      const grid = await queries.fetchQuery({ ...query, staleTime: 0 });
      const theirs = grid.cells.find((cell) => cellKey(cell) === cellKey(ref));
      return theirs ? { kind: 'conflict', theirs } : { kind: 'failed', code: 'ENTRY_VERSION_CONFLICT' };
    } catch (error) {
      return { kind: 'failed', code: toAppError(error).code };
    }
  }

  return async (key, baseVersion, change) => {
    const ref = refOf(key);
    try {
      const saved = await trpcClient.report.saveEntry.mutate({ reportKey, ...ref, ...change, baseVersion });
      queries.setQueryData(query.queryKey, (grid) => grid && withSaved(grid, saved));
      return { kind: 'saved', cell: saved.cell };
    } catch (error) {
      const { code, params } = toAppError(error);
      if (code === 'ENTRY_VERSION_CONFLICT') return conflict(ref);
      if (isConnectionError(error) || passing.includes(code)) return { kind: 'failed', code };
      return { kind: 'refused', code, params };
    }
  };
}

/** The inverse of `cellKey`: neither an indicator's nor an area's id holds a space. */
function refOf(key: string): CellRef {
  const [indicatorId = '', areaId = ''] = key.split(' ');
  return { indicatorId, areaId };
}

export function withSaved(grid: ReportGrid, { cell, findings, report }: SaveEntryOutput): ReportGrid {
  const known = grid.cells.find((each) => cellKey(each) === cellKey(cell));
  if (known && known.version > cell.version) return grid;
  return {
    ...grid,
    report: report.version > grid.report.version ? { ...grid.report, ...report } : grid.report,
    cells: [...grid.cells.filter((each) => each !== known), cell],
    findings: [...grid.findings.filter(({ areaId }) => areaId !== cell.areaId), ...findings],
  };
}
