import type { Ink, LineItem, OriginRef, PathItem, RectItem, TextItem } from './scene.ts';
import { smallestText } from './scene.ts';
import { textWidth, type Weight } from './text-metrics.ts';
import { ellipsise } from './wrap.ts';

export interface TextOptions {
  size?: number;
  weight?: Weight;
  fill?: Ink;
  anchor?: TextItem['anchor'];
  origin?: OriginRef;
}

export function text(x: number, y: number, words: string, options: TextOptions = {}): TextItem {
  const { size = smallestText, weight = 400, fill = 'ink', anchor = 'start', origin } = options;
  return { type: 'text', x: tidy(x), y: tidy(y), text: words, size, weight, fill, anchor, ...(origin && { origin }) };
}

/** One line that is cut with an ellipsis rather than leave its place. */
export function fittedText(x: number, y: number, words: string, width: number, options: TextOptions = {}): TextItem {
  const item = text(x, y, words, options);
  return { ...item, text: ellipsise(words, width, item) };
}

export function lines(
  x: number,
  y: number,
  rows: readonly string[],
  lineHeight: number,
  options: TextOptions = {},
): TextItem[] {
  return rows.map((row, index) => text(x, y + index * lineHeight, row, options));
}

export function rect(x: number, y: number, width: number, height: number, given: Partial<RectItem> = {}): RectItem {
  return { type: 'rect', x: tidy(x), y: tidy(y), width: tidy(width), height: tidy(height), ...given };
}

export function line(points: readonly (readonly [number, number])[], given: Partial<LineItem> = {}): LineItem {
  return {
    type: 'line',
    points: points.map(([x, y]) => [tidy(x), tidy(y)] as const),
    stroke: 'line',
    strokeWidth: 1,
    ...given,
  };
}

/** A closed outline through the points. */
export function outline(points: readonly (readonly [number, number])[], given: Partial<PathItem> = {}): PathItem {
  const [first, ...others] = points.map(([x, y]) => `${tidy(x)} ${tidy(y)}`);
  return { type: 'path', d: `M ${first ?? '0 0'} ${others.map((point) => `L ${point}`).join(' ')} Z`, ...given };
}

/** A stroke of dashes around a box: a bar whose figure is missing. */
export function dashedBox(x: number, y: number, width: number, height: number, stroke: Ink = 'muted'): LineItem {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ] as const;
  return line(corners, { stroke, strokeWidth: 1.5, dash: [6, 5] });
}

export interface RichWord {
  text: string;
  weight: Weight;
}

/**
 * Sentences in which parts between asterisks are bold, broken into lines of words. Lines after the last one allowed are
 * left out with an ellipsis.
 */
export function richLines(marked: string, width: number, size: number, maxLines: number): RichWord[][] {
  const rows: RichWord[][] = [];
  let used = 0;
  for (const word of richWords(marked)) {
    const space = word.glued ? 0 : textWidth(' ', size, 400);
    const own = textWidth(word.text, size, word.weight);
    const row = rows.at(-1);
    if (row === undefined || (!word.glued && used + space + own > width)) {
      rows.push([{ text: word.text, weight: word.weight }]);
      used = own;
    } else {
      row.push({ text: `${word.glued ? '' : ' '}${word.text}`, weight: word.weight });
      used += space + own;
    }
  }
  if (rows.length <= maxLines) return rows;
  const kept = rows.slice(0, maxLines);
  kept.at(-1)?.push({ text: ' …', weight: 400 });
  return kept;
}

/** Words in order; `glued` ones follow the word before without a space, as a comma after bold letters does. */
function richWords(marked: string): (RichWord & { glued: boolean })[] {
  const found: (RichWord & { glued: boolean })[] = [];
  let endsInSpace = true;
  for (const [index, part] of marked.split('*').entries()) {
    const weight = index % 2 === 1 ? 700 : 400;
    for (const [at, word] of part.split(' ').entries()) {
      if (at > 0) endsInSpace = true;
      if (word === '') continue;
      found.push({ text: word, weight, glued: !endsInSpace });
      endsInSpace = false;
    }
  }
  return found;
}

/** Rich lines as texts, words of one weight in a row together. */
export function richText(
  x: number,
  y: number,
  rows: readonly (readonly RichWord[])[],
  lineHeight: number,
  { size = smallestText, fill = 'ink' }: TextOptions = {},
): TextItem[] {
  return rows.flatMap((row, index) => {
    const runs: RichWord[] = [];
    for (const word of row) {
      const run = runs.at(-1);
      if (run && run.weight === word.weight) run.text += word.text;
      else runs.push({ ...word });
    }
    let at = x;
    return runs.map((run) => {
      const lead = run.text.startsWith(' ') ? textWidth(' ', size, run.weight) : 0;
      const item = text(at + lead, y + index * lineHeight, run.text.trimStart(), { size, weight: run.weight, fill });
      at += textWidth(run.text, size, run.weight);
      return item;
    });
  });
}

/** Two decimals are finer than any screen or printer; the rest only makes files longer. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}
