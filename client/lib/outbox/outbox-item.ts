import type { EntryKind } from '#shared/entry.ts';
import type { GridCell } from '#shared/report.ts';

/** What a person wants a cell to hold. `value` is scaled; fields that are left out stay as they are on the server. */
export type CellChange = {
  kind: EntryKind;
  value: number | null;
  note?: string | null;
  source?: string | null;
  reason?: string | null;
};

/** What is needed to show a cell without its report. */
export type CellLabel = {
  areaName: string;
  indicatorId: string;
  shortNameId: string;
  shortNameEn: string;
  decimals: number;
  unitId: string;
  unitEn: string;
};

/** Why the server did not take an item: it waits for the person, not for the network. */
export type OutboxProblem =
  | { kind: 'refused'; code: string; params: Record<string, string | number> }
  /** Somebody else changed the cell since it was read. */
  | { kind: 'conflict'; theirs: GridCell }
  /** The report was changed by somebody else after "submit" was pressed: to be looked at and submitted again. */
  | { kind: 'report_changed' };

type Common = {
  /**
   * Made when it was typed, and sent with every attempt: the server writes what has one id once, however often it is asked.
   */
  id: string;
  /** Given by the store: the order in which things were typed, whatever the device's clock says. */
  order?: number;
  /** Version of this shape: a later release reads what an earlier one kept. */
  format: 1;
  userId: string;
  reportKey: string;
  /** By the device's clock, in milliseconds: shown, never compared. */
  typedAt: number;
  problem: OutboxProblem | null;
  /** A request with it may have reached the server, whatever came of it: what it says stands, something newer waits behind it. */
  hasLeft?: boolean;
};

/** A figure on its way into a cell. */
export type SaveItem = Common & {
  kind: 'save';
  areaId: string;
  indicatorId: string;
  label: CellLabel;
  change: CellChange;
  /** The version of the cell that the change was made on; 0 where the cell did not exist. */
  baseVersion: number;
  /** The item of the same cell that it was typed over, and whose answer it is to be based on. */
  after?: string;
};

/** A figure that lost a conflict: it changes nothing, and is kept among the revisions of its cell. */
export type SetAsideItem = Omit<SaveItem, 'kind'> & { kind: 'set_aside' };

/** "Submit" pressed: goes after everything of its report. */
export type SubmitItem = Common & {
  kind: 'submit';
  /** The version of the report that the person has seen. */
  expectedVersion: number;
  acceptMissing: boolean;
  /** The figures that were seen (`figuresOf`): the report is handed in with these and no others. */
  figures: string;
};

export type OutboxItem = SaveItem | SetAsideItem | SubmitItem;

/** Typed, and not (yet) a figure: half a number, or a text that cannot be read as one. It is never sent. */
export type KeptText = {
  format: 1;
  userId: string;
  reportKey: string;
  /** `cellKey` of `#shared/report/summary.ts`. */
  cell: string;
  label: CellLabel;
  text: string;
  typedAt: number;
};
