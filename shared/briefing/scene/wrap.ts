import { textWidth, type Weight } from './text-metrics.ts';

export interface Type {
  size: number;
  weight: Weight;
}

const ellipsis = '…';

/** The text as it is where it fits, else as much of it as fits before an ellipsis. */
export function ellipsise(text: string, width: number, { size, weight }: Type): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const cut = letters.slice(0, middle).join('').trimEnd() + ellipsis;
    if (textWidth(cut, size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join('').trimEnd() + ellipsis;
}

/** Lines no wider than `width`; what does not fit in `maxLines` ends in an ellipsis. A word too long for a line is cut up. */
export function wrapText(text: string, width: number, type: Type, maxLines = Number.POSITIVE_INFINITY): string[] {
  const lines = greedyLines(wordsOf(text, width, type), width, type);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, Math.max(0, maxLines - 1));
  return [...kept, ellipsise(lines.slice(kept.length).join(' '), width, type)];
}

function greedyLines(words: readonly string[], width: number, { size, weight }: Type): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const joined = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && textWidth(joined, size, weight) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Words between spaces; a no-break space keeps what it joins together. */
function wordsOf(text: string, width: number, type: Type): string[] {
  return text
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, width, type));
}

function pieces(word: string, width: number, { size, weight }: Type): string[] {
  if (textWidth(word, size, weight) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return part === '' ? parts : [...parts, part];
}

/**
 * The same number of lines as `wrapText`, broken so that they read well: where a clause ends if both lines then fit,
 * else so that no line is much longer than the others.
 */
export function balanceText(text: string, width: number, type: Type, maxLines: number): string[] {
  const lines = wrapText(text, width, type, maxLines);
  if (lines.length < 2 || lines.at(-1)?.endsWith(ellipsis)) return lines;
  if (lines.length === 2) return clauseLines(text, width, type) ?? evenLines(text, width, type, 2);
  return evenLines(text, width, type, lines.length);
}

function clauseLines(text: string, width: number, { size, weight }: Type): string[] | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  for (const [index, word] of words.entries()) {
    if (!/[,;:.]$/.test(word) || index === words.length - 1) continue;
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    const [first = 0, second = 0] = lines.map((line) => textWidth(line, size, weight));
    if (lines.every(fits) && Math.min(first, second) > 0.3 * Math.max(first, second)) return lines;
  }
  return undefined;
}

/** The narrowest lines that are still no more than `count`. */
function evenLines(text: string, width: number, type: Type, count: number): string[] {
  let low = width / count;
  let high = width;
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (wrapText(text, middle, type).length <= count) high = middle;
    else low = middle;
  }
  return wrapText(text, high, type);
}

export interface FittedText {
  lines: string[];
  size: number;
}

/** The first of the given choices (size and most lines) in which the whole text fits; the last one cuts what is too much. */
export function fitText(
  text: string,
  width: number,
  weight: Weight,
  choices: readonly { size: number; maxLines: number }[],
): FittedText {
  for (const { size, maxLines } of choices) {
    if (wrapText(text, width, { size, weight }).length <= maxLines) {
      return { lines: balanceText(text, width, { size, weight }, maxLines), size };
    }
  }
  const { size, maxLines } = choices.at(-1) ?? { size: 20, maxLines: 1 };
  return { lines: wrapText(text, width, { size, weight }, maxLines), size };
}
