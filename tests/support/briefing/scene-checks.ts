import {
  type Scene,
  type SceneItem,
  slideHeight,
  slideWidth,
  smallestNote,
  smallestText,
  type TextItem,
} from '#shared/briefing/scene/scene.ts';
import { type Box, textBox } from '#shared/briefing/scene/text-metrics.ts';

export function textsOf({ items }: Scene): TextItem[] {
  return items.filter((item) => item.type === 'text');
}

/** Everything that is wrong with how a scene is set, in words; empty when it can be shown. */
export function faultsOf(scene: Scene): string[] {
  const texts = textsOf(scene);
  return [
    ...scene.items.flatMap(outside),
    ...texts.flatMap((item) => (item.size < smallestNote ? [`too small: ${named(item)} at ${item.size}`] : [])),
    ...texts.flatMap((item) => (isBody(item) && item.size < smallestText ? [`body too small: ${named(item)}`] : [])),
    ...texts.flatMap((item) => (item.text === '' ? [`empty text at ${item.x}, ${item.y}`] : [])),
    ...overlapsOf(texts),
    ...scene.items.flatMap((item) => (hasOddNumber(item) ? [`no number: ${JSON.stringify(item).slice(0, 120)}`] : [])),
  ];
}

/** Notes are muted; whatever is not must be read from the back of the room. */
function isBody({ fill }: TextItem): boolean {
  return fill !== 'muted';
}

function outside(item: SceneItem): string[] {
  const box = boxOf(item);
  const slack = 0.5;
  const isInside =
    box.left >= -slack && box.right <= slideWidth + slack && box.top >= -slack && box.bottom <= slideHeight + slack;
  return isInside ? [] : [`outside the slide: ${item.type} ${JSON.stringify(item).slice(0, 160)}`];
}

function boxOf(item: SceneItem): Box {
  switch (item.type) {
    case 'text':
      return textBox(item);
    case 'rect':
    case 'image':
      return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
    case 'circle':
      return {
        left: item.x - item.radius,
        right: item.x + item.radius,
        top: item.y - item.radius,
        bottom: item.y + item.radius,
      };
    case 'line':
      return around(item.points);
    case 'path':
      return around(
        [...item.d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((pair) => [Number(pair[1]), Number(pair[2])] as const),
      );
  }
}

function around(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function overlapsOf(texts: readonly TextItem[]): string[] {
  const slack = 1;
  const boxes = texts.map(textBox);
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b, offset) => {
      const isApart =
        a.right <= b.left + slack ||
        b.right <= a.left + slack ||
        a.bottom <= b.top + slack ||
        b.bottom <= a.top + slack;
      const [first, second] = [texts[index], texts[index + 1 + offset]];
      return isApart || !first || !second ? [] : [`overlap: ${named(first)} / ${named(second)}`];
    }),
  );
}

function named({ text, x, y }: TextItem): string {
  return `“${text.slice(0, 60)}” at ${x}, ${y}`;
}

function hasOddNumber(item: SceneItem): boolean {
  return /NaN|Infinity/.test(JSON.stringify(item, (_, value) => (Number.isNaN(value) ? 'NaN' : value)));
}
