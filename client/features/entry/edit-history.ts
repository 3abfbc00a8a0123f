import type { EntryKind } from '#shared/entry.ts';

type Figure = { kind: EntryKind; value: number | null };
export type Edit = { key: string; before: Figure; after: Figure };

/** The edits of this visit, for undo and redo. Undoing is another save, so nothing here is ever taken back silently. */
export class EditHistory {
  #done: Edit[] = [];
  #undone: Edit[] = [];

  record(edit: Edit): void {
    if (edit.before.kind === edit.after.kind && edit.before.value === edit.after.value) return;
    this.#done.push(edit);
    this.#undone = [];
  }

  undo(): Edit | undefined {
    const edit = this.#done.pop();
    if (edit) this.#undone.push(edit);
    return edit;
  }

  redo(): Edit | undefined {
    const edit = this.#undone.pop();
    if (edit) this.#done.push(edit);
    return edit;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }
}
