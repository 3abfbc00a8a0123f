import { cellLabel } from '#client/lib/outbox/cell-label.ts';
import type { CellChange, SaveItem, SubmitItem } from '#client/lib/outbox/outbox-item.ts';
import type { CellSave, OutboxAccess, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';
import type { ReportFinding } from '#shared/report/finding.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { CellComment, GridCell, ReportGrid } from '#shared/report.ts';
import { type CellSaveState, idle, type SaveSummary, sameSaveState, saveState, summaryOf } from './cell-save.ts';
import { type Edit, EditHistory } from './edit-history.ts';
import {
  type CellParts,
  type Figure,
  rowFindings,
  type SheetCell,
  type SheetRow,
  sameFigure,
  sheetCell,
  sheetRow,
} from './sheet-row.ts';

export type EntrySheetOptions = { grid: ReportGrid; outbox: OutboxAccess };

export type SheetSnapshot = {
  rows: readonly SheetRow[];
  summary: SaveSummary;
  /** Texts that were typed and are not figures yet. */
  rejected: number;
  /** The submission that is on its way, waits for the network, or came back. */
  submission: SubmitItem | undefined;
  /** False while something is held in memory only. */
  isKept: boolean;
  canUndo: boolean;
  canRedo: boolean;
};

export type CommitResult = 'unchanged' | 'saving' | 'needs_reason';

/** `seenVersion`: see `EntrySheet.commit`. */
export type CellEdit = { key: string; figure: Figure; seenVersion: number };

/**
 * The figures of one report while a person works on them, apart from React: the server's cells, what was typed since,
 * what could not be read, and the way back. Snapshots keep the identity of rows and cells that did not change.
 */
export class EntrySheet {
  readonly #outbox: OutboxAccess;
  readonly #history = new EditHistory();
  readonly #parts = new Map<string, { parts: CellParts; cell: SheetCell }>();
  readonly #rows = new Map<string, SheetRow>();
  readonly #saves = new Map<string, CellSaveState>();
  readonly #listeners = new Set<() => void>();
  /** Cells with an open field in this tab: what stands in it is kept, and not yet something to be corrected. */
  readonly #typing = new Set<string>();
  #grid: ReportGrid;
  #server = new Map<string, GridCell>();
  #previous = new Map<string, ReportGrid['previousCells'][number]>();
  #comments = new Map<string, CellComment[]>();
  #sending: OutboxSnapshot;
  /** The latest item of each cell. */
  #waiting = new Map<string, SaveItem>();
  #texts = new Map<string, string>();
  #snapshot: SheetSnapshot;
  /** Many cells change together: they are stored together, and what listens is told once, at the end. */
  #held: CellSave[] | undefined;

  constructor({ grid, outbox }: EntrySheetOptions) {
    this.#grid = grid;
    this.#outbox = outbox;
    this.#sending = outbox.snapshot();
    this.#indexWaiting();
    this.#index(grid);
    this.#snapshot = this.#takeSnapshot();
  }

  /** Follows what becomes of the figures. Returns what ends it. */
  start(): () => void {
    const stop = this.#outbox.subscribe(() => this.#onOutbox());
    this.#onOutbox();
    return stop;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): SheetSnapshot => this.#snapshot;

  /** The report as the server has it now; pending changes stay on top. */
  setGrid(grid: ReportGrid): void {
    if (grid === this.#grid) return;
    // Rules and columns seldom change; rows whose cells did not stay as they are.
    if (grid.rules !== this.#grid.rules || grid.indicators !== this.#grid.indicators) this.#rows.clear();
    this.#grid = grid;
    this.#index(grid);
    this.#changed();
  }

  cell(key: string): SheetCell | undefined {
    return this.#parts.get(key)?.cell;
  }

  /**
   * A verified cell changes only with a reason: without one nothing is done, and the caller asks for it.
   * `seenVersion` is the cell as it was when the person began to type: what came over the wire since lay under the field.
   */
  commit(key: string, figure: Figure, reason?: string, seenVersion?: number): CommitResult {
    const done = this.#commit(key, figure, reason, seenVersion);
    if (typeof done === 'string') return done;
    this.#history.record(done);
    return 'saving';
  }

  /**
   * Figures that come together, as one step of undo. The reason goes to the verified cells among them; without one they
   * stay as they are.
   * @returns how many are being saved
   */
  commitAll(edits: readonly CellEdit[], reason?: string): number {
    const done: Edit[] = [];
    this.#together(() => {
      for (const { key, figure, seenVersion } of edits) {
        const isCorrection = this.cell(key)?.server?.status === 'verified';
        const edit = this.#commit(key, figure, isCorrection ? reason : undefined, seenVersion);
        if (typeof edit !== 'string') done.push(edit);
      }
      this.#history.record(...done);
    });
    return done.length;
  }

  /** Saves the words around a figure. The figure itself stays. */
  describe(key: string, words: Pick<CellChange, 'note' | 'source' | 'reason'>): void {
    const cell = this.cell(key);
    if (cell) this.#save(cell, { ...pick(cell), ...words });
  }

  /** Keeps what stands in an open field on this device, at the keystroke. */
  keepTyped(key: string, text: string): void {
    this.#typing.add(key);
    this.#putText(key, text);
  }

  /** Keeps a text that is not a figure, in sight and on this device, until it is corrected. */
  reject(key: string, text: string): void {
    this.#typing.delete(key);
    this.#putText(key, text);
    this.#changed();
  }

  /** Shows as unfinished what stood in a field that is gone. */
  leaveTyped(key: string): void {
    if (this.#typing.delete(key)) this.#changed();
  }

  clearRejected(key: string): void {
    this.#typing.delete(key);
    this.#outbox.removeText(this.#reportKey, key);
  }

  /** Sends what waits for the network at once. */
  retry(): void {
    this.#outbox.retry();
  }

  /** Gives up a figure that was refused or that waits. */
  discard(key: string): void {
    const items = this.#sending.items.filter(
      (item) => item.kind === 'save' && item.reportKey === this.#reportKey && cellKey(item) === key,
    );
    this.#outbox.discard(items.map(({ id }) => id));
  }

  /** Cells that somebody else has changed since the person saw them. */
  conflicts(): SheetCell[] {
    return this.#snapshot.rows.flatMap((row) =>
      [...row.cells.values()].filter((cell) => cell.save.phase === 'conflict'),
    );
  }

  /** `mine` writes over their figures, knowing them; `theirs` keeps the own ones among the revisions only. */
  resolveConflicts(keys: readonly string[], choice: 'mine' | 'theirs'): void {
    const ids = keys.flatMap((key) => this.#waiting.get(key)?.id ?? []);
    this.#outbox.resolveConflicts(ids, choice);
  }

  /**
   * Goes one edit back or forth, as a new save, and tells its first cell. Cells that somebody else changed since stay;
   * undefined where all do, or where there is no edit.
   */
  undo(): string | undefined {
    return this.#replayAll(this.#history.undo(), 'before');
  }

  redo(): string | undefined {
    return this.#replayAll(this.#history.redo(), 'after');
  }

  /** What would be found in the cell's row if it held this figure. */
  preview(key: string, figure: Figure): ReportFinding[] {
    const cell = this.cell(key);
    const row = cell && this.#rows.get(cell.areaId);
    if (!cell || !row) return [];
    const cells = new Map(row.cells);
    cells.set(cell.indicatorId, { ...cell, ...figure });
    return rowFindings(this.#grid, cell.areaId, cells);
  }

  hasUnsaved(): boolean {
    return this.#waiting.size > 0 || this.#snapshot.rejected > 0;
  }

  #commit(
    key: string,
    figure: Figure,
    reason: string | undefined,
    seenVersion: number | undefined,
  ): Edit | Exclude<CommitResult, 'saving'> {
    const cell = this.cell(key);
    if (!cell) return 'unchanged';
    if (sameFigure(cell, figure) && cell.save.phase !== 'refused') {
      this.clearRejected(key);
      return 'unchanged';
    }
    if (cell.server?.status === 'verified' && !reason && !sameAsVerified(cell, figure)) return 'needs_reason';
    this.#save(cell, reason === undefined ? pick(figure) : { ...pick(figure), reason }, seenVersion);
    return { key, before: pick(cell), after: pick(figure) };
  }

  #replayAll(edits: readonly Edit[], to: 'before' | 'after'): string | undefined {
    let first: string | undefined;
    this.#together(() => {
      for (const edit of edits) {
        const key = this.#replay(edit, to);
        first ??= key;
      }
    });
    return first;
  }

  #replay(edit: Edit, to: 'before' | 'after'): string | undefined {
    const cell = this.cell(edit.key);
    const expected = to === 'before' ? edit.after : edit.before;
    if (!cell || !sameFigure(cell, expected) || cell.server?.status === 'submitted') return undefined;
    // Undoing the taking back of a correction needs a reason again; the one given before still stands.
    const reason = cell.server?.status === 'verified' ? (cell.reason ?? undefined) : undefined;
    this.#save(cell, { ...edit[to], ...(reason !== undefined && { reason }) });
    return edit.key;
  }

  /** Words that are on their way with the former figure must not be lost with it. */
  #save(cell: SheetCell, change: CellChange, seenVersion = cell.server?.version ?? 0): void {
    const pending = 'change' in cell.save ? cell.save.change : undefined;
    const { note, source, reason } = pending ?? {};
    const words = Object.fromEntries(Object.entries({ note, source, reason }).filter(([, text]) => text !== undefined));
    const { areaId, indicatorId } = cell;
    const indicator = this.#grid.indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return;
    const own = cell.save.phase === 'saved' && cell.server === cell.save.cell ? cell.save.cell.version : 0;
    const save: CellSave = {
      areaId,
      indicatorId,
      label: cellLabel({ name: cell.areaName }, indicator),
      change: { ...words, ...change },
      seenVersion: Math.max(seenVersion, own),
    };
    if (this.#held) this.#held.push(save);
    else this.#send([save]);
  }

  #send(saves: readonly CellSave[]): void {
    for (const save of saves) this.#typing.delete(cellKey(save));
    this.#outbox.saveCells(this.#reportKey, saves);
  }

  #putText(key: string, text: string): void {
    const cell = this.cell(key);
    const indicator = this.#grid.indicators.find(({ id }) => id === cell?.indicatorId);
    if (!cell || !indicator) return;
    const label = cellLabel({ name: cell.areaName }, indicator);
    this.#outbox.putText({ reportKey: this.#reportKey, cell: key, label, text });
  }

  get #reportKey(): string {
    return this.#grid.report.reportKey;
  }

  #onOutbox(): void {
    const next = this.#outbox.snapshot();
    const before = this.#sending;
    this.#sending = next;
    const hasMoved = before.items !== next.items || before.texts !== next.texts;
    const parts = ['sendingIds', 'failure', 'state', 'isKept'] as const;
    if (!hasMoved && parts.every((part) => before[part] === next[part])) return;
    if (hasMoved) this.#indexWaiting();
    this.#changed();
  }

  #indexWaiting(): void {
    const { items, texts } = this.#sending;
    this.#waiting = new Map();
    for (const item of items) {
      if (item.kind === 'save' && item.reportKey === this.#reportKey) this.#waiting.set(cellKey(item), item);
    }
    this.#texts = new Map(
      texts.filter(({ reportKey }) => reportKey === this.#reportKey).map(({ cell, text }) => [cell, text]),
    );
  }

  #index(grid: ReportGrid): void {
    this.#server = new Map(grid.cells.map((cell) => [cellKey(cell), cell]));
    this.#previous = new Map(grid.previousCells.map((cell) => [cellKey(cell), cell]));
    this.#comments = new Map();
    for (const comment of grid.comments) {
      const key = cellKey(comment);
      this.#comments.set(key, [...(this.#comments.get(key) ?? []), comment]);
    }
  }

  #together(change: () => void): void {
    this.#held = [];
    try {
      change();
      this.#send(this.#held);
    } finally {
      this.#held = undefined;
      this.#changed();
    }
  }

  #changed(): void {
    if (this.#held) return;
    this.#snapshot = this.#takeSnapshot();
    for (const listener of this.#listeners) listener();
  }

  #takeSnapshot(): SheetSnapshot {
    const rows = this.#grid.areas.map((area) => this.#row(area));
    const cells = rows.flatMap((row) => [...row.cells.values()]);
    return {
      rows,
      summary: summaryOf(cells.map(({ save }) => save)),
      rejected: cells.filter(({ rejected }) => rejected !== undefined).length,
      submission: this.#sending.items.find(
        (item): item is SubmitItem => item.kind === 'submit' && item.reportKey === this.#reportKey,
      ),
      isKept: this.#sending.isKept,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
    };
  }

  #row(area: ReportGrid['areas'][number]): SheetRow {
    const cells = new Map(area.indicatorIds.map((indicatorId) => [indicatorId, this.#cell(area, indicatorId)]));
    const known = this.#rows.get(area.id);
    if (known?.area === area && [...cells].every(([id, cell]) => known.cells.get(id) === cell)) return known;
    const row = sheetRow(this.#grid, area, cells);
    this.#rows.set(area.id, row);
    return row;
  }

  #cell(area: ReportGrid['areas'][number], indicatorId: string): SheetCell {
    const key = cellKey({ indicatorId, areaId: area.id });
    const save = this.#saveState(key);
    const parts: CellParts = {
      area,
      indicatorId,
      server: newest(this.#server.get(key), save.phase === 'saved' ? save.cell : undefined),
      save,
      rejected: this.#typing.has(key) ? undefined : this.#texts.get(key),
      previous: this.#previous.get(key),
      comments: this.#comments.get(key) ?? none,
    };
    const known = this.#parts.get(key);
    if (known && sameParts(known.parts, parts)) return known.cell;
    const cell = sheetCell(parts);
    this.#parts.set(key, { parts, cell });
    return cell;
  }

  #saveState(key: string): CellSaveState {
    const item = this.#waiting.get(key);
    const state = item ? saveState(item, this.#sending) : (this.#outbox.confirmed(this.#reportKey, key) ?? idle);
    const known = this.#saves.get(key);
    if (known && sameSaveState(known, state)) return known;
    this.#saves.set(key, state);
    return state;
  }
}

const none: readonly CellComment[] = [];

/** Of equal versions the report's own, because it also knows of a submission. */
function newest(read: GridCell | undefined, saved: GridCell | undefined): GridCell | undefined {
  return saved && (!read || saved.version > read.version) ? saved : read;
}

function sameParts(a: CellParts, b: CellParts): boolean {
  return (
    a.area === b.area &&
    a.server === b.server &&
    a.save === b.save &&
    a.rejected === b.rejected &&
    a.previous === b.previous &&
    a.comments === b.comments
  );
}

function pick({ kind, value }: Figure): Figure {
  return { kind, value };
}

function sameAsVerified({ server }: SheetCell, figure: Figure): boolean {
  return server?.verifiedKind === figure.kind && server.verifiedValue === figure.value;
}
