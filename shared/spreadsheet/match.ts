import type { AreaLevel } from '#shared/indicator.ts';
import { AreaIndex, type CodeScheme, type MatchArea } from './area-index.ts';
import { tidy } from './cell-form.ts';
import { findHeader, type Header, HeaderNames, type MatchIndicator } from './match-columns.ts';
import { type RowHints, RowResolver } from './match-rows.ts';
import { isTotal } from './total-row.ts';

export type ColumnMatch =
  | { kind: 'indicator'; indicatorId: string }
  /** Says which area a row is. */
  | { kind: 'area' }
  /** Has a header that is no indicator of the report. */
  | { kind: 'extra'; title: string }
  | { kind: 'question'; questionId: string }
  | { kind: 'left_out'; title: string }
  /** No header: blank, numbering, or a figure by its place. */
  | { kind: 'unnamed' };

export type RowMatch =
  | { kind: 'area'; areaId: string }
  /** Titles, the header itself, units below it, empty rows. */
  | { kind: 'heading' }
  /** A row of totals: reported, never imported. */
  | { kind: 'total'; label: string }
  /** An area that is known and not in the report. */
  | { kind: 'other_area'; areaId: string; label: string }
  /** A row of figures that names no known area. */
  | { kind: 'unknown'; label: string }
  | { kind: 'question'; questionId: string }
  | { kind: 'left_out'; label: string };

/**
 * `code_scheme` – codes without dots that Kemendagri and BPS give to different areas; `area` – a row that can be several
 * areas; `duplicate_row`, `duplicate_column` – the same area or indicator twice; `column` – a header that fits several.
 */
export type MatchTopic = 'code_scheme' | 'area' | 'duplicate_row' | 'duplicate_column' | 'column';
export type MatchChoice =
  | { kind: 'area'; id: string }
  | { kind: 'indicator'; id: string }
  | { kind: 'row'; id: string; row: number }
  | { kind: 'column'; id: string; column: number }
  | { kind: 'scheme'; id: CodeScheme; areaId: string | null }
  | { kind: 'leave_out'; id: 'leave_out' };
export type MatchQuestion = {
  id: string;
  topic: MatchTopic;
  sample: string;
  /** The rows or columns it is about. */
  places: number[];
  choices: MatchChoice[];
};

export type SheetMatch = {
  /** Rows are named, by code or name; otherwise they are in the order of the report. */
  namesRows: boolean;
  namesColumns: boolean;
  columns: ColumnMatch[];
  rows: RowMatch[];
  questions: MatchQuestion[];
};

export type SheetContext = {
  /** The rows of the report. */
  areas: readonly MatchArea[];
  /** Its columns. */
  indicators: readonly MatchIndicator[];
  /** Every other area that a code or a name may mean. */
  otherAreas: readonly MatchArea[];
};

/**
 * Finds out which area each row of a pasted sheet is and which indicator each column, in whatever order, under titles
 * and above totals. What can be two areas or two columns is asked. Choices made so far are given by question.
 */
export function matchSheet(
  rows: readonly (readonly string[])[],
  { areas, indicators, otherAreas }: SheetContext,
  answers: Readonly<Record<string, string>> = {},
): SheetMatch {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const header = findHeader(rows, new HeaderNames(indicators), width);
  const questions: MatchQuestion[] = [];
  const index = new AreaIndex([...otherAreas, ...areas]);
  const columns = matchColumns(header, width, questions, answers);
  const firstRow = header ? header.row + 1 : 0;
  const hints = rows.map((row, at) => (at < firstRow ? { hints: [] } : hintsOf(row, columns, index)));
  const areaColumns = findAreaColumns(rows, hints, columns, header, firstRow);
  for (const column of areaColumns.keys()) columns[column] = { kind: 'area' };
  const namesRows = areaColumns.size > 0;
  const firstNamed = hints.findIndex((each) => each.hints.length > 0);
  const matched = namesRows
    ? new RowResolver(index, areas, questions, answers).resolve(
        rows.map((row, at) => ({
          row: at,
          label: labelOf(row, columns),
          isBody: at >= firstRow && !(at < firstNamed && isCaption(row)),
          hasFigures: row.some((text, column) => tidy(text) !== '' && isFigureColumn(columns[column])),
          hints: (hints[at]?.hints ?? []).flatMap(({ column, hint }) => {
            const level = areaColumns.get(column);
            return level === undefined ? [] : [{ hint, level }];
          }),
        })),
      )
    : rows.map((row, at): RowMatch => {
        const isNumbering =
          header !== undefined && at === firstRow && row.every((text) => /^(?:\(\d+\))?$/.test(tidy(text)));
        if (at < firstRow || isNumbering || row.every((text) => tidy(text) === '')) return { kind: 'heading' };
        const label = labelOf(row, columns);
        return isTotal(label) ? { kind: 'total', label } : { kind: 'unknown', label };
      });
  return { namesRows, namesColumns: header !== undefined, columns, rows: matched, questions };
}

const isFigureColumn = (column: ColumnMatch | undefined) =>
  column?.kind === 'indicator' || column?.kind === 'question' || column?.kind === 'unnamed';

function matchColumns(
  header: Header | undefined,
  width: number,
  questions: MatchQuestion[],
  answers: Readonly<Record<string, string>>,
): ColumnMatch[] {
  const columns = Array.from({ length: width }, (): ColumnMatch => ({ kind: 'unnamed' }));
  if (!header) return columns;
  const chosen = new Map<string, number[]>();
  for (const [at, column] of header.columns.entries()) {
    if (column.kind === 'other' || column.kind === 'area') {
      columns[at] = { kind: 'extra', title: column.title };
      continue;
    }
    if (column.kind !== 'indicator') continue;
    const id = `column:${at}`;
    const isClear = column.indicatorIds.length === 1;
    const answer = isClear ? column.indicatorIds[0] : answers[id];
    if (!isClear) {
      questions.push({
        id,
        topic: 'column',
        sample: column.title,
        places: [at],
        choices: [
          ...column.indicatorIds.map((each) => ({ kind: 'indicator', id: each }) as const),
          { kind: 'leave_out', id: 'leave_out' },
        ],
      });
    }
    if (answer === undefined) columns[at] = { kind: 'question', questionId: id };
    else if (!column.indicatorIds.includes(answer)) columns[at] = { kind: 'left_out', title: column.title };
    else {
      columns[at] = { kind: 'indicator', indicatorId: answer };
      chosen.set(answer, [...(chosen.get(answer) ?? []), at]);
    }
  }
  for (const [indicatorId, places] of chosen) {
    if (places.length < 2) continue;
    const id = `duplicate_column:${indicatorId}`;
    questions.push({
      id,
      topic: 'duplicate_column',
      sample: indicatorId,
      places,
      choices: [
        ...places.map((column) => ({ kind: 'column', id: String(column), column }) as const),
        { kind: 'leave_out', id: 'leave_out' },
      ],
    });
    for (const at of places) {
      const title = titleOf(header, at);
      if (answers[id] === undefined) columns[at] = { kind: 'question', questionId: id };
      else if (answers[id] !== String(at)) columns[at] = { kind: 'left_out', title };
    }
  }
  return columns;
}

function titleOf(header: Header, at: number): string {
  const column = header.columns[at];
  return column && column.kind !== 'blank' ? column.title : '';
}

function hintsOf(row: readonly string[], columns: readonly ColumnMatch[], index: AreaIndex): RowHints {
  return {
    hints: row.flatMap((text, column) => {
      const kind = columns[column]?.kind;
      if (kind === 'indicator' || kind === 'question' || kind === 'left_out') return [];
      const hint = index.hint(text);
      return hint ? [{ column, hint }] : [];
    }),
  };
}

/**
 * The columns that say which area a row is, and the level that their header or their cells tell. A column of bare digits
 * is one of codes only beside names, or where its header says so: 7604 is also a figure.
 */
function findAreaColumns(
  rows: readonly (readonly string[])[],
  hints: readonly RowHints[],
  columns: readonly ColumnMatch[],
  header: Header | undefined,
  firstRow: number,
): Map<number, AreaLevel | null> {
  const found = new Map<number, AreaLevel | null>();
  const bare: number[] = [];
  for (const column of columns.keys()) {
    const here = hints.flatMap((each) => each.hints.filter((hint) => hint.column === column).map(({ hint }) => hint));
    if (here.length === 0) continue;
    const filled = rows.slice(firstRow).filter((row) => tidy(row[column] ?? '') !== '').length;
    const title = header?.columns[column];
    const isTitled = title?.kind === 'area';
    const isBare = here.every((hint) => hint.kind === 'code' && /^\d+$/.test(hint.text));
    // Names of other areas and totals stand among those that are known.
    if (!isTitled && here.length * 3 < filled) continue;
    if (isBare && !isTitled) bare.push(column);
    else found.set(column, title?.kind === 'area' ? title.level : null);
  }
  if (found.size > 0) for (const column of bare) found.set(column, null);
  return found;
}

/** What a row is called: the words in front of its figures. */
function labelOf(row: readonly string[], columns: readonly ColumnMatch[]): string {
  const words = row.filter((text, column) => {
    const kind = columns[column]?.kind;
    return kind !== 'indicator' && kind !== 'question' && /\p{Letter}/u.test(text);
  });
  return words.map(tidy).join(' · ') || tidy(row.find((text) => tidy(text) !== '') ?? '');
}

/** Below a header: units, or the numbers of the columns, "(1) (2) (3)". */
function isCaption(row: readonly string[]): boolean {
  const filled = row.map(tidy).filter((text) => text !== '');
  if (filled.every((text) => !/\d/.test(text))) return true;
  const numbers = filled.map((text) => Number(/^\(?(\d{1,2})\)?$/.exec(text)?.[1] ?? Number.NaN));
  return numbers.length > 1 && numbers.every((each, index) => index === 0 || each === (numbers[index - 1] ?? 0) + 1);
}
