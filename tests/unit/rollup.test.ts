import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EntryState, entryKinds, entryTransitions } from '#shared/entry.ts';
import { addDelta, contribution, emptyRollup, isZeroDelta, recomputeRollup, rollupDelta } from '#shared/rollup.ts';

const verified = (value: number): EntryState => ({
  kind: 'number',
  value,
  status: 'verified',
  verifiedKind: 'number',
  verifiedValue: value,
});

type Step = { cell: number; action: keyof typeof entryTransitions; kind: EntryState['kind']; number: number };

function apply(state: EntryState | undefined, { action, kind, number }: Step): EntryState | undefined {
  const change = { kind, value: kind === 'number' ? number : null, reason: 'Alasan' };
  const result = entryTransitions[action](state, change);
  return result.ok ? result.state : state;
}

const step: fc.Arbitrary<Step> = fc.record({
  cell: fc.nat(4),
  action: fc.constantFrom('save', 'submit', 'verify', 'return'),
  kind: fc.constantFrom(...entryKinds),
  number: fc.integer({ min: -1_000_000, max: 1_000_000 }),
});

describe('rollup', () => {
  test('folding the deltas of any sequence of changes gives the recomputed sum', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const cells = new Map<number, EntryState>();
        let rollup = emptyRollup(5);
        for (const each of steps) {
          const before = cells.get(each.cell);
          const after = apply(before, each);
          rollup = addDelta(rollup, rollupDelta(before, after));
          if (after) cells.set(each.cell, after);
          expect(rollup).toEqual(recomputeRollup(cells.values(), 5));
        }
      }),
    );
  });

  test('the random sequences do reach verified figures and pending corrections', () => {
    const seen = new Set<string>();
    for (const steps of fc.sample(fc.array(step, { minLength: 60, maxLength: 120 }), { numRuns: 200, seed: 41 })) {
      const cells = new Map<number, EntryState>();
      for (const each of steps) {
        const after = apply(cells.get(each.cell), each);
        if (!after) continue;
        cells.set(each.cell, after);
        seen.add(`${after.status}${after.verifiedKind === null ? '' : ' after verification'}`);
      }
    }
    expect([...seen].sort()).toEqual([
      'draft',
      'draft after verification',
      'returned',
      'returned after verification',
      'submitted',
      'submitted after verification',
      'verified after verification',
    ]);
  });

  test('a draft counts for nobody but its author', () => {
    const draft: EntryState = {
      kind: 'number',
      value: 9085,
      status: 'draft',
      verifiedKind: null,
      verifiedValue: null,
    };
    expect(isZeroDelta(rollupDelta(undefined, draft))).toBe(true);
  });

  test('a submitted figure is provisional until it is verified', () => {
    const submitted: EntryState = { ...verified(9085), status: 'submitted', verifiedKind: null, verifiedValue: null };
    expect(contribution(submitted)).toMatchObject({ submittedSum: 9085, submittedHeld: 1, verifiedHeld: 0 });
    expect(rollupDelta(submitted, verified(9085))).toMatchObject({
      verifiedSum: 9085,
      verifiedHeld: 1,
      submittedSum: 0,
      submittedHeld: 0,
    });
  });

  test('while a correction waits, the verified figure stands on both sides; once submitted it is provisional', () => {
    const correction: EntryState = { ...verified(1054), value: 1024, status: 'draft' };
    expect(contribution(correction)).toEqual(contribution(verified(1054)));
    expect(contribution({ ...correction, status: 'submitted' })).toMatchObject({
      verifiedSum: 1054,
      submittedSum: 1024,
    });
    expect(contribution({ ...correction, status: 'returned' }).submittedSum).toBe(1054);
  });

  test('a zero is held, a missing figure is not, and not applicable is counted apart', () => {
    const missing: EntryState = {
      ...verified(0),
      kind: 'not_reported',
      value: null,
      verifiedKind: 'not_reported',
      verifiedValue: null,
    };
    const notApplicable: EntryState = { ...missing, kind: 'not_applicable', verifiedKind: 'not_applicable' };
    expect(recomputeRollup([verified(0), missing, notApplicable], 69)).toEqual({
      verifiedSum: 0,
      verifiedHeld: 1,
      verifiedNa: 1,
      submittedSum: 0,
      submittedHeld: 1,
      submittedNa: 1,
      expected: 69,
    });
  });
});
