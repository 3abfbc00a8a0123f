import { describe, expect, it } from 'vitest';
import type { AssignmentRow } from '#server/assignment/assignment-admin.queries.ts';
import { assignmentsAfter, dayBefore, emptyPlan, nextDay, reachOf } from '#server/assignment/assignment-plan.ts';

const row: AssignmentRow = {
  id: 'a',
  agencyId: 'biro-hukum',
  issueId: null,
  areaId: '76.04.04',
  role: 'area_owner',
  legalBasis: null,
  source: null,
  confidence: null,
  isSample: 0,
  validFrom: '2023-07-02',
  validTo: null,
  version: 1,
  createdAt: '2023-07-02T00:00:00.000Z',
};

function fromMonthOf(patch: Partial<AssignmentRow>, before: AssignmentRow = row): string | undefined {
  return reachOf({ ...emptyPlan(), updates: [{ before, patch }] })[0]?.fromMonth;
}

describe('the months that a change of an assignment reaches', () => {
  it('begin with the first whose last day has another agency', () => {
    expect(fromMonthOf({ validTo: '2026-09-30' })).toBe('2026-10');
    expect(fromMonthOf({ validTo: '2026-09-29' })).toBe('2026-09');
    expect(fromMonthOf({ validTo: '2026-12-31' })).toBe('2027-01');
  });

  it('begin with the earlier of the old and the new date', () => {
    expect(fromMonthOf({ validFrom: '2024-01-01' })).toBe('2023-07');
    expect(fromMonthOf({ validFrom: '2022-01-01' })).toBe('2022-01');
    expect(fromMonthOf({ validTo: null }, { ...row, validTo: '2025-05-31' })).toBe('2025-06');
    expect(fromMonthOf({ agencyId: 'biro-umum' })).toBe('2023-07');
  });

  it('are none where only words change', () => {
    expect(fromMonthOf({ legalBasis: 'SK 1', source: 'surat', confidence: 'H' })).toBeUndefined();
    expect(fromMonthOf({ validTo: null, agencyId: 'biro-hukum' })).toBeUndefined();
  });

  it('are told once for a handover: the end of the one and the beginning of the other', () => {
    const plan = emptyPlan();
    plan.updates.push({ before: row, patch: { validTo: '2026-09-30' } });
    plan.inserts.push({ ...row, id: 'b', agencyId: 'biro-umum', validFrom: '2026-10-01' });
    expect(reachOf(plan)).toEqual([{ issueId: null, areaId: '76.04.04', fromMonth: '2026-10' }]);
    expect(assignmentsAfter([row], plan).map(({ id, agencyId, validTo }) => [id, agencyId, validTo])).toEqual([
      ['a', 'biro-hukum', '2026-09-30'],
      ['b', 'biro-umum', null],
    ]);
  });
});

describe('days beside a day', () => {
  it('cross months, years and leap days', () => {
    expect(nextDay('2026-12-31')).toBe('2027-01-01');
    expect(nextDay('2024-02-28')).toBe('2024-02-29');
    expect(dayBefore('2026-03-01')).toBe('2026-02-28');
    expect(dayBefore('2026-01-01')).toBe('2025-12-31');
  });
});
