import type { MouseEvent, TouchEvent } from 'react';

export type Gesture = 'next' | 'previous' | 'menu' | 'controls';

interface Begun {
  x: number;
  y: number;
  at: number;
  fingers: number;
}

const swipeLength = 40;
const longPressMs = 500;
const edgeShare = 0.18;

/** What a touch that ended was: a swipe turns the page, a long press or two fingers open the menu. Times in milliseconds. */
export function touchOf(
  begun: Begun,
  ended: { x: number; y: number; at: number },
): 'next' | 'previous' | 'menu' | 'tap' | undefined {
  const across = ended.x - begun.x;
  const down = ended.y - begun.y;
  const isStill = Math.hypot(across, down) < swipeLength / 2;
  if (begun.fingers > 1) return isStill ? 'menu' : undefined;
  if (Math.abs(across) >= swipeLength && Math.abs(across) > 1.5 * Math.abs(down)) {
    return across < 0 ? 'next' : 'previous';
  }
  if (!isStill) return undefined;
  return ended.at - begun.at >= longPressMs ? 'menu' : 'tap';
}

/** Whether a tap or click lies at an edge that turns the page; `x` from the surface's left side. */
export function edgeOf(x: number, width: number): 'next' | 'previous' | undefined {
  if (x < width * edgeShare) return 'previous';
  if (x > width * (1 - edgeShare)) return 'next';
  return undefined;
}

/**
 * Hears the touches of a surface. A tap on a figure is a click on it; a tap elsewhere turns the page at the edges and
 * shows the controls between them. A mouse turns the page at the edges only.
 */
export function gestureHandlers(run: (gesture: Gesture) => void) {
  let begun: Begun | undefined;
  return {
    onTouchStart: ({ touches, timeStamp }: TouchEvent) => {
      const first = touches.item(0);
      if (!first) return;
      begun = begun
        ? { ...begun, fingers: Math.max(begun.fingers, touches.length) }
        : { x: first.clientX, y: first.clientY, at: timeStamp, fingers: touches.length };
    },
    onTouchEnd: (event: TouchEvent) => {
      const last = event.changedTouches.item(0);
      if (!begun || !last || event.touches.length > 0) return;
      const touch = touchOf(begun, { x: last.clientX, y: last.clientY, at: event.timeStamp });
      begun = undefined;
      if (touch === undefined || (touch === 'tap' && isFigure(event.target))) return;
      // Else a click would follow and turn the page once more.
      event.preventDefault();
      run(touch === 'tap' ? (edgeAt(event.currentTarget, last.clientX) ?? 'controls') : touch);
    },
    onTouchCancel: () => {
      begun = undefined;
    },
    onClick: (event: MouseEvent) => {
      if (isFigure(event.target)) return;
      const edge = edgeAt(event.currentTarget, event.clientX);
      if (edge) run(edge);
    },
  };
}

function edgeAt(surface: Element, clientX: number): 'next' | 'previous' | undefined {
  const { left, width } = surface.getBoundingClientRect();
  return edgeOf(clientX - left, width);
}

function isFigure(target: EventTarget): boolean {
  return 'closest' in target && typeof target.closest === 'function' && target.closest('button') !== null;
}
