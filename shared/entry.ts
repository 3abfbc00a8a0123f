export const entryKinds = ['number', 'not_applicable', 'not_reported'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const entryStatuses = ['draft', 'submitted', 'verified', 'returned'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/**
 * What a cell holds now, and what was last verified in it. `value` is scaled (real value × 10^decimals) and is a
 * number exactly when `kind` is `number`; 0 is a number, missing is null.
 */
export type EntryState = {
  kind: EntryKind;
  value: number | null;
  status: EntryStatus;
  verifiedKind: EntryKind | null;
  verifiedValue: number | null;
};

/** The five states that people see in a cell. */
export const cellStates = ['number', 'zero', 'not_reported', 'not_applicable', 'correction_pending'] as const;
export type CellState = (typeof cellStates)[number];

/** A cell that nobody has touched is not reported. A cell verified once, whose present value is not, is a correction. */
export function cellState(entry: EntryState | undefined): CellState {
  if (!entry) return 'not_reported';
  if (entry.verifiedKind !== null && entry.status !== 'verified') return 'correction_pending';
  if (entry.kind === 'number') return entry.value === 0 ? 'zero' : 'number';
  return entry.kind;
}

export type EntryRefusal =
  /** Value and kind contradict each other, or the value is not a safe integer. */
  | 'ENTRY_VALUE_INVALID'
  /** The cell is on the verifier's desk: it is locked until it is verified or returned. */
  | 'ENTRY_SUBMITTED'
  /** Only a submitted cell can be verified or returned. */
  | 'ENTRY_NOT_SUBMITTED'
  /** There is nothing new to submit. */
  | 'ENTRY_NOT_EDITED'
  /** A correction of a verified figure, or a return, says why. */
  | 'ENTRY_REASON_REQUIRED';

export type EntryTransition = { ok: true; state: EntryState } | { ok: false; code: EntryRefusal };

export type EntryChange = { kind: EntryKind; value: number | null; reason?: string | null };

const refuse = (code: EntryRefusal): EntryTransition => ({ ok: false, code });
const accept = (state: EntryState): EntryTransition => ({ ok: true, state });

/**
 * Every way a cell can change; what is not here cannot happen. Callers apply the returned state, or show the code.
 *
 * | from      | save                                  | submit    | verify   | return   |
 * |-----------|---------------------------------------|-----------|----------|----------|
 * | (nothing) | draft                                 | refused   | refused  | refused  |
 * | draft     | draft                                 | submitted | refused  | refused  |
 * | submitted | refused                               | refused   | verified | returned |
 * | verified  | draft, with a reason (a correction)   | refused   | refused  | refused  |
 * | returned  | draft                                 | submitted | refused  | refused  |
 *
 * Saving the value that is already verified takes the correction back: the cell is verified again.
 */
export const entryTransitions = {
  save: saveEntry,
  submit: submitEntry,
  verify: verifyEntry,
  return: returnEntry,
};

function saveEntry(state: EntryState | undefined, change: EntryChange): EntryTransition {
  if (!isConsistent(change)) return refuse('ENTRY_VALUE_INVALID');
  const { kind, value } = change;
  if (!state) return accept({ kind, value, status: 'draft', verifiedKind: null, verifiedValue: null });
  if (state.status === 'submitted') return refuse('ENTRY_SUBMITTED');
  if (state.verifiedKind === kind && state.verifiedValue === value) {
    return accept({ ...state, kind, value, status: 'verified' });
  }
  if (state.status === 'verified' && !hasText(change.reason)) return refuse('ENTRY_REASON_REQUIRED');
  return accept({ ...state, kind, value, status: 'draft' });
}

function submitEntry(state: EntryState | undefined): EntryTransition {
  if (!state || state.status === 'verified') return refuse('ENTRY_NOT_EDITED');
  if (state.status === 'submitted') return refuse('ENTRY_SUBMITTED');
  return accept({ ...state, status: 'submitted' });
}

function verifyEntry(state: EntryState | undefined): EntryTransition {
  if (state?.status !== 'submitted') return refuse('ENTRY_NOT_SUBMITTED');
  return accept({ ...state, status: 'verified', verifiedKind: state.kind, verifiedValue: state.value });
}

/** What was verified before stays in force while the returned correction is worked on. */
function returnEntry(state: EntryState | undefined, { reason }: { reason: string }): EntryTransition {
  if (state?.status !== 'submitted') return refuse('ENTRY_NOT_SUBMITTED');
  if (!hasText(reason)) return refuse('ENTRY_REASON_REQUIRED');
  return accept({ ...state, status: 'returned' });
}

function isConsistent({ kind, value }: EntryChange): boolean {
  return kind === 'number' ? Number.isSafeInteger(value) : value === null;
}

function hasText(reason: string | null | undefined): boolean {
  return typeof reason === 'string' && reason.trim() !== '';
}
