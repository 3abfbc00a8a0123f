import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { TextItem } from '#shared/briefing/scene/scene.ts';
import { trueTypeOf } from './woff.ts';

export type Weight = TextItem['weight'];

/** One file of the typeface: it holds the letters of some alphabets in one weight. */
export interface Face {
  /** Unique among the faces, fit for an identifier. */
  name: string;
  /** As a TrueType font. */
  bytes: Buffer;
  font: fontkit.Font;
}

/** A stretch of text that one face can set. */
export interface Run {
  face: Face;
  text: string;
}

/** Tried in this order for each letter. */
const alphabets = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const;

const require = createRequire(import.meta.url);
const faces = new Map<string, Face>();

/** Arimo, which is as wide as Arial letter by letter, from the package beside the program: no font of the machine is used. */
function faceOf(alphabet: (typeof alphabets)[number], weight: Weight): Face {
  const name = `arimo-${alphabet}-${weight}`;
  let face = faces.get(name);
  if (!face) {
    const bytes = trueTypeOf(readFileSync(require.resolve(`@fontsource/arimo/files/${name}-normal.woff`)));
    const font = fontkit.create(bytes);
    if ('fonts' in font) throw new Error(`${name} is a collection of fonts`);
    face = { name, bytes, font };
    faces.set(name, face);
  }
  return face;
}

/** What most programs would set in letters that the typeface lacks. */
const substitutes: Readonly<Record<string, string>> = {
  '→': '–›',
  '←': '‹–',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '≠': '<>',
  '✓': 'v',
  '✔': 'v',
  '▲': '↑',
  '▼': '↓',
  '●': '•',
  '▪': '•',
  '◦': '·',
  '‑': '-',
  '\u202f': '\u00a0',
  '\u2007': '\u00a0',
  '\t': ' ',
};

/** Characters that only say how others are to be shown. */
const invisible = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;

/**
 * Text in the stretches that each face can set. A letter that none has is set as its nearest, an accent is dropped before
 * a letter is lost, and what remains (an emoji) becomes a question mark.
 */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const letter of text.normalize('NFC')) {
    const substitute = substitutes[letter] ?? letter.replace(invisible, '');
    for (const each of substitute) append(runs, each, weight);
  }
  return runs;
}

function append(runs: Run[], letter: string, weight: Weight): void {
  const found = faceWith(letter, weight);
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  const set = found ? letter : [...bare].every((each) => faceWith(each, weight)) ? bare : '?';
  const face = found ?? faceOf('latin', weight);
  const last = runs.at(-1);
  if (last?.face === face) last.text += set;
  else if (set !== '') runs.push({ face, text: set });
}

function faceWith(letter: string, weight: Weight): Face | undefined {
  const code = letter.codePointAt(0) ?? 0;
  for (const alphabet of alphabets) {
    const face = faceOf(alphabet, weight);
    if (face.font.hasGlyphForCodePoint(code)) return face;
  }
  return undefined;
}

/** Of a line, in the units of its size. */
export function lineWidth(text: string, size: number, weight: Weight): number {
  return runsOf(text, weight).reduce((sum, run) => sum + runWidth(run, size), 0);
}

export function runWidth({ face, text }: Run, size: number): number {
  let units = 0;
  for (const letter of text) units += face.font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth;
  return (units * size) / face.font.unitsPerEm;
}
