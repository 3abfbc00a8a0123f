import type { Picture } from '#shared/briefing/edition.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import {
  type Ink,
  type Scene,
  type SceneItem,
  slideHeight,
  slideWidth,
  type TextItem,
} from '#shared/briefing/scene/scene.ts';
import { type Face, lineWidth, runsOf, type Weight } from './type-face.ts';

const palette = palettes.light;

/**
 * A scene as an SVG image in which every letter is an outline: it looks the same on a machine without fonts.
 * @param width in pixels; the height follows
 */
export function sceneSvg(scene: Scene, pictures: ReadonlyMap<string, Picture>, width: number): string {
  const glyphs = new GlyphShelf();
  const shapes = scene.items.map((item, index) => shapeOf(item, index, pictures, glyphs)).join('');
  const height = Math.round((width * slideHeight) / slideWidth);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${slideWidth} ${slideHeight}"><defs>${glyphs.definitions()}</defs>${shapes}</svg>`
  );
}

function shapeOf(item: SceneItem, index: number, pictures: ReadonlyMap<string, Picture>, glyphs: GlyphShelf): string {
  switch (item.type) {
    case 'rect': {
      const { x, y, width, height, radius = 0 } = item;
      const corner = Math.min(radius, width / 2, height / 2);
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(corner)}"${painted(item)}/>`;
    }
    case 'line': {
      const points = item.points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ');
      const dash = item.dash ? ` stroke-dasharray="${item.dash.map(n).join(' ')}"` : '';
      return `<polyline points="${points}" stroke-linejoin="round" stroke-linecap="round"${dash}${painted(item)}/>`;
    }
    case 'path':
      return `<path d="${escaped(item.d)}"${painted(item)}/>`;
    case 'circle':
      return `<circle cx="${n(item.x)}" cy="${n(item.y)}" r="${n(item.radius)}"${painted(item)}/>`;
    case 'text':
      return glyphs.line(item);
    case 'image': {
      const picture = pictures.get(item.sha256);
      const { x, y, width, height } = item;
      const box = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
      if (!picture) return `<rect ${box} fill="${palette.soft}"/>`;
      const clip = `<clipPath id="c${index}"><rect ${box}/></clipPath>`;
      const source = `data:${picture.contentType};base64,${picture.base64}`;
      return `${clip}<image ${box} preserveAspectRatio="xMidYMid slice" clip-path="url(#c${index})" xlink:href="${source}"/>`;
    }
  }
}

interface Painted {
  fill?: Ink;
  stroke?: Ink;
  strokeWidth?: number;
}

function painted({ fill, stroke, strokeWidth = 1 }: Painted): string {
  const outline = stroke ? ` stroke="${palette[stroke]}" stroke-width="${n(strokeWidth)}"` : '';
  return ` fill="${fill ? palette[fill] : 'none'}"${outline}`;
}

/** Outlines of the letters used, each kept once. */
class GlyphShelf {
  readonly #outlines = new Map<string, string>();

  definitions(): string {
    return [...this.#outlines].map(([id, d]) => `<path id="${id}" d="${d}"/>`).join('');
  }

  line({ x, y, text, size, weight, fill, anchor }: TextItem): string {
    const width = anchor === 'start' ? 0 : lineWidth(text, size, weight);
    let pen = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const letters: string[] = [];
    for (const { face, text: letter } of this.#letters(text, weight)) {
      const glyph = face.font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
      const scale = size / face.font.unitsPerEm;
      const id = `${face.name}-${glyph.id}`;
      if (!this.#outlines.has(id)) this.#outlines.set(id, glyph.path.toSVG());
      if (this.#outlines.get(id) !== '')
        letters.push(
          `<use xlink:href="#${id}" transform="translate(${n(pen)} ${n(y)}) scale(${f(scale)} ${f(-scale)})"/>`,
        );
      pen += glyph.advanceWidth * scale;
    }
    return `<g fill="${palette[fill]}">${letters.join('')}</g>`;
  }

  *#letters(text: string, weight: Weight): Generator<{ face: Face; text: string }> {
    for (const { face, text: stretch } of runsOf(text, weight))
      for (const letter of stretch) yield { face, text: letter };
  }
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function f(value: number): string {
  return value.toFixed(6);
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
