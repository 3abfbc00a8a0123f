import type { DatabaseHandle } from '#db/connection.ts';
import { listHeldFigures } from '#server/entry/entry.service.ts';
import { cellKey } from '#shared/report/summary.ts';
import { type FigureAt, type FiguresAtInput, parseReportKey } from '#shared/report.ts';

/** What cells held at the versions asked for, by their revisions. */
export async function figuresAt(handle: DatabaseHandle, { reportKey, cells }: FiguresAtInput): Promise<FigureAt[]> {
  const { month } = parseReportKey(reportKey);
  const asked = new Set(cells.map((cell) => `${cellKey(cell)} ${cell.version}`));
  const held = await listHeldFigures(handle.db, month, cells);
  return held
    .filter((row) => asked.has(`${cellKey(row)} ${row.version}`))
    .map(({ toKind, toValue, ...cell }) => ({ ...cell, kind: toKind, value: toValue }));
}
