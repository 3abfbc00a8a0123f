import type { ReportFinding } from '#shared/report/finding.ts';
import { cellKey } from '#shared/report/summary.ts';
import type { CellComment, GridCell, ReportGrid } from '#shared/report.ts';
import { type CellChange, CellSaver, type SaveSummary, type SendCell } from './cell-saver.ts';
import type { ReportDrafts } from './draft-store.ts';
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

export type EntrySheetOptions = {
  grid: ReportGrid;
  send: SendCell<GridCell>;
  drafts: ReportDrafts;
  now?: () => number;
  retryDelays?: readonly number[];
};

export type SheetSnapshot = {
  rows: readonly SheetRow[];
  summary: SaveSummary;
  /** Texts that were typed and are not figures yet. */
  rejected: number;
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
  readonly saver: CellSaver<GridCell>;
  readonly #drafts: ReportDrafts;
  readonly #history = new EditHistory();
  readonly #rejected = new Map<string, string>();
  readonly #parts = new Map<string, { parts: CellParts; cell: SheetCell }>();
  readonly #rows = new Map<string, SheetRow>();
  readonly #listeners = new Set<() => void>();
  #grid: ReportGrid;
  #server = new Map<string, GridCell>();
  #previous = new Map<string, ReportGrid['previousCells'][number]>();
  #comments = new Map<string, CellComment[]>();
  #snapshot: SheetSnapshot;
  /** Many cells change together: what listens is told once, at the end. */
  #isHeld = false;

  constructor({ grid, send, drafts, now, retryDelays }: EntrySheetOptions) {
    this.#grid = grid;
    this.#drafts = drafts;
    this.saver = new CellSaver({ send, drafts: drafts.changes, now, retryDelays });
    this.#index(grid);
    this.#snapshot = this.#takeSnapshot();
    this.saver.subscribe(() => this.#changed());
  }

  /** Takes up what an earlier visit left on this device. Returns what ends the automatic attempts. */
  start(): () => void {
    this.saver.resume();
    const belongs = new Set(
      this.#grid.areas.flatMap((area) =>
        area.indicatorIds.map((indicatorId) => cellKey({ indicatorId, areaId: area.id })),
      ),
    );
    for (const [key, text] of Object.entries(this.#drafts.texts.all())) {
      if (belongs.has(key)) this.#rejected.set(key, text);
    }
    for (const [key, draft] of Object.entries(this.#drafts.changes.all())) {
      if (belongs.has(key)) this.saver.restore(key, draft, this.#server.get(key));
    }
    this.#changed();
    return () => this.saver.dispose();
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

  /** Keeps a text that is not a figure, in sight and on this device, until it is corrected. */
  reject(key: string, text: string): void {
    this.#rejected.set(key, text);
    this.#drafts.texts.put(key, text);
    this.#changed();
  }

  clearRejected(key: string): void {
    if (!this.#rejected.delete(key)) return;
    this.#drafts.texts.remove(key);
    this.#changed();
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
    return this.saver.hasUnsaved() || this.#rejected.size > 0;
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
    this.clearRejected(key);
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
    this.clearRejected(edit.key);
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
    this.saver.save(cell.key, { ...words, ...change }, seenVersion);
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
    this.#isHeld = true;
    try {
      change();
    } finally {
      this.#isHeld = false;
      this.#changed();
    }
  }

  #changed(): void {
    if (this.#isHeld) return;
    this.#snapshot = this.#takeSnapshot();
    for (const listener of this.#listeners) listener();
  }

  #takeSnapshot(): SheetSnapshot {
    return {
      rows: this.#grid.areas.map((area) => this.#row(area)),
      summary: this.saver.summary(),
      rejected: this.#rejected.size,
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
    const save = this.saver.stateOf(key);
    const parts: CellParts = {
      area,
      indicatorId,
      server: newest(this.#server.get(key), save.phase === 'saved' ? save.cell : undefined),
      save,
      rejected: this.#rejected.get(key),
      previous: this.#previous.get(key),
      comments: this.#comments.get(key) ?? none,
    };
    const known = this.#parts.get(key);
    if (known && sameParts(known.parts, parts)) return known.cell;
    const cell = sheetCell(parts);
    this.#parts.set(key, { parts, cell });
    return cell;
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
