import { advanceWidths, unitsPerEm } from './advance-widths.ts';
import type { TextItem } from './scene.ts';

export type Weight = TextItem['weight'];

/** How far letters rise above the baseline and fall below it, as a share of the type size (b and g of Arimo). */
export const ascent = 0.73;
export const descent = 0.21;

/** What a letter outside the table is taken for: hardly any of a Latin alphabet is wider, and a wide script fills the em. */
const unknownWidth = 0.75 * unitsPerEm;
const wideWidth = 1.25 * unitsPerEm;

/** Width of a line in the units of its size. Without kerning, which only ever draws letters closer: never too small. */
export function textWidth(text: string, size: number, weight: Weight): number {
  let units = 0;
  for (const letter of text) units += advanceOf(letter.codePointAt(0) ?? 0, weight);
  return (units * size) / unitsPerEm;
}

function advanceOf(code: number, weight: Weight): number {
  const table = advanceWidths[weight];
  if (code >= 0x20 && code <= 0x7e) return table.basicLatin[code - 0x20] ?? unknownWidth;
  if (code >= 0xa0 && code <= 0xff) return table.latin1[code - 0xa0] ?? unknownWidth;
  return table.others.get(code) ?? (isWide(code) ? wideWidth : unknownWidth);
}

function isWide(code: number): boolean {
  return code >= 0x1100 && !(code >= 0x1e00 && code <= 0x206f);
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The box that the letters of a text fill, by the widths of the font. */
export function textBox({ x, y, text, size, weight, anchor }: TextItem): Box {
  const width = textWidth(text, size, weight);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - ascent * size, bottom: y + descent * size };
}
