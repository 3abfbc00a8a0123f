import type { CellChange, SaveItem } from '#client/lib/outbox/outbox-item.ts';
import type { ConfirmedCell, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';
import type { GridCell } from '#shared/report.ts';

/** How far what was typed in a cell has come. */
export type CellSaveState =
  | { phase: 'idle' }
  | { phase: 'saving'; change: CellChange }
  | ConfirmedCell
  /** It lies on this device until the server can be reached. */
  | { phase: 'failed'; change: CellChange; code: string }
  | { phase: 'refused'; change: CellChange; code: string; params: Record<string, string | number> }
  | { phase: 'conflict'; change: CellChange; theirs: GridCell };

export type SaveSummary = {
  saving: number;
  failed: number;
  refused: number;
  conflicts: number;
  /** Instant of the last answer that confirmed a save, in milliseconds. */
  lastSavedAt: number | null;
};

export const idle: CellSaveState = { phase: 'idle' };

/** The state of a cell for which this item waits. */
export function saveState(
  { id, change, problem }: SaveItem,
  { failure, state, sendingIds }: OutboxSnapshot,
): Exclude<CellSaveState, { phase: 'idle' | 'saved' }> {
  if (problem?.kind === 'conflict') return { phase: 'conflict', change, theirs: problem.theirs };
  if (problem?.kind === 'refused') return { phase: 'refused', change, code: problem.code, params: problem.params };
  if (sendingIds.has(id) || (failure === null && state !== 'signed_out')) return { phase: 'saving', change };
  return { phase: 'failed', change, code: failure ?? 'NOT_SIGNED_IN' };
}

/** So that a cell is not drawn anew for nothing. */
export function sameSaveState(a: CellSaveState, b: CellSaveState): boolean {
  if (a === b) return true;
  if (!('change' in a && 'change' in b) || a.phase !== b.phase || a.change !== b.change) return false;
  if (a.phase === 'conflict') return b.phase === 'conflict' && a.theirs === b.theirs;
  if (a.phase === 'refused') return b.phase === 'refused' && a.params === b.params && a.code === b.code;
  return a.phase !== 'failed' || (b.phase === 'failed' && a.code === b.code);
}

export function summaryOf(states: Iterable<CellSaveState>): SaveSummary {
  const summary: SaveSummary = { saving: 0, failed: 0, refused: 0, conflicts: 0, lastSavedAt: null };
  for (const state of states) {
    if (state.phase === 'saving') summary.saving += 1;
    else if (state.phase === 'failed') summary.failed += 1;
    else if (state.phase === 'refused') summary.refused += 1;
    else if (state.phase === 'conflict') summary.conflicts += 1;
    else if (state.phase === 'saved') summary.lastSavedAt = Math.max(state.at, summary.lastSavedAt ?? 0);
  }
  return summary;
}
