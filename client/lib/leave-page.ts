import { queryClient } from './query-client.ts';

let leaving = false;

/** Whether somebody has signed out of this page: nothing of theirs is to be kept on the device any more. */
export function isLeaving(): boolean {
  return leaving;
}

/** From now on nothing is kept, and nobody is asked whether to stay. */
export function leave(): void {
  if (leaving) return;
  leaving = true;
  // Ahead of the pages' own, which ask about what was typed: at the window, those that capture go first.
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
}

/** Starts anew at an address, so that nothing that this person saw stays in memory for the next one. */
export function leavePage(path = '/'): void {
  leave();
  queryClient.clear();
  window.location.assign(path);
}
