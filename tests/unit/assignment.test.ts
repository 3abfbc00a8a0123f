import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assignment, findGaps, findOverlaps, isValidOn, responsibleAgency } from '#shared/assignment.ts';

const assignment = (overrides: Partial<Assignment>): Assignment => ({
  id: 'a',
  agencyId: 'biro-hukum',
  issueId: null,
  areaId: null,
  role: 'area_owner',
  validFrom: '2023-07-02',
  validTo: null,
  ...overrides,
});

const coordinator = assignment({ id: 'c', agencyId: 'dinkes', issueId: 'ST', role: 'issue_coordinator' });
const polewali = ['76.04.04', '76.04', '76'] as const;

function who(assignments: Assignment[], date = '2026-10-31', areaPath: readonly string[] = polewali) {
  return responsibleAgency({ assignments, issueId: 'ST', areaPath, date })?.agencyId ?? null;
}

describe('the responsible agency', () => {
  test('is the owner of the area, or else the coordinator of the issue', () => {
    const owner = assignment({ areaId: '76.04.04' });
    expect(who([coordinator, owner])).toBe('biro-hukum');
    expect(who([coordinator, owner], '2026-10-31', ['76.04.12', '76.04', '76'])).toBe('dinkes');
    expect(who([owner], '2026-10-31', ['76.04.12', '76.04', '76'])).toBeNull();
  });

  test('is the owner of the nearest area up the tree', () => {
    const regency = assignment({ id: 'r', agencyId: 'kabupaten', areaId: '76.04' });
    const district = assignment({ id: 'd', agencyId: 'biro-umum', areaId: '76.04.04' });
    expect(who([regency, coordinator])).toBe('kabupaten');
    expect(who([regency, district, coordinator])).toBe('biro-umum');
  });

  test('of one area is the owner for that issue before the owner for all', () => {
    const general = assignment({ id: 'g', areaId: '76.04.04' });
    const forStunting = assignment({ id: 's', agencyId: 'dinkes', issueId: 'ST', areaId: '76.04.04' });
    expect(who([general, forStunting])).toBe('dinkes');
    expect(who([forStunting, general])).toBe('dinkes');
    expect(who([general, assignment({ id: 'k', agencyId: 'dinsos', issueId: 'KE', areaId: '76.04.04' })])).toBe(
      'biro-hukum',
    );
  });

  test('changes on the day of the handover, and old days stay with the old one', () => {
    const before = assignment({ id: '1', areaId: '76.04.04', validTo: '2025-12-31' });
    const after = assignment({ id: '2', agencyId: 'bkpsdm', areaId: '76.04.04', validFrom: '2026-01-01' });
    expect(who([before, after, coordinator], '2025-12-31')).toBe('biro-hukum');
    expect(who([before, after, coordinator], '2026-01-01')).toBe('bkpsdm');
    expect(who([before, after, coordinator], '2023-07-01')).toBeNull();
  });
});

describe('overlaps and gaps', () => {
  test('two owners of one area for the same issue overlap on the days they share', () => {
    const first = assignment({ id: '1', areaId: '76.04.04', validTo: '2026-03-31' });
    const second = assignment({ id: '2', agencyId: 'biro-umum', areaId: '76.04.04', validFrom: '2026-03-01' });
    expect(findOverlaps([first, second])).toEqual([
      {
        role: 'area_owner',
        issueId: null,
        areaId: '76.04.04',
        assignmentIds: ['1', '2'],
        agencyIds: ['biro-hukum', 'biro-umum'],
        from: '2026-03-01',
        to: '2026-03-31',
      },
    ]);
    expect(findOverlaps([{ ...first, validTo: '2026-02-28' }, second])).toEqual([]);
    expect(findOverlaps([first, { ...second, issueId: 'ST' }])).toEqual([]);
    expect(findOverlaps([first, { ...second, agencyId: 'biro-hukum' }])).toEqual([]);
  });

  test('an area without an owner is a gap that falls to the coordinator', () => {
    const gaps = findGaps({
      assignments: [coordinator, assignment({ id: '1', areaId: '76.04.04' })],
      issueIds: ['ST', 'KE'],
      areaPaths: [
        ['76.04.04', '76.04', '76'],
        ['76.04.12', '76.04', '76'],
      ],
      date: '2026-10-31',
    });
    expect(gaps).toEqual([
      { issueId: 'ST', areaId: '76.04.12', fallbackAgencyId: 'dinkes' },
      { issueId: 'KE', areaId: '76.04.12', fallbackAgencyId: null },
    ]);
  });
});

describe('for any assignments', () => {
  const date = fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-15', '2026-06-30', '2026-07-01');
  const anyAssignment = fc.record({
    id: fc.uuid(),
    agencyId: fc.constantFrom('a', 'b', 'c'),
    issueId: fc.constantFrom('ST' as const, 'KE' as const, null),
    areaId: fc.constantFrom('76', '76.04', '76.04.04', null),
    role: fc.constantFrom('area_owner' as const, 'issue_coordinator' as const),
    validFrom: date,
    validTo: fc.option(date, { nil: null }),
  });
  const many = fc.uniqueArray(anyAssignment, { maxLength: 12, selector: (each) => each.id });

  test('the responsible agency holds a valid assignment, whatever their order', () => {
    fc.assert(
      fc.property(many, date, (assignments, day) => {
        const input = { issueId: 'ST' as const, areaPath: polewali, date: day };
        const found = responsibleAgency({ ...input, assignments });
        expect(responsibleAgency({ ...input, assignments: assignments.toReversed() })).toEqual(found);
        const possible = assignments.filter((each) => isValidOn(each, day) && each.issueId !== 'KE');
        if (!found) expect(possible).toEqual([]);
        else {
          expect(possible.map((each) => each.id)).toContain(found.assignmentId);
          if (found.role === 'issue_coordinator')
            expect(possible.some((each) => each.role === 'area_owner')).toBe(false);
        }
      }),
    );
  });

  test('assignments that have ended or concern other issues change nothing', () => {
    fc.assert(
      fc.property(many, date, (assignments, day) => {
        const input = { issueId: 'ST' as const, areaPath: polewali, date: day };
        const relevant = assignments.filter((each) => isValidOn(each, day) && each.issueId !== 'KE');
        expect(responsibleAgency({ ...input, assignments: relevant })).toEqual(
          responsibleAgency({ ...input, assignments }),
        );
      }),
    );
  });

  test('each overlap is two agencies valid on its first and last day in one scope; no overlap means none', () => {
    fc.assert(
      fc.property(many, date, (assignments, day) => {
        const byId = new Map(assignments.map((each) => [each.id, each]));
        const overlaps = findOverlaps(
          assignments.filter((each) => each.validTo === null || each.validTo >= each.validFrom),
        );
        for (const { assignmentIds, agencyIds, from, to } of overlaps) {
          const pair = assignmentIds.flatMap((id) => byId.get(id) ?? []);
          expect(pair.every((each) => isValidOn(each, from) && (to === null || isValidOn(each, to)))).toBe(true);
          expect(agencyIds[0]).not.toBe(agencyIds[1]);
        }
        const owners = assignments.filter(
          (each) =>
            each.role === 'area_owner' && each.areaId === '76.04.04' && each.issueId === 'ST' && isValidOn(each, day),
        );
        const isDisputed = new Set(owners.map((each) => each.agencyId)).size > 1;
        const isFound = overlaps.some(
          ({ role, areaId, issueId, from, to }) =>
            role === 'area_owner' &&
            areaId === '76.04.04' &&
            issueId === 'ST' &&
            from <= day &&
            (to === null || day <= to),
        );
        expect(isFound).toBe(isDisputed);
      }),
    );
  });

  test('an area is a gap exactly when its responsible agency does not own it', () => {
    fc.assert(
      fc.property(many, date, (assignments, day) => {
        const found = responsibleAgency({ assignments, issueId: 'ST', areaPath: polewali, date: day });
        const gaps = findGaps({ assignments, issueIds: ['ST'], areaPaths: [[...polewali]], date: day });
        expect(gaps).toEqual(
          found?.role === 'area_owner'
            ? []
            : [{ issueId: 'ST', areaId: polewali[0], fallbackAgencyId: found?.agencyId ?? null }],
        );
      }),
    );
  });
});
