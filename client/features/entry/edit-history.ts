import type { EntryKind } from '#shared/entry.ts';

type Figure = { kind: EntryKind; value: number | null };
export type Edit = { key: string; before: Figure; after: Figure };

/**
 * The edits of this visit, for undo and redo; those of one paste are one step. Undoing is another save, so nothing here
 * is ever taken back silently.
 */
export class EditHistory {
  #done: (readonly Edit[])[] = [];
  #undone: (readonly Edit[])[] = [];

  record(...edits: readonly Edit[]): void {
    const step = edits.filter(({ before, after }) => before.kind !== after.kind || before.value !== after.value);
    if (step.length === 0) return;
    this.#done.push(step);
    this.#undone = [];
  }

  undo(): readonly Edit[] {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
    return step ?? [];
  }

  redo(): readonly Edit[] {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    return step ?? [];
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }
}
