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

const sizes = [9, 8.5, 8, 7.5, 7];
const PADDING = 8;
/** Size of the signs after figures, as a share of theirs. */
export const MARK_SHARE = 0.75;

/**
 * How the table fits a sheet: in the largest type in which all columns stand side by side; where even the smallest is too
 * large, as several tables one after the other, an issue's columns kept together as long as that is possible.
 */
export function planRecap(recap: Recap, locale: Locale, available: number): RecapPlan {
  const columns = recapColumns(recap, locale);
  const names = recap.rows.map(({ area, isTotal }) => (isTotal ? recapWords[locale].total(area.name) : area.name));
  const choices = sizes.map((size) => measure(recap, columns, names, size, locale));
  const chosen = choices.find(({ needed }) => needed <= available) ?? choices.at(-1);
  if (!chosen) throw new Error('no type sizes');
  const { size, numberWidth, regionWidth, markRoom, widths } = chosen;
  const room = available - numberWidth - regionWidth;
  const parts = split(columns, widths, room).map((part) =>
    place(part, widths, { left: numberWidth + regionWidth, room, size }),
  );
  return { parts, numberWidth, regionWidth, markRoom, size, headSize: headSizeOf(size) };
}

function headSizeOf(size: number): number {
  return size - 0.75;
}

function measure(
  recap: Recap,
  columns: readonly RecapColumn[],
  names: readonly string[],
  size: number,
  locale: Locale,
) {
  const headSize = headSizeOf(size);
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
    return Math.max(...figures, ...words, lineWidth(unit, headSize - 0.5, 400)) + PADDING;
  });
  const numberWidth = lineWidth(recapWords[locale].number, headSize, 700) + 10;
  const regionWidth = Math.max(...names.map((name) => lineWidth(name, size, 700)), 70) + 12;
  return { size, widths, numberWidth, regionWidth, markRoom, needed: numberWidth + regionWidth + sum(widths) };
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
  { left, room, size }: { left: number; room: number; size: number },
): PlannedPart {
  const spare = Math.max(0, room - sum(part.map(({ index }) => widths[index] ?? 0))) / part.length;
  let x = left;
  const columns = part.map((column) => {
    const width = (widths[column.index] ?? 0) + spare;
    const lines = wrapText(column.name, width - PADDING + 0.1, { size: headSizeOf(size), weight: 700 });
    const planned = { ...column, x, width, lines };
    x += width;
    return planned;
  });
  return { columns, nameLines: Math.max(1, ...columns.map(({ lines }) => lines.length)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
