import { useSyncExternalStore } from 'react';

/** Less than this is a browser's own bar that comes and goes, not a keyboard; in CSS pixels. */
const leastKeyboard = 120;

function subscribe(listener: () => void): () => void {
  const viewport = window.visualViewport;
  viewport?.addEventListener('resize', listener);
  viewport?.addEventListener('scroll', listener);
  return () => {
    viewport?.removeEventListener('resize', listener);
    viewport?.removeEventListener('scroll', listener);
  };
}

/** How much of the window the on-screen keyboard covers. What is zoomed in with two fingers is not covered. */
export function keyboardInset(): number {
  const viewport = window.visualViewport;
  if (!viewport || viewport.scale > 1.05) return 0;
  const covered = Math.round(window.innerHeight - viewport.height - viewport.offsetTop);
  return covered < leastKeyboard ? 0 : covered;
}

/** The height of the on-screen keyboard in CSS pixels; 0 while there is none. */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, keyboardInset);
}
