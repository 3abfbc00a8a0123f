/** What a cell of a file holds. Null is an empty cell: a missing figure is never a zero. */
export type ExportCell =
  | null
  | { kind: 'text'; text: string }
  /** `value` as it is read: 35.4 with `percent` is 35,4 %. `decimals` is how many are shown; all digits are kept. */
  | { kind: 'number'; value: number; decimals: number; percent: boolean }
  /** `2026-11-21` */
  | { kind: 'date'; date: string }
  /** `2026-11` */
  | { kind: 'month'; month: string }
  /** An ISO instant; written in the time of the province. */
  | { kind: 'instant'; at: string };

export interface ExportHead {
  header: string;
  /** Whether the column holds instants: its heading then names the time zone. */
  isInstant: boolean;
}

/** A table as both kinds of file are written from it. */
export interface ExportTable {
  columns: readonly ExportHead[];
  rows: readonly (readonly ExportCell[])[];
}

type Missing = null | undefined;

/** A figure whose format differs from row to row. A text stands where there is no figure but an answer. */
export interface ExportFigure {
  value: number | null;
  decimals: number;
  percent?: boolean;
}

/** A column of a table, in the language of the reader. */
export type ExportColumn<Row> = { header: string } & (
  | { kind: 'text'; value: (row: Row) => string | Missing }
  | { kind: 'integer'; value: (row: Row) => number | Missing }
  | { kind: 'decimal' | 'percent'; decimals: number; value: (row: Row) => number | Missing }
  | { kind: 'figure'; value: (row: Row) => ExportFigure | string | Missing }
  | { kind: 'date' | 'month' | 'instant'; value: (row: Row) => string | Missing }
);

export function exportTable<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): ExportTable {
  return {
    columns: columns.map(({ header, kind }) => ({ header, isInstant: kind === 'instant' })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
  };
}

function cellOf<Row>(column: ExportColumn<Row>, row: Row): ExportCell {
  switch (column.kind) {
    case 'text':
      return textCell(column.value(row));
    case 'integer':
      return numberCell(column.value(row), 0, false);
    case 'decimal':
    case 'percent':
      return numberCell(column.value(row), column.decimals, column.kind === 'percent');
    case 'figure': {
      const figure = column.value(row);
      if (typeof figure === 'string') return textCell(figure);
      return figure ? numberCell(figure.value, figure.decimals, figure.percent ?? false) : null;
    }
    case 'date': {
      const date = column.value(row);
      return date ? { kind: 'date', date } : null;
    }
    case 'month': {
      const month = column.value(row);
      return month ? { kind: 'month', month } : null;
    }
    case 'instant': {
      const at = column.value(row);
      return at ? { kind: 'instant', at } : null;
    }
  }
}

export function textCell(text: string | Missing): ExportCell {
  return text ? { kind: 'text', text } : null;
}

export function numberCell(value: number | Missing, decimals: number, percent: boolean): ExportCell {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return { kind: 'number', value, decimals, percent };
}

/** Where and when a file is made, for whom. */
export interface ExportContext {
  locale: 'id' | 'en';
  timeZone: string;
  /** `WITA` */
  timeZoneLabel: string;
}

export function headOf({ header, isInstant }: ExportHead, { timeZoneLabel }: ExportContext): string {
  return isInstant ? `${header} (${timeZoneLabel})` : header;
}

/** The clock on the wall of the province: `2026-11-21 14:30`. */
export function wallClock(at: string, { timeZone }: ExportContext): string {
  const two = '2-digit';
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const date = [part('year').padStart(4, '0'), part('month'), part('day')].join('-');
  return `${date} ${part('hour')}:${part('minute')}`;
}
