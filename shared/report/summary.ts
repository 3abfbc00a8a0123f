import type { ConsistencyRule } from '#shared/consistency.ts';
import type { EntryState } from '#shared/entry.ts';
import { type CheckedIndicator, checkCells, type EarlierFigure } from '#shared/report/check-cells.ts';
import { countCells } from '#shared/report/counters.ts';
import type { FindingState, ReportFinding } from '#shared/report/finding.ts';
import type { CellRef, ReportSummary } from '#shared/report.ts';

export type SummarisedCell = CellRef & EntryState & { reason: string | null };

export type SummaryInput = {
  areas: readonly { id: string; indicatorIds: readonly string[] }[];
  indicators: readonly CheckedIndicator[];
  rules: readonly ConsistencyRule[];
  cells: readonly SummarisedCell[];
  previousCells: readonly (CellRef & Pick<EntryState, 'kind' | 'value' | 'status'>)[];
  /** See `RowCheck.earlier`. */
  earlierCells: readonly (CellRef & EarlierFigure)[];
};

/** A cell's place in a lookup. */
export function cellKey({ indicatorId, areaId }: CellRef): string {
  return `${indicatorId} ${areaId}`;
}

/** Every finding of a report, row by row. */
export function findingsOf(input: SummaryInput): ReportFinding[] {
  const cells = new Map(input.cells.map((cell) => [cellKey(cell), cell]));
  const previous = new Map(input.previousCells.map((cell) => [cellKey(cell), cell]));
  const earlier = new Map(input.earlierCells.map((cell) => [cellKey(cell), cell]));
  return input.areas.flatMap((area) =>
    checkCells({
      areaId: area.id,
      indicators: input.indicators,
      rules: input.rules,
      cell: (indicatorId) => cells.get(cellKey({ indicatorId, areaId: area.id })),
      previous: (indicatorId) => previous.get(cellKey({ indicatorId, areaId: area.id })),
      earlier: (indicatorId) => earlier.get(cellKey({ indicatorId, areaId: area.id })),
    }),
  );
}

/**
 * What a submission would hand in and what stands in its way: shown before it, and decided by the server with the same
 * function. Only findings that touch a cell to be handed in count: what was verified long ago does not block a
 * correction elsewhere.
 */
export function summarizeReport(input: SummaryInput): ReportSummary {
  const cells = new Map(input.cells.map((cell) => [cellKey(cell), cell]));
  const edited = input.cells.filter((cell) => cell.status === 'draft' || cell.status === 'returned');
  const editedKeys = new Set(edited.map(cellKey));
  const findings = findingsOf(input).filter((finding) =>
    finding.indicatorIds.some((indicatorId) => editedKeys.has(cellKey({ indicatorId, areaId: finding.areaId }))),
  );
  const inState = (state: FindingState) => findings.filter((finding) => finding.state === state);
  const refs = input.areas.flatMap((area) =>
    area.indicatorIds.map((indicatorId): CellRef => ({ indicatorId, areaId: area.id })),
  );
  const counters = countCells(input.cells, refs.length);
  const blocked = inState('blocked');
  const reasonMissing = inState('reason_missing');
  return {
    counters,
    missing: refs.filter((ref) => (cells.get(cellKey(ref))?.kind ?? 'not_reported') === 'not_reported'),
    toSubmit: edited.length,
    corrections: edited.filter((cell) => cell.verifiedKind !== null).length,
    blocked,
    reasonMissing,
    explained: inState('explained'),
    warned: inState('warning'),
    canSubmit:
      blocked.length === 0 &&
      reasonMissing.length === 0 &&
      edited.length > 0 &&
      counters.filled + counters.notApplicable > 0,
  };
}
