import type { OriginRef, SceneItem } from '#shared/briefing/scene/scene.ts';
import { type Box, textBox } from '#shared/briefing/scene/text-metrics.ts';

/** Shapes in a row that stand for one figure, or for none. */
export interface SlideGroup {
  key: string;
  origin: OriginRef | undefined;
  items: SceneItem[];
}

/** Cuts a scene where one figure ends and another begins; the order of painting stays. */
export function groupByFigure(items: readonly SceneItem[]): SlideGroup[] {
  const groups: SlideGroup[] = [];
  for (const [index, item] of items.entries()) {
    const origin = item.type === 'image' ? undefined : item.origin;
    const open = groups.at(-1);
    if (open && isSame(open.origin, origin)) open.items.push(item);
    else groups.push({ key: String(index), origin, items: [item] });
  }
  return groups;
}

function isSame(a: OriginRef | undefined, b: OriginRef | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.indicatorId === b.indicatorId && a.areaId === b.areaId && a.month === b.month;
}

/** What a group says aloud: its texts. */
export function textOf(items: readonly SceneItem[]): string {
  return items.flatMap((item) => (item.type === 'text' ? [item.text] : [])).join(' ');
}

const padding = 8;

/** Where a finger or a pointer meets the group: around its texts and bars. */
export function hitBox(items: readonly SceneItem[]): Box {
  const boxes = items.flatMap((item): Box[] => {
    switch (item.type) {
      case 'text':
        return [textBox(item)];
      case 'rect':
      case 'image':
        return [{ left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height }];
      case 'circle':
        return [
          {
            left: item.x - item.radius,
            right: item.x + item.radius,
            top: item.y - item.radius,
            bottom: item.y + item.radius,
          },
        ];
      default:
        return [];
    }
  });
  return {
    left: Math.min(...boxes.map(({ left }) => left)) - padding,
    right: Math.max(...boxes.map(({ right }) => right)) + padding,
    top: Math.min(...boxes.map(({ top }) => top)) - padding,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + padding,
  };
}
