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

export type ReturnReason = {
  text: string;
  by: string | null;
  /** The figure has been changed since, but not handed in again. */
  isEdited: boolean;
};

/** The verifier's words, from the return of the cell until it is handed in again. */
export function returnReason(cell: SheetCell): ReturnReason | undefined {
  const { server, save, comments } = cell;
  const last = comments.findLast(({ kind }) => kind === 'return');
  if (!server || !last) return undefined;
  const words = { text: last.text, by: last.actorName };
  if (server.status === 'returned') return { ...words, isEdited: 'change' in save };
  // A draft that begins after a later verification is a correction, and owes nothing to the old return.
  const isOpen = server.status === 'draft' && (server.verifiedAt === null || server.verifiedAt < last.at);
  return isOpen ? { ...words, isEdited: true } : undefined;
}

export function cellTone(cell: SheetCell, findings: readonly ReportFinding[]): CellTone {
  if (cell.rejected !== undefined || cell.save.phase === 'refused') return 'block';
  if (cell.save.phase === 'conflict') return 'conflict';
  if (findings.some(({ state }) => state === 'blocked' || state === 'reason_missing')) return 'block';
  if (cell.server?.status === 'returned') return 'return';
  if (findings.some(({ state }) => state === 'warning')) return 'warn';
  return 'none';
}
