import type { CellRef } from '#shared/report.ts';
import type { MatchArea } from './area-index.ts';
import { tidy } from './cell-form.ts';
import { type ColumnMatch, type MatchQuestion, matchSheet, type RowMatch, type SheetMatch } from './match.ts';
import type { MatchIndicator } from './match-columns.ts';
import {
  type CellColumn,
  type CellQuestion,
  type CellReading,
  type ChoiceId,
  type RawCell,
  readCells,
  type Settlement,
} from './read-cells.ts';
import { amountOfValue, toFigure } from './reading.ts';

export type ImportTarget = {
  /** The report's rows, in the order in which the person sees them. */
  areas: readonly (MatchArea & { indicatorIds: readonly string[] })[];
  /** Its columns, likewise. */
  indicators: readonly (MatchIndicator & { decimals: number; allowsNegative: boolean })[];
  /** Areas outside the report that a code or a name may mean. */
  otherAreas: readonly MatchArea[];
  /** Where a block without names begins. */
  start: { row: number; column: number };
  /** Of a sheet that the report was written into: what it held then. A cell that still holds that is passed over. */
  written?: (ref: CellRef) => WrittenCell | undefined;
};

/** What a cell of a file held when the file was made. */
export type WrittenCell = {
  /** A figure's real value in the scale of the indicator; null where a text or nothing was written. */
  scaled: number | null;
  /** The text; empty where nothing was written. */
  text: string;
};

/** A cell of the sheet that falls on a cell of the report. Blank ones are left out: they change nothing. */
export type PlannedCell = CellRef & { row: number; column: number; text: string; reading: CellReading };

export type ExtraRow = { row: number; label: string; why: 'unknown' | 'other_area' | 'total' | 'left_out' | 'beyond' };
export type ExtraColumn = { column: number; title: string; why: 'unknown' | 'left_out' | 'beyond' };

export type ImportQuestion =
  | { about: 'match'; question: MatchQuestion }
  | { about: 'cells'; question: CellQuestion; cells: PlannedCell[] };

export type ImportPlan = {
  match: SheetMatch;
  cells: PlannedCell[];
  questions: ImportQuestion[];
  settled: (Settlement & { indicatorId: string })[];
  extraRows: ExtraRow[];
  extraColumns: ExtraColumn[];
  /** Figures for cells that the report does not have: the indicator is not collected in the area. */
  notCollected: (CellRef & { text: string })[];
  /** Cells that held something when the file was made and are blank now: blank changes nothing. */
  cleared: CellRef[];
};

/** By question; those about rows and columns and those about cells have different ids. */
export type ImportAnswers = Readonly<Record<string, string>>;

type Line<Target> = { at: number; target: Target };

/** What a sheet or a block would put into a report: nothing is changed here. */
export function planImport(
  cells: readonly (readonly RawCell[])[],
  { areas, indicators, otherAreas, start, written }: ImportTarget,
  answers: ImportAnswers = {},
): ImportPlan {
  const texts = cells.map((row) => row.map(({ text }) => text));
  const match = matchSheet(texts, { areas, indicators, otherAreas }, answers);
  const { rows, extraRows } = placeRows(match, texts, areas, start.row);
  const { columns, extraColumns } = placeColumns(match, texts, indicators, start.column);

  const collected = rows.map(({ target }) => new Set(target.indicatorIds));
  const cleared: CellRef[] = [];
  const isPassedOver = (ref: CellRef, cell: RawCell, decimals: number) => {
    const before = written?.(ref);
    if (!before || !holdsStill(before, cell, decimals)) return false;
    if (tidy(cell.text) === '' && tidy(before.text) !== '') cleared.push(ref);
    return true;
  };
  const taken = rows.map(({ at, target: area }, index) =>
    columns.map(({ at: column, target }) => {
      const cell = cells[at]?.[column] ?? blank;
      if (!collected[index]?.has(target.id)) return blank;
      const ref = { areaId: area.id, indicatorId: target.id };
      return isPassedOver(ref, cell, target.decimals) ? blank : cell;
    }),
  );
  const block = readCells(
    taken,
    columns.map(
      ({ target }): CellColumn => ({
        decimals: target.decimals,
        allowsNegative: target.allowsNegative,
        units: [target.unitId, target.unitEn],
      }),
    ),
    cellAnswers(answers),
  );

  const planned: PlannedCell[] = [];
  const notCollected: ImportPlan['notCollected'] = [];
  const byPlace = new Map<string, PlannedCell>();
  for (const [rowIndex, { at: row, target: area }] of rows.entries()) {
    for (const [columnIndex, { at: column, target: indicator }] of columns.entries()) {
      const text = tidy(texts[row]?.[column] ?? '');
      if (text === '') continue;
      const ref = { areaId: area.id, indicatorId: indicator.id };
      const reading = block.cells[rowIndex]?.[columnIndex];
      if (!collected[rowIndex]?.has(indicator.id)) {
        // A dash says that there is none.
        if (text !== '-') notCollected.push({ ...ref, text });
      } else if (reading && reading.kind !== 'unchanged') {
        const cell = { ...ref, row, column, text, reading };
        planned.push(cell);
        byPlace.set(`${rowIndex} ${columnIndex}`, cell);
      }
    }
  }
  return {
    match,
    cells: planned,
    questions: [
      ...match.questions.map((question) => ({ about: 'match', question }) as const),
      ...block.questions.map((question) => ({
        about: 'cells' as const,
        question,
        cells: question.places.flatMap(({ row, column }) => byPlace.get(`${row} ${column}`) ?? []),
      })),
    ],
    settled: block.settled.flatMap((each) => {
      const indicatorId = columns[each.column]?.target.id;
      return indicatorId === undefined ? [] : [{ ...each, indicatorId }];
    }),
    extraRows,
    extraColumns,
    notCollected,
    cleared,
  };
}

/** Blank included: what is taken away from a file is not taken away from the report. */
function holdsStill(before: WrittenCell, cell: RawCell, decimals: number): boolean {
  const text = tidy(cell.text);
  if (text === '') return true;
  if (cell.value === undefined) return text === tidy(before.text);
  if (before.scaled === null) return false;
  const { scaled, isRounded } = toFigure(amountOfValue(cell.value), cell.value < 0, decimals);
  return !isRounded && scaled === BigInt(before.scaled);
}

const blank: RawCell = { text: '' };

const choiceIds: readonly ChoiceId[] = [
  ...(['grouping', 'decimal', 'zero', 'not_reported', 'number', 'day_first', 'month_first'] as const),
  ...(['day_first_padded', 'month_first_padded', 'round', 'leave_out'] as const),
];

function cellAnswers(answers: ImportAnswers): Record<string, ChoiceId> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const choice = choiceIds.find((each) => each === answer);
      return choice ? [[id, choice] as const] : [];
    }),
  );
}

function placeRows<Area extends { id: string }>(
  { rows, namesRows, namesColumns }: SheetMatch,
  texts: readonly (readonly string[])[],
  areas: readonly Area[],
  start: number,
): { rows: Line<Area>[]; extraRows: ExtraRow[] } {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const placed: Line<Area>[] = [];
  const extraRows: ExtraRow[] = [];
  // Under a header the rows are counted from the first that is one; in a block without names, blank ones count too.
  const first = namesColumns ? rows.findIndex(({ kind }) => kind !== 'heading') : 0;
  for (const [row, match] of rows.entries()) {
    if (namesRows) {
      const area = match.kind === 'area' ? byId.get(match.areaId) : undefined;
      if (area) placed.push({ at: row, target: area });
      else extraRows.push(...extraRow(row, match));
      continue;
    }
    if (match.kind === 'total') extraRows.push({ row, label: match.label, why: 'total' });
    if (match.kind === 'total' || match.kind === 'heading') continue;
    const area = areas[start + row - first];
    if (area) placed.push({ at: row, target: area });
    else extraRows.push({ row, label: (texts[row] ?? []).map(tidy).join(' · '), why: 'beyond' });
  }
  return { rows: placed, extraRows };
}

function extraRow(row: number, match: RowMatch): ExtraRow[] {
  const { kind } = match;
  if (kind === 'unknown' || kind === 'other_area' || kind === 'total' || kind === 'left_out') {
    return [{ row, label: match.label, why: kind }];
  }
  return [];
}

function placeColumns<Indicator extends { id: string }>(
  { columns, namesColumns }: SheetMatch,
  texts: readonly (readonly string[])[],
  indicators: readonly Indicator[],
  start: number,
): { columns: Line<Indicator>[]; extraColumns: ExtraColumn[] } {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const placed: Line<Indicator>[] = [];
  const extraColumns: ExtraColumn[] = [];
  // Figures stand to the right of what names their rows; before it there is numbering.
  const first = columns.findLastIndex(({ kind }) => kind === 'area') + 1;
  for (const [column, match] of columns.entries()) {
    if (namesColumns) {
      const indicator = match.kind === 'indicator' ? byId.get(match.indicatorId) : undefined;
      if (indicator) placed.push({ at: column, target: indicator });
      else extraColumns.push(...extraColumn(column, match));
      continue;
    }
    if (column < first || match.kind === 'area') continue;
    const indicator = indicators[start + column - first];
    const isBlank = texts.every((row) => tidy(row[column] ?? '') === '');
    if (indicator) placed.push({ at: column, target: indicator });
    else if (!isBlank) extraColumns.push({ column, title: '', why: 'beyond' });
  }
  return { columns: placed, extraColumns };
}

function extraColumn(column: number, match: ColumnMatch): ExtraColumn[] {
  if (match.kind === 'extra') return [{ column, title: match.title, why: 'unknown' }];
  return match.kind === 'left_out' ? [{ column, title: match.title, why: 'left_out' }] : [];
}
