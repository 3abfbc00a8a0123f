import type { CellRef, GridIndicator } from '#shared/report.ts';
import type { WrittenCell } from '#shared/spreadsheet/plan.ts';
import type { Template, TemplateCell } from '#shared/spreadsheet/template.ts';
import { writtenCell, writtenCells } from '#shared/spreadsheet/template-diff.ts';
import type { Figure } from './sheet-row.ts';

/** What a template held when it was made, in the scale that the report has now. */
export type WrittenReport = {
  cell: (ref: CellRef) => WrittenCell | undefined;
  figure: (ref: CellRef) => Figure;
  note: (ref: CellRef) => { note: string | null };
};

export function writtenReport(template: Template, indicators: readonly GridIndicator[]): WrittenReport {
  const decimals = new Map(indicators.map((each) => [each.id, each.decimals]));
  const was = new Map(template.columns.map((each) => [each.indicatorId, each.decimals]));
  const at = writtenCells(template);
  const scales = ({ indicatorId }: CellRef) => {
    const is = decimals.get(indicatorId) ?? 0;
    return { was: was.get(indicatorId) ?? is, is };
  };
  const cell = (ref: CellRef) => {
    const { was: before, is } = scales(ref);
    return writtenCell(at(ref), before, is);
  };
  return { cell, note: at, figure: (ref) => figureOf(at(ref), cell(ref)) };
}

function figureOf({ kind, value, text }: TemplateCell, written: WrittenCell | undefined): Figure {
  // A text that was not understood lay over the figure.
  if (kind !== 'number' || text !== null) return { kind, value };
  return { kind, value: written?.scaled ?? null };
}
