import type { ValueFormat } from '#client/ui/value-format.ts';

/** The figures of a chart as rows and columns: what "view as table" shows and the files hold. */
export type ChartColumn = {
  key: string;
  label: string;
  format?: ValueFormat;
  /** The cells are months, `2026-10`. */
  isMonth?: boolean;
};
export type ChartCell = string | number | null;
export type ChartRow = { key: string; cells: readonly ChartCell[] };
export type ChartTable = { columns: readonly ChartColumn[]; rows: readonly ChartRow[] };
