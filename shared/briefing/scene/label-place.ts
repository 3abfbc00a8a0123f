import type { Box } from './text-metrics.ts';

export type Spot = readonly [number, number];

interface Search {
  /** The label may lie nowhere else. */
  within: Box;
  width: number;
  height: number;
  /** Where it belongs, best first. */
  anchors: readonly Spot[];
  lines: readonly (readonly Spot[])[];
  boxes: readonly Box[];
}

const directions: readonly Spot[] = [
  [1, 1],
  [1, -1],
  [0, -1],
  [0, 1],
  [-1, -1],
  [-1, 1],
  [1, 0],
  [-1, 0],
];
const distances = [12, 22, 36, 54];
const clearance = 3;

/** The box nearest to an anchor that covers neither a line nor another text; undefined where there is none. */
export function labelPlace(search: Search): Box | undefined {
  for (const distance of distances) {
    for (const anchor of search.anchors) {
      for (const direction of directions) {
        const box = boxBeside(anchor, direction, distance, search);
        if (isFree(box, search)) return box;
      }
    }
  }
  return undefined;
}

function boxBeside([x, y]: Spot, [dx, dy]: Spot, distance: number, { width, height }: Search): Box {
  const left = dx > 0 ? x + distance : dx < 0 ? x - distance - width : x - width / 2;
  const top = dy > 0 ? y + distance : dy < 0 ? y - distance - height : y - height / 2;
  return { left, right: left + width, top, bottom: top + height };
}

function isFree(box: Box, { within, lines, boxes }: Search): boolean {
  const isInside =
    box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom;
  const roomy = {
    left: box.left - clearance,
    right: box.right + clearance,
    top: box.top - clearance,
    bottom: box.bottom + clearance,
  };
  return isInside && !boxes.some((each) => overlaps(each, roomy)) && !lines.some((line) => crosses(line, roomy));
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a line over time, whose x never shrinks, runs through the box. */
function crosses(line: readonly Spot[], box: Box): boolean {
  return line.some((to, index) => {
    const from = line[index - 1] ?? to;
    const [left, right] = [Math.max(from[0], box.left), Math.min(to[0], box.right)];
    if (left > right) return false;
    const yAt = (x: number) =>
      to[0] === from[0] ? to[1] : from[1] + ((x - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
    const [a, b] = [yAt(left), yAt(right)];
    return Math.min(a, b) < box.bottom && Math.max(a, b) > box.top;
  });
}
