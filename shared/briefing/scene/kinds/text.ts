import type { SlideBodyOf } from '#shared/briefing/content.ts';
import type { Area, Part } from '#shared/briefing/scene/kit.ts';
import { type SceneItem, smallestText } from '#shared/briefing/scene/scene.ts';
import { text } from '#shared/briefing/scene/shapes.ts';
import { ellipsise, wrapText } from '#shared/briefing/scene/wrap.ts';

const sizes = [32, 28, 26, 24, 22, smallestText];

interface Row {
  text: string;
  /** Indented, and the first line of a point has its dot. */
  isPoint: boolean;
  hasDot: boolean;
  /** Room above in shares of the type size. */
  space: number;
}

/** Paragraphs and points ("- "), as large as they fit, beside a picture if there is one. */
export function textSlide({ body, pictureSha256, pictureAlt }: SlideBodyOf<'text'>, area: Area): Part {
  const hasWords = body.trim() !== '';
  const pictureWidth = pictureSha256 === null ? 0 : hasWords ? Math.round(area.width * 0.42) : area.width;
  const image: SceneItem[] =
    pictureSha256 === null
      ? []
      : [
          {
            type: 'image',
            x: area.x + area.width - pictureWidth,
            y: area.y,
            width: pictureWidth,
            height: area.height,
            sha256: pictureSha256,
            alt: pictureAlt,
          },
        ];
  const width = pictureWidth === 0 ? area.width : area.width - pictureWidth - 40;
  return {
    items: [...(hasWords ? wordItems(body, { ...area, width }) : []), ...image],
    words: [body, pictureAlt].filter((each) => each !== ''),
  };
}

function wordItems(body: string, area: Area): SceneItem[] {
  const size = sizes.find((each) => heightOf(rowsOf(body, area.width, each), each) <= area.height) ?? smallestText;
  const rows = cutRows(rowsOf(body, area.width, size), area, size);
  const items: SceneItem[] = [];
  let y = area.y;
  for (const [index, row] of rows.entries()) {
    y += (index === 0 ? 0 : row.space * size) + size * 1.32;
    const baseline = y - size * 0.34;
    const left = area.x + (row.isPoint ? indent(size) : 0);
    if (row.hasDot) {
      items.push({
        type: 'circle',
        x: area.x + size * 0.4,
        y: baseline - size * 0.34,
        radius: size * 0.15,
        fill: 'primary',
      });
    }
    if (row.text !== '') items.push(text(left, baseline, row.text, { size }));
  }
  return items;
}

function indent(size: number): number {
  return size * 1.1;
}

function rowsOf(body: string, width: number, size: number): Row[] {
  let isBlank = false;
  return body.split('\n').flatMap((source): Row[] => {
    const written = source.trim();
    if (written === '') {
      isBlank = true;
      return [];
    }
    const isPoint = /^[-•] /.test(written);
    const inner = isPoint ? width - indent(size) : width;
    const space = isBlank ? 0.7 : 0.32;
    isBlank = false;
    return wrapText(isPoint ? written.slice(2) : written, inner, { size, weight: 400 }).map((line, index) => ({
      text: line,
      isPoint,
      hasDot: isPoint && index === 0,
      space: index === 0 ? space : 0,
    }));
  });
}

function heightOf(rows: readonly Row[], size: number): number {
  return rows.reduce((sum, row, index) => sum + (index === 0 ? 0 : row.space * size) + size * 1.32, 0);
}

/** What does not fit even at the smallest size is cut, with an ellipsis where it stops. */
function cutRows(rows: Row[], area: Area, size: number): Row[] {
  let count = rows.length;
  while (count > 0 && heightOf(rows.slice(0, count), size) > area.height) count -= 1;
  const kept = rows.slice(0, count);
  const last = kept.at(-1);
  if (count === rows.length || !last) return kept;
  const width = area.width - (last.isPoint ? indent(size) : 0);
  return [...kept.slice(0, -1), { ...last, text: ellipsise(`${last.text}…`, width, { size, weight: 400 }) }];
}
