import type { Status } from '#shared/status.ts';
import { statusInk } from './kit.ts';
import type { Ink, SceneItem } from './scene.ts';
import { line, outline, rect, text, tidy } from './shapes.ts';
import { textWidth } from './text-metrics.ts';
import { ellipsise } from './wrap.ts';

/**
 * Five signs that differ without colour, around a middle: a disc with a tick, a tick, a triangle and an octagon with an
 * exclamation mark, a dash. `ground` is what shows through the filled ones.
 */
export function statusIcon(status: Status, x: number, y: number, size: number, ink: Ink, ground: Ink): SceneItem[] {
  const unit = size / 24;
  const at = (dx: number, dy: number) => [x + dx * unit, y + dy * unit] as const;
  const stroke = { stroke: ink, strokeWidth: tidy(2.6 * unit) };
  switch (status) {
    case 'achieved':
      return [
        { type: 'circle', x: tidy(x), y: tidy(y), radius: tidy(11 * unit), fill: ink },
        line([at(-5, 0.5), at(-1.5, 4), at(5, -3.5)], { stroke: ground, strokeWidth: tidy(2.6 * unit) }),
      ];
    case 'on_track':
      return [line([at(-8, 0.5), at(-2.5, 6), at(8.5, -6)], { ...stroke, strokeWidth: tidy(3.2 * unit) })];
    case 'attention':
      return [
        outline([at(0, -10), at(10.5, 9), at(-10.5, 9)], stroke),
        line([at(0, -3.5), at(0, 3)], stroke),
        { type: 'circle', x: tidy(x), y: tidy(y + 6 * unit), radius: tidy(1.5 * unit), fill: ink },
      ];
    case 'critical':
      return [
        outline(octagon(x, y, 11.5 * unit), { fill: ink }),
        line([at(0, -6), at(0, 1.5)], { stroke: ground, strokeWidth: tidy(2.8 * unit) }),
        { type: 'circle', x: tidy(x), y: tidy(y + 5.8 * unit), radius: tidy(1.7 * unit), fill: ground },
      ];
    case 'no_data':
      return [line([at(-7, 0), at(7, 0)], stroke)];
  }
}

function octagon(x: number, y: number, radius: number): (readonly [number, number])[] {
  return Array.from({ length: 8 }, (_, corner) => {
    const angle = Math.PI / 8 + (corner * Math.PI) / 4;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

export interface Badge {
  items: SceneItem[];
  width: number;
  height: number;
}

const badgeSize = 20;
export const badgeHeight = 34;
const inset = 10;
const iconSize = 20;

export function badgeWidth(word: string): number {
  return inset * 2 + iconSize + 7 + textWidth(word, badgeSize, 700);
}

/** Sign and word on the status's ground, with its upper left corner at x, y; no wider than `maxWidth`. */
export function statusBadge(status: Status, word: string, x: number, y: number, maxWidth = 400): Badge {
  const lead = inset + iconSize + 7;
  const words = ellipsise(word, maxWidth - lead - inset, { size: badgeSize, weight: 700 });
  const width = badgeWidth(words);
  const [ground, ink] = [statusInk(status, '-bg'), statusInk(status, '-fg')];
  return {
    width,
    height: badgeHeight,
    items: [
      rect(x, y, width, badgeHeight, { fill: ground, radius: 7 }),
      ...statusIcon(status, x + inset + iconSize / 2, y + badgeHeight / 2, iconSize, ink, ground),
      text(x + lead, y + 24, words, { size: badgeSize, weight: 700, fill: ink }),
    ],
  };
}

/** A word of caution about the whole slide, with its upper right corner at `right`, y. */
export function plainBadge(word: string, right: number, y: number): Badge {
  const width = textWidth(word, badgeSize, 700) + 2 * (inset + 2);
  return {
    width,
    height: badgeHeight,
    items: [
      rect(right - width, y, width, badgeHeight, {
        fill: statusInk('attention', '-bg'),
        stroke: statusInk('attention'),
        strokeWidth: 1.5,
        radius: badgeHeight / 2,
      }),
      text(right - width / 2, y + 24, word, {
        size: badgeSize,
        weight: 700,
        fill: statusInk('attention', '-fg'),
        anchor: 'middle',
      }),
    ],
  };
}

/** Which sign means what, for the statuses that are there, in one or more rows from the left. */
export function statusLegend(
  statuses: readonly { status: Status; word: string }[],
  x: number,
  y: number,
  width: number,
): SceneItem[] {
  let [at, top] = [x, y];
  return statuses.flatMap(({ status, word }) => {
    const own = badgeWidth(word);
    if (at > x && at + own > x + width) {
      at = x;
      top += badgeHeight + 8;
    }
    const { items } = statusBadge(status, word, at, top, width);
    at += own + 14;
    return items;
  });
}
