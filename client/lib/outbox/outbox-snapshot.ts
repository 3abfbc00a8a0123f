import type { GridCell } from '#shared/report.ts';
import type { CellChange, CellLabel, KeptText, OutboxItem } from './outbox-item.ts';

export type OutboxState =
  /** Nothing waits for the network; what has a problem waits for the person. */
  | 'idle'
  | 'sending'
  /** The server was not reached or could not answer; it is tried again at `nextAttemptAt`. */
  | 'waiting'
  /** Nobody, or somebody else, is signed in: nothing is sent until the same person is there again. */
  | 'signed_out';

export type StorageProblem = 'full' | 'forbidden';

/** Everything there is to show. Stable between changes, and so are its parts. */
export type OutboxSnapshot = {
  /** What an earlier visit left has been read. */
  isLoaded: boolean;
  /** In the order in which they were typed, with what has a problem. */
  items: readonly OutboxItem[];
  texts: readonly KeptText[];
  sendingIds: ReadonlySet<string>;
  state: OutboxState;
  /** Why the last attempt failed, as an error code; null after a success. */
  failure: string | null;
  /** False while something is held in memory only, because the browser's storage did not take it. */
  isKept: boolean;
  storageError: StorageProblem | null;
  /** Instant of the last answer that took something, and of the next attempt, by the device's clock. */
  lastSentAt: number | null;
  nextAttemptAt: number | null;
};

export type CellSave = {
  areaId: string;
  indicatorId: string;
  label: CellLabel;
  change: CellChange;
  /** The version of the cell that the person saw when changing it; 0 where the cell did not exist. */
  seenVersion: number;
};

export type Submission = { reportKey: string; expectedVersion: number; acceptMissing: boolean; figures: string };

/** A cell as the server has answered it in this visit, and when. */
export type ConfirmedCell = {
  phase: 'saved';
  cell: GridCell;
  at: number;
};

/** What pages and panels use of a person's outbox (`useOutbox`). */
export interface OutboxAccess {
  readonly userId: string;
  /** Settles when what an earlier visit left has been read, or cannot be. */
  readonly ready: Promise<void>;
  snapshot: () => OutboxSnapshot;
  subscribe: (listener: () => void) => () => void;

  /**
   * Figures that come together are stored together. Each gets an id of its own, and is sent by itself. What was kept as
   * text of their cells goes.
   */
  saveCells(reportKey: string, saves: readonly CellSave[]): void;
  /** @returns the id of the item; a submission that waits already is replaced */
  submit(submission: Submission): string;
  /** True once the server has taken this submission, as far as this tab knows. */
  wasSubmitted(id: string): boolean;
  confirmed(reportKey: string, cell: string): ConfirmedCell | undefined;

  /** Sends what waits at once. Those of `ids` that were refused are asked about once more, as they are: the reason may be gone. */
  retry(ids?: readonly string[]): void;
  /** Gives items up, whatever their state; a submission is taken back this way. */
  discard(ids: readonly string[]): void;
  /** `mine` writes over their figures, knowing them; `theirs` keeps the own ones among the revisions only. */
  resolveConflicts(ids: readonly string[], choice: 'mine' | 'theirs'): void;

  putText(text: Omit<KeptText, 'format' | 'userId' | 'typedAt'>): void;
  removeText(reportKey: string, cell: string): void;

  /**
   * Takes up items from a file, in their order. Those of another person, and those that wait here already, are passed over.
   * @returns how many were taken up
   */
  importItems(items: readonly OutboxItem[], texts?: readonly KeptText[]): Promise<number>;
  /** Reads the storage again: another tab has changed it. */
  reload(): Promise<void>;
  /** True while closing the tab would lose something. */
  isAtRisk(): boolean;
}
