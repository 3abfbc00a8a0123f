import type { CellChange, OutboxItem, SaveItem } from '#client/lib/outbox/outbox-item.ts';
import { isCellClosed } from '#shared/report/lock.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { GridCell, ReportHead } from '#shared/report.ts';
import type { SheetCell } from './sheet-row.ts';

/** One cell that two people changed. */
export type Conflict = {
  /** Of the cell and of their figure: a choice made over one figure does not hold for the next. */
  id: string;
  cell: SheetCell;
  mine: CellChange;
  theirs: GridCell;
  /** By the device's clock. */
  typedAt: number | null;
  /** The version that both began from; 0 where the cell was empty. */
  baseVersion: number | null;
  /** Why the own figure cannot be written now; null where it can. */
  closed: ClosedReason | null;
};

export type ClosedReason = 'submitted' | 'verified' | 'locked';

export type Choice = 'mine' | 'theirs';

export function conflictsOf(
  cells: readonly SheetCell[],
  items: readonly OutboxItem[],
  report: Pick<ReportHead, 'reportKey' | 'isLocked' | 'state'>,
): Conflict[] {
  const waiting = new Map(
    items
      .filter((item): item is SaveItem => item.kind === 'save' && item.reportKey === report.reportKey)
      .map((item) => [cellKey(item), item]),
  );
  return cells.flatMap((cell) => {
    if (cell.save.phase !== 'conflict') return [];
    const { change: mine, theirs } = cell.save;
    const item = waiting.get(cell.key);
    return {
      id: `${cell.key} ${theirs.version}`,
      cell,
      mine,
      theirs,
      typedAt: item?.typedAt ?? null,
      baseVersion: item?.baseVersion ?? null,
      closed: whyClosed(mine, cell.server ?? theirs, report),
    };
  });
}

function whyClosed(
  mine: CellChange,
  theirs: GridCell,
  report: Pick<ReportHead, 'isLocked' | 'state'>,
): ClosedReason | null {
  if (theirs.status === 'submitted') return 'submitted';
  if (isCellClosed(report, theirs.status)) return 'locked';
  const isCorrection = theirs.verifiedKind !== mine.kind || theirs.verifiedValue !== mine.value;
  return theirs.status === 'verified' && isCorrection && !mine.reason ? 'verified' : null;
}
