import type { Recap } from '#shared/briefing/content.ts';
import { wrapText } from '#shared/briefing/scene/wrap.ts';
import type { Locale } from '#shared/locale.ts';
import { type RecapColumn, recapCell, recapColumns } from './recap-cells.ts';
import { recapWords } from './recap-words.ts';
import { lineWidth } from './type-face.ts';

export interface PlannedColumn extends RecapColumn {
  x: number;
  width: number;
  /** The name, broken to fit. */
  lines: string[];
}

/** Columns that stand beside each other on one sheet. */
export interface PlannedPart {
  columns: PlannedColumn[];
  nameLines: number;
}

export interface RecapPlan {
  parts: PlannedPart[];
  numberWidth: number;
  regionWidth: number;
  /** Kept free at the right of figures for the signs after them, so that digits stand below digits. */
  markRoom: number;
  /** Type sizes of figures and of the heads of columns. */
  size: number;
  headSize: number;
}

/** From comfortable to the smallest that still reads well on paper; `padding` is what a column has beside its text. */
const choices = [
  { size: 9, headSize: 8.25, padding: 9 },
  { size: 8.5, headSize: 7.75, padding: 8.5 },
  { size: 8, headSize: 7.25, padding: 8 },
  { size: 7.5, headSize: 6.75, padding: 7 },
  { size: 7.25, headSize: 6.5, padding: 6 },
  { size: 7.25, headSize: 6.25, padding: 5 },
  { size: 7, headSize: 6, padding: 4.5 },
] as const;
type Choice = (typeof choices)[number];

/** A table of few columns is not drawn out over the whole sheet. */
const WIDEST = 96;
/** Size of the signs after figures, as a share of theirs. */
export const MARK_SHARE = 0.75;

/**
 * How the table fits a sheet: in the largest type in which all columns stand side by side; where even the smallest is too
 * large, as several tables one after the other, an issue's columns kept together as long as that is possible.
 */
export function planRecap(recap: Recap, locale: Locale, available: number): RecapPlan {
  const columns = recapColumns(recap, locale);
  const names = recap.rows.map(({ area, isTotal }) => (isTotal ? recapWords[locale].total(area.name) : area.name));
  const measured = choices.map((choice) => measure(recap, columns, names, choice, locale));
  const chosen = measured.find(({ needed }) => needed <= available) ?? measured.at(-1);
  if (!chosen) throw new Error('no type sizes');
  const { choice, numberWidth, regionWidth, markRoom, widths } = chosen;
  const left = numberWidth + regionWidth;
  const room = available - left;
  const parts = split(columns, widths, room).map((part) => place(part, widths, { left, room, choice }));
  return { parts, numberWidth, regionWidth, markRoom, size: choice.size, headSize: choice.headSize };
}

function measure(
  recap: Recap,
  columns: readonly RecapColumn[],
  names: readonly string[],
  choice: Choice,
  locale: Locale,
) {
  const { size, headSize, padding } = choice;
  const cells = columns.map((column) =>
    recap.rows.map(({ figures, isTotal }) => ({
      ...recapCell(figures[column.index], column, recap.month, locale),
      isTotal,
    })),
  );
  const markRoom = Math.max(0, ...cells.flat().map(({ marks }) => lineWidth(marks, size * MARK_SHARE, 400)));
  const widths = columns.map(({ name, unit }, index) => {
    const figures = (cells[index] ?? []).map(
      ({ text, isTotal }) => lineWidth(text, size, isTotal ? 700 : 400) + markRoom,
    );
    const words = name.split(/\s+/).map((word) => lineWidth(word, headSize, 700));
    return Math.max(...figures, ...words, lineWidth(unit, headSize - 0.5, 400)) + padding;
  });
  const numberWidth = lineWidth(recapWords[locale].number, headSize, 700) + 10;
  const regionWidth = Math.max(...names.map((name) => lineWidth(name, size, 700)), 70) + 12;
  return { choice, widths, numberWidth, regionWidth, markRoom, needed: numberWidth + regionWidth + sum(widths) };
}

function split(columns: readonly RecapColumn[], widths: readonly number[], room: number): RecapColumn[][] {
  const parts: RecapColumn[][] = [];
  const widthOf = (part: readonly RecapColumn[]) => sum(part.map(({ index }) => widths[index] ?? 0));
  for (const group of groups(columns)) {
    const last = parts.at(-1);
    if (last && widthOf([...last, ...group]) <= room) last.push(...group);
    else if (widthOf(group) <= room) parts.push([...group]);
    else {
      for (const column of group) {
        const current = parts.at(-1);
        if (current && widthOf([...current, column]) <= room) current.push(column);
        else parts.push([column]);
      }
    }
  }
  return parts;
}

/** Neighbours of one issue. */
export function groups<Column extends RecapColumn>(columns: readonly Column[]): Column[][] {
  const found: Column[][] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last?.[0]?.issueId === column.issueId) last.push(column);
    else found.push([column]);
  }
  return found;
}

function place(
  part: readonly RecapColumn[],
  widths: readonly number[],
  { left, room, choice }: { left: number; room: number; choice: Choice },
): PlannedPart {
  const spare = Math.max(0, room - sum(part.map(({ index }) => widths[index] ?? 0))) / part.length;
  const type = { size: choice.headSize, weight: 700 } as const;
  let x = left;
  const columns = part.map((column) => {
    const least = widths[column.index] ?? 0;
    const width = Math.max(least, Math.min(least + spare, WIDEST));
    // A hair more than was measured, so that a word that just fits is not cut by a rounding.
    const planned = { ...column, x, width, lines: wrapText(column.name, width - choice.padding + 0.1, type) };
    x += width;
    return planned;
  });
  return { columns, nameLines: Math.max(1, ...columns.map(({ lines }) => lines.length)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
