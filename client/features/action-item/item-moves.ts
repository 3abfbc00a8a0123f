import type { ActionItemState } from '#shared/action-item-brief.ts';

/** What a person can do with an item, by what it is called; the words are the dictionary's. */
export const itemMoves = ['start', 'note', 'done', 'drop', 'reopen'] as const;
export type ItemMove = (typeof itemMoves)[number];

const movesOf: Record<ActionItemState, readonly ItemMove[]> = {
  open: ['start', 'done', 'note', 'drop'],
  in_progress: ['done', 'note', 'drop'],
  done: ['reopen'],
  dropped: ['reopen'],
};

/** The usual one first. */
export function movesFrom(state: ActionItemState): readonly ItemMove[] {
  return movesOf[state];
}

/** Where a move leads from a state; a note leaves it. */
export function targetOf(move: ItemMove, state: ActionItemState): ActionItemState {
  if (move === 'note') return state;
  if (move === 'done') return 'done';
  return move === 'drop' ? 'dropped' : 'in_progress';
}
