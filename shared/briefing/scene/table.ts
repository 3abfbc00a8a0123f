import type { Status } from '#shared/status.ts';
import { type Area, statusInk } from './kit.ts';
import { type Ink, type OriginRef, type SceneItem, smallestText } from './scene.ts';
import { line, text } from './shapes.ts';
import { badgeHeight, badgeWidth, statusBadge, statusIcon } from './status-badge.ts';
import { textWidth } from './text-metrics.ts';
import { ellipsise, type Type, wrapText } from './wrap.ts';

export interface Column {
  title: string;
  width: number;
  align?: 'start' | 'end';
}

export interface Cell {
  text?: string;
  /** In small letters of the same size below, muted. */
  below?: string;
  weight?: 400 | 700;
  fill?: Ink;
  maxLines?: number;
  origin?: OriginRef;
  badge?: { status: Status; word: string };
  /** Sign and word of a status as the last line. */
  sign?: { status: Status; word: string };
}

const sizes = [24, 22, smallestText];
const lead = 1.25;
const rowInset = 11;
const tightInset = 7;
const columnGap = 20;

export interface TableOptions {
  /** "… dan 7 lainnya" for so many rows left out. */
  more: (count: number) => string;
  /** Rows of equal height fill the area up to this much each. */
  tallest?: number;
}

/** Rows below headings, as many as fit; those left out are counted. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  area: Area,
  { more, tallest = 84 }: TableOptions,
): SceneItem[] {
  const headHeight = columns.some(({ title }) => title !== '') ? 36 : 0;
  const room = area.height - headHeight;
  const fitting = sizes.find((each) => fitsAt(columns, rows, each, room));
  const size = fitting ?? smallestText;
  const isWhole = rows.reduce((sum, cells) => sum + rowOf(columns, cells, size).height, 0) <= room;
  const laid = rows.map((cells) => rowOf(columns, cells, size, !isWhole));
  const total = laid.reduce((sum, row) => sum + row.height, 0);
  const shown = total <= room ? laid : laid.slice(0, fittingRows(laid, room - 34));
  const used = shown.reduce((sum, row) => sum + row.height, 0);
  const spare = total <= room ? (room - used) / Math.max(1, shown.length) : 0;
  const items: SceneItem[] = headHeight > 0 ? headItems(columns, area) : [];
  let y = area.y + headHeight;
  for (const row of shown) {
    const height = Math.max(row.height, Math.min(tallest, row.height + spare));
    items.push(
      line(
        [
          [area.x, y],
          [area.x + area.width, y],
        ],
        { strokeWidth: 1 },
      ),
    );
    items.push(...row.draw(area.x, y, height));
    y += height;
  }
  const left = laid.length - shown.length;
  return left === 0 ? items : [...items, text(area.x, y + 26, more(left), { fill: 'muted' })];
}

/** Whether all rows have room in that size, and nothing that stands on one line alone is cut. */
function fitsAt(columns: readonly Column[], rows: readonly (readonly Cell[])[], size: number, room: number): boolean {
  const height = rows.reduce((sum, cells) => sum + rowOf(columns, cells, size).height, 0);
  const isWhole = ({ text: words = '', maxLines = 2, weight = 400 }: Cell, index: number) =>
    wrapText(words, (columns[index]?.width ?? 0) - columnGap, { size, weight }).length <= maxLines;
  return height <= room && rows.every((cells) => cells.every(isWhole));
}

function fittingRows(rows: readonly { height: number }[], room: number): number {
  let used = 0;
  const first = rows.findIndex(({ height }) => {
    used += height;
    return used > room;
  });
  return first === -1 ? rows.length : first;
}

function headItems(columns: readonly Column[], area: Area): SceneItem[] {
  const size = smallestText;
  let x = area.x;
  return columns.flatMap(({ title, width, align = 'start' }) => {
    const at = align === 'start' ? x : x + width - columnGap;
    x += width;
    if (title === '') return [];
    const words = ellipsise(title, width - columnGap, { size, weight: 700 });
    return [text(at, area.y + 22, words, { size, weight: 700, fill: 'muted', anchor: align })];
  });
}

interface LaidRow {
  height: number;
  draw: (x: number, y: number, height: number) => SceneItem[];
}

/** `isTight` where not all rows have room: two lines each, so that more of them have. */
function rowOf(columns: readonly Column[], cells: readonly Cell[], size: number, isTight = false): LaidRow {
  const laid = columns.map((column, index) => layCell(cells[index] ?? {}, column, size, isTight));
  const height = Math.max(...laid.map((cell) => cell.height)) + 2 * (isTight ? tightInset : rowInset);
  return {
    height,
    draw: (x, y, rowHeight) => {
      let at = x;
      return laid.flatMap((cell, index) => {
        const items = cell.draw(at, y + (rowHeight - cell.height) / 2);
        at += columns[index]?.width ?? 0;
        return items;
      });
    },
  };
}

function layCell(
  cell: Cell,
  { width, align = 'start' }: Column,
  size: number,
  isTight: boolean,
): { height: number; draw: (x: number, y: number) => SceneItem[] } {
  const inner = width - columnGap;
  const lineHeight = size * lead;
  const { badge, sign, weight = 400, fill, maxLines = 2, origin } = cell;
  if (badge) {
    const own = Math.min(inner, badgeWidth(badge.word));
    return {
      height: badgeHeight,
      draw: (x, y) => statusBadge(badge.status, badge.word, align === 'start' ? x : x + inner - own, y, inner).items,
    };
  }
  const above = cell.text ? wrapText(cell.text, inner, { size, weight }, maxLines) : [];
  const belowLines = isTight ? 2 - above.length : 2;
  const below = cell.below && belowLines > 0 ? wholeWords(cell.below, inner, { size, weight: 400 }, belowLines) : [];
  const rows = [
    ...above.map((words) => ({ words, weight, fill: fill ?? ('ink' as const), origin })),
    ...below.map((words) => ({ words, weight: 400 as const, fill: 'muted' as const, origin: undefined })),
  ];
  const baseline = (y: number, index: number) => y + index * lineHeight + size * 0.95;
  return {
    height: (rows.length + (sign ? 1 : 0)) * lineHeight,
    draw: (x, y) => [
      ...rows.map((row, index) =>
        text(align === 'start' ? x : x + inner, baseline(y, index), row.words, {
          size,
          weight: row.weight,
          fill: row.fill,
          anchor: align,
          origin: row.origin,
        }),
      ),
      ...(sign ? signItems(sign, x, baseline(y, rows.length), inner) : []),
    ],
  };
}

/** As `wrapText`, but cut between words: half a number would be another number. */
function wholeWords(words: string, width: number, type: Type, maxLines: number): string[] {
  const rows = wrapText(words, width, type);
  if (rows.length <= maxLines) return rows;
  const room = width - textWidth(' …', type.size, type.weight);
  const kept = rows.slice(0, maxLines - 1);
  const [last = ''] = wrapText(rows.slice(kept.length).join(' '), room, type);
  return [...kept, `${last} …`];
}

function signItems({ status, word }: NonNullable<Cell['sign']>, x: number, y: number, width: number): SceneItem[] {
  const ink = statusInk(status, '-fg');
  const shown = ellipsise(word, width - 27, { size: smallestText, weight: 700 });
  return [...statusIcon(status, x + 10, y - 7, 20, ink, 'paper'), text(x + 27, y, shown, { weight: 700, fill: ink })];
}
