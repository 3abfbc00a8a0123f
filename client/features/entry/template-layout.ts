import { addressOf, columnLetter } from '#client/lib/workbook/book.ts';
import type { GridIndicator } from '#shared/report.ts';
import type { ColumnGroup, ComputedColumn, FigureColumn } from './grid-columns.ts';
import type { SheetRow } from './sheet-row.ts';

/** Where the parts of a template stand, from the top. The codes are hidden, right above the first area. */
export const templateRows = { title: 0, about: 1, hint: 2, group: 3, name: 4, unit: 5, month: 6, codes: 7, first: 8 };

export type PlacedFigure = { column: FigureColumn; at: number; previousAt: number };
export type PlacedDerived = { column: ComputedColumn; at: number };

export type TemplateLayout = {
  /** Columns that name an area: its code, its name and, where they differ, what it lies in. */
  areaColumns: ('code' | 'name' | 'parent')[];
  groups: { title: string; at: number; columns: number }[];
  figures: PlacedFigure[];
  derived: PlacedDerived[];
  width: number;
  /** The row below the last area. */
  totalRow: number;
};

/** The grid's columns in their order; beside each of this month's figures stands last month's. */
export function layoutOf(rows: readonly SheetRow[], groups: readonly ColumnGroup[]): TemplateLayout {
  const parents = new Set(rows.map(({ area }) => area.parentName));
  const areaColumns: TemplateLayout['areaColumns'] = parents.size > 1 ? ['code', 'name', 'parent'] : ['code', 'name'];
  const layout: TemplateLayout = {
    areaColumns,
    groups: [],
    figures: [],
    derived: [],
    width: areaColumns.length,
    totalRow: templateRows.first + rows.length,
  };
  for (const { title, columns } of groups) {
    const at = layout.width;
    for (const column of columns) {
      if (column.kind === 'figure') {
        layout.figures.push({ column, at: layout.width, previousAt: layout.width + 1 });
        layout.width += 2;
      } else if (column.kind === 'derived') {
        layout.derived.push({ column, at: layout.width });
        layout.width += 1;
      }
    }
    if (layout.width > at) layout.groups.push({ title, at, columns: layout.width - at });
  }
  return layout;
}

/** The address of an indicator's cell in a row of the template; undefined where it is no column. */
export function figureAddress({ figures }: TemplateLayout, row: number, indicator: (each: GridIndicator) => boolean) {
  const found = figures.find(({ column }) => indicator(column.indicator));
  return found && addressOf(row, found.at);
}

export function columnSpan(column: number, from: number, to: number): string {
  return `${columnLetter(column)}${from + 1}:${columnLetter(column)}${to + 1}`;
}
