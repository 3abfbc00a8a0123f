import type { ReportFinding } from '#shared/report/finding.ts';
import type { ReportGrid } from '#shared/report.ts';
import type { SheetCell, SheetRow } from './sheet-row.ts';
import { findingHome } from './use-cell-words.ts';

/** What a cell is marked with, the gravest first. */
export type CellTone = 'block' | 'conflict' | 'return' | 'warn' | 'none';

/** Findings that are put into words at this cell. */
export function findingsAt(row: SheetRow, indicatorId: string, rules: ReportGrid['rules']): ReportFinding[] {
  return row.findings.filter((finding) => findingHome(finding, rules) === indicatorId);
}

/** The verifier's words, while the cell is returned. */
export function returnReason(cell: SheetCell): { text: string; by: string | null } | undefined {
  if (cell.server?.status !== 'returned') return undefined;
  const last = cell.comments.findLast(({ kind }) => kind === 'return');
  return last && { text: last.text, by: last.actorName };
}

export function cellTone(cell: SheetCell, findings: readonly ReportFinding[]): CellTone {
  if (cell.rejected !== undefined || cell.save.phase === 'refused') return 'block';
  if (cell.save.phase === 'conflict') return 'conflict';
  if (findings.some(({ state }) => state === 'blocked' || state === 'reason_missing')) return 'block';
  if (cell.server?.status === 'returned') return 'return';
  if (findings.some(({ state }) => state === 'warning')) return 'warn';
  return 'none';
}
