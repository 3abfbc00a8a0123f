import type { ValueFormat } from '#client/ui/value-format.ts';

/** The figures of a chart as rows and columns: what "view as table" shows and the CSV holds. */
export type ChartColumn = { key: string; label: string; format?: ValueFormat };
export type ChartCell = string | number | null;
export type ChartRow = { key: string; cells: readonly ChartCell[] };
export type ChartTable = { columns: readonly ChartColumn[]; rows: readonly ChartRow[] };
