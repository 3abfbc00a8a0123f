import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellState,
  type EntryState,
  type EntryTransition,
  entryKinds,
  entryStatuses,
  entryTransitions,
} from '#shared/entry.ts';

function stateOf(transition: EntryTransition): EntryState {
  if (!transition.ok) throw new Error(`refused: ${transition.code}`);
  return transition.state;
}

function entry(overrides: Partial<EntryState> = {}): EntryState {
  return { kind: 'number', value: 1054, status: 'draft', verifiedKind: null, verifiedValue: null, ...overrides };
}

const verified = entry({ status: 'verified', verifiedKind: 'number', verifiedValue: 1054 });

describe('cell state', () => {
  test('a cell nobody touched is not reported', () => {
    expect(cellState(undefined)).toBe('not_reported');
  });

  test('zero is a number, told apart from a missing figure', () => {
    expect(cellState(entry({ value: 0 }))).toBe('zero');
    expect(cellState(entry({ value: 1054 }))).toBe('number');
    expect(cellState(entry({ kind: 'not_reported', value: null }))).toBe('not_reported');
    expect(cellState(entry({ kind: 'not_applicable', value: null }))).toBe('not_applicable');
  });

  test('a verified figure that was changed shows a pending correction until it is verified again', () => {
    const corrected = stateOf(
      entryTransitions.save(verified, { kind: 'number', value: 1024, reason: 'Salah ketik dari berita' }),
    );
    expect(cellState(corrected)).toBe('correction_pending');
    const submitted = stateOf(entryTransitions.submit(corrected));
    expect(cellState(submitted)).toBe('correction_pending');
    expect(cellState(stateOf(entryTransitions.verify(submitted)))).toBe('number');
  });
});

describe('entry transitions', () => {
  test('a figure goes from draft to submitted to verified', () => {
    const draft = stateOf(entryTransitions.save(undefined, { kind: 'number', value: 9085 }));
    expect(draft).toEqual(entry({ value: 9085 }));
    const submitted = stateOf(entryTransitions.submit(draft));
    expect(submitted.verifiedValue).toBeNull();
    expect(stateOf(entryTransitions.verify(submitted))).toEqual(
      entry({ value: 9085, status: 'verified', verifiedKind: 'number', verifiedValue: 9085 }),
    );
  });

  test('a returned figure can be changed, or handed in again as it is', () => {
    const submitted = entry({ status: 'submitted' });
    const returned = stateOf(entryTransitions.return(submitted, { reason: 'Lebih besar dari sasaran' }));
    expect(returned.status).toBe('returned');
    expect(stateOf(entryTransitions.save(returned, { kind: 'number', value: 900 })).status).toBe('draft');
    expect(stateOf(entryTransitions.submit(returned)).status).toBe('submitted');
  });

  test('a return without a reason is refused', () => {
    expect(entryTransitions.return(entry({ status: 'submitted' }), { reason: '  ' })).toEqual({
      ok: false,
      code: 'ENTRY_REASON_REQUIRED',
    });
  });

  test('a correction of a verified figure needs a reason, and keeps the verified one in force', () => {
    const change = { kind: 'number', value: 1024 } as const;
    expect(entryTransitions.save(verified, change)).toEqual({ ok: false, code: 'ENTRY_REASON_REQUIRED' });
    expect(stateOf(entryTransitions.save(verified, { ...change, reason: 'Berita kedua' }))).toEqual(
      entry({ value: 1024, status: 'draft', verifiedKind: 'number', verifiedValue: 1054 }),
    );
  });

  test('typing the verified figure again takes a correction back', () => {
    const corrected = entry({ value: 1024, verifiedKind: 'number', verifiedValue: 1054 });
    expect(stateOf(entryTransitions.save(corrected, { kind: 'number', value: 1054 }))).toEqual(verified);
  });

  test('a figure on the verifier’s desk is locked', () => {
    const submitted = entry({ status: 'submitted' });
    expect(entryTransitions.save(submitted, { kind: 'number', value: 1 })).toEqual({
      ok: false,
      code: 'ENTRY_SUBMITTED',
    });
    expect(entryTransitions.submit(submitted)).toEqual({ ok: false, code: 'ENTRY_SUBMITTED' });
  });

  test.each([undefined, entry(), entry({ status: 'returned' }), verified])(
    'only what was submitted can be verified or returned',
    (state) => {
      expect(entryTransitions.verify(state)).toEqual({ ok: false, code: 'ENTRY_NOT_SUBMITTED' });
      expect(entryTransitions.return(state, { reason: 'Alasan' })).toEqual({ ok: false, code: 'ENTRY_NOT_SUBMITTED' });
    },
  );

  test.each([undefined, verified])('there is nothing to submit in an empty or a verified cell', (state) => {
    expect(entryTransitions.submit(state)).toEqual({ ok: false, code: 'ENTRY_NOT_EDITED' });
  });

  test.each([
    { kind: 'number', value: null },
    { kind: 'number', value: 1.5 },
    { kind: 'number', value: 2 ** 53 },
    { kind: 'not_reported', value: 0 },
    { kind: 'not_applicable', value: 3 },
  ] as const)('a value that contradicts its kind is refused: %o', (change) => {
    expect(entryTransitions.save(undefined, change)).toEqual({ ok: false, code: 'ENTRY_VALUE_INVALID' });
  });

  test('whatever happens, only verification changes what is verified', () => {
    const anyState = fc.record({
      kind: fc.constant('number' as const),
      value: fc.integer(),
      status: fc.constantFrom(...entryStatuses),
      verifiedKind: fc.constant('number' as const),
      verifiedValue: fc.integer(),
    });
    fc.assert(
      fc.property(anyState, fc.constantFrom(...entryKinds), fc.integer(), (state, kind, number) => {
        const change = { kind, value: kind === 'number' ? number : null, reason: 'Alasan' };
        const results = [
          entryTransitions.save(state, change),
          entryTransitions.submit(state),
          entryTransitions.return(state, change),
        ];
        for (const result of results) {
          if (!result.ok) continue;
          expect(result.state.verifiedKind).toBe(state.verifiedKind);
          expect(result.state.verifiedValue).toBe(state.verifiedValue);
        }
      }),
    );
  });
});
