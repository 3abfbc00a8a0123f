import type { ColumnGroup } from './grid-columns.ts';
import type { ClipboardContent } from './paste-block.ts';
import type { SheetRow } from './sheet-row.ts';

export type PasteRequest = {
  id: number;
  /** Undefined: the person was not at a cell, and pastes into the dialog. */
  content: ClipboardContent | undefined;
  /** The cell at which a block without names begins. */
  startKey: string | undefined;
};

export type PasteDialogProps = {
  request: PasteRequest;
  /** The report as it is on screen: a block without names follows its order. */
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  onClose: () => void;
};
