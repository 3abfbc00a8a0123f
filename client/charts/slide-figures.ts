import type { OriginRef, SceneItem } from '#shared/briefing/scene/scene.ts';
import { type Box, textBox } from '#shared/briefing/scene/text-metrics.ts';

/** A number on a slide that can be asked where it comes from. */
export interface SlideFigureSpot {
  key: string;
  origin: OriginRef;
  /** As it is written. */
  text: string;
  /** In slide units, with room for a finger. */
  box: Box;
}

type Marked = Exclude<SceneItem, { type: 'image' }>;

const padding = 6;

/** The figures of a scene in the order of reading; shapes in a row with one origin (a bar and its number) are one. */
export function figuresOf(items: readonly SceneItem[]): SlideFigureSpot[] {
  const groups: { origin: OriginRef; items: Marked[] }[] = [];
  let open: { origin: OriginRef; items: Marked[] } | undefined;
  for (const item of items) {
    if (item.type === 'image' || !item.origin) {
      // Labels and signs between a bar and its number do not part them.
      if (item.type === 'rect' || item.type === 'image') open = undefined;
      continue;
    }
    if (open && isSame(open.origin, item.origin)) {
      open.items.push(item);
    } else {
      open = { origin: item.origin, items: [item] };
      groups.push(open);
    }
  }
  return groups.flatMap(({ origin, items: own }, index) => {
    const text = own.flatMap((item) => (item.type === 'text' ? [item.text] : [])).join(' ');
    return text === '' ? [] : [{ key: String(index), origin, text, box: boxAround(own) }];
  });
}

function isSame(a: OriginRef, b: OriginRef): boolean {
  return a.indicatorId === b.indicatorId && a.areaId === b.areaId && a.month === b.month;
}

function boxAround(items: readonly Marked[]): Box {
  const boxes = items.map(boxOf);
  return {
    left: Math.min(...boxes.map(({ left }) => left)) - padding,
    right: Math.max(...boxes.map(({ right }) => right)) + padding,
    top: Math.min(...boxes.map(({ top }) => top)) - padding,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + padding,
  };
}

function boxOf(item: Marked): Box {
  switch (item.type) {
    case 'text':
      return textBox(item);
    case 'rect':
      return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
    case 'circle': {
      const { x, y, radius } = item;
      return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    }
    case 'line': {
      const xs = item.points.map(([x]) => x);
      const ys = item.points.map(([, y]) => y);
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    }
    case 'path':
      // Icons never carry a figure of their own.
      return { left: Number.POSITIVE_INFINITY, right: 0, top: Number.POSITIVE_INFINITY, bottom: 0 };
  }
}
