import type { EntryKind, EntryState } from '#shared/entry.ts';

/** What one cell adds to its area and to every area above it. Sums are scaled integers, so that they stay exact. */
export type RollupDelta = {
  /** Sum of verified numbers, and how many cells hold one. */
  verifiedSum: number;
  verifiedHeld: number;
  /** Cells verified as not applicable: neither held nor missing. */
  verifiedNa: number;
  /** The same with figures that are submitted but not yet verified (provisional). */
  submittedSum: number;
  submittedHeld: number;
  submittedNa: number;
};

/** One row per indicator × area × month. `expected` counts the cells that should report under the area. */
export type Rollup = RollupDelta & { expected: number };

const nothing: RollupDelta = {
  verifiedSum: 0,
  verifiedHeld: 0,
  verifiedNa: 0,
  submittedSum: 0,
  submittedHeld: 0,
  submittedNa: 0,
};

export function emptyRollup(expected: number): Rollup {
  return { ...nothing, expected };
}

/**
 * A cell's part in its rollups. The verified part is what was last verified, even while a correction is pending.
 * The submitted part is the current value once it is submitted; a draft or a returned value counts for nobody but its
 * author, so until then the verified one stands.
 */
export function contribution(entry: EntryState | undefined): RollupDelta {
  if (!entry) return nothing;
  const verified = part(entry.verifiedKind, entry.verifiedValue);
  const isHandedIn = entry.status === 'submitted' || entry.status === 'verified';
  const submitted = isHandedIn ? part(entry.kind, entry.value) : verified;
  return {
    verifiedSum: verified.sum,
    verifiedHeld: verified.held,
    verifiedNa: verified.na,
    submittedSum: submitted.sum,
    submittedHeld: submitted.held,
    submittedNa: submitted.na,
  };
}

function part(kind: EntryKind | null, value: number | null) {
  if (kind === 'number' && value !== null) return { sum: value, held: 1, na: 0 };
  return { sum: 0, held: 0, na: kind === 'not_applicable' ? 1 : 0 };
}

/** What to add to each rollup above a cell that went from `before` to `after` (undefined: no such cell). */
export function rollupDelta(before: EntryState | undefined, after: EntryState | undefined): RollupDelta {
  return combine(contribution(after), contribution(before), -1);
}

export function isZeroDelta(delta: RollupDelta): boolean {
  return Object.values(delta).every((each) => each === 0);
}

export function addDelta(rollup: Rollup, delta: RollupDelta): Rollup {
  return { ...combine(rollup, delta, 1), expected: rollup.expected };
}

/** The slow truth that the stored rollups must equal. */
export function recomputeRollup(entries: Iterable<EntryState>, expected: number): Rollup {
  let sum = nothing;
  for (const entry of entries) sum = combine(sum, contribution(entry), 1);
  return { ...sum, expected };
}

function combine(left: RollupDelta, right: RollupDelta, sign: 1 | -1): RollupDelta {
  return {
    verifiedSum: left.verifiedSum + sign * right.verifiedSum,
    verifiedHeld: left.verifiedHeld + sign * right.verifiedHeld,
    verifiedNa: left.verifiedNa + sign * right.verifiedNa,
    submittedSum: left.submittedSum + sign * right.submittedSum,
    submittedHeld: left.submittedHeld + sign * right.submittedHeld,
    submittedNa: left.submittedNa + sign * right.submittedNa,
  };
}
