import type { Question } from './overlays.tsx';

/** Asks before something that cannot be undone: `if (await confirmAction({…})) remove()`. */
export async function confirmAction(question: Question): Promise<boolean> {
  const { ask } = await import('./overlays.tsx');
  return ask(question);
}
