/** A point of a drawing in pixels, y downwards. */
export type Spot = { x: number; y: number };
export type Box = { left: number; right: number; top: number; bottom: number };

type Search = {
  /** The band's last step in pixels: the label belongs to it. */
  band: Box;
  /** Width and height of the label. */
  label: { width: number; height: number };
  /** What is drawn as lines; a gap begins a new line. */
  lines: readonly (readonly Spot[])[];
  /** What is written there already. */
  boxes: readonly Box[];
};

const CLEARANCE = 3;
const STEP = 12;

/** The upper left corner of a free place for the band's name inside the band, from its right edge leftwards; undefined where lines leave none. */
export function bandLabelPlace({ band, label, lines, boxes }: Search): Spot | undefined {
  const top = band.top + CLEARANCE;
  const bottom = band.bottom - label.height - CLEARANCE;
  if (bottom < top) return undefined;
  const heights = [top, bottom, (top + bottom) / 2];
  for (let x = band.right - label.width - CLEARANCE; x >= band.left + CLEARANCE; x -= STEP) {
    for (const y of heights) {
      const box = {
        left: x - CLEARANCE,
        right: x + label.width + CLEARANCE,
        top: y - CLEARANCE,
        bottom: y + label.height + CLEARANCE,
      };
      if (!boxes.some((each) => overlaps(each, box)) && !lines.some((line) => crosses(line, box))) return { x, y };
    }
  }
  return undefined;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a line over time, whose x only grows, runs through the box. */
function crosses(line: readonly Spot[], box: Box): boolean {
  return line.some((to, index) => {
    const from = line[index - 1] ?? to;
    const [left, right] = [Math.max(from.x, box.left), Math.min(to.x, box.right)];
    if (left > right) return false;
    const yAt = (x: number) => (to.x === from.x ? to.y : from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y));
    const [a, b] = [yAt(left), yAt(right)];
    return Math.min(a, b) < box.bottom && Math.max(a, b) > box.top;
  });
}
