import { describe, expect, it } from 'vitest';
import { countGaps, districtRows, findRows, isUniform } from '#client/features/assignment/responsibility-rows.ts';
import type { ResponsibilityOn, ResponsibleCell } from '#shared/assignment-admin.ts';

function owned(issueId: ResponsibleCell['issueId'], agencyId: string, role: ResponsibleCell['role'] = 'area_owner') {
  return { issueId, agencyId, assignmentId: `by-${agencyId}`, role };
}

function view(date: string, cells: Record<string, ResponsibleCell[]>): ResponsibilityOn {
  const areas = Object.entries(cells).map(([areaId, ofArea]) => ({
    areaId,
    name: `Kecamatan ${areaId}`,
    parentName: 'Mamasa',
    cells: ofArea,
  }));
  return { date, coordinators: [], areas, assignments: [], agencies: [], overlaps: [] };
}

describe('responsibility, district by district', () => {
  const before = view('2025-12-31', {
    a: [owned('KE', 'x'), owned('ST', 'x')],
    b: [owned('KE', 'y'), owned('ST', 'y')],
  });
  const now = view('2026-01-01', {
    a: [owned('KE', 'x'), owned('ST', 'z', 'issue_coordinator')],
    b: [owned('KE', 'y'), owned('ST', 'y')],
  });

  it('marks the issue whose agency is another than on the day compared with', () => {
    const [a, b] = districtRows(now, before);
    expect(a?.cells.map((cell) => cell.isChanged)).toEqual([false, true]);
    expect([a?.isChanged, b?.isChanged]).toEqual([true, false]);
    expect(districtRows(now, undefined).some((row) => row.isChanged)).toBe(false);
  });

  it('shows one cell where one assignment answers for all issues on both days', () => {
    expect(districtRows(now, before).map(isUniform)).toEqual([false, true]);
    expect(districtRows(before, now).map(isUniform)).toEqual([false, true]);
  });

  it('counts the districts that fall to a coordinator, and finds by name or agency', () => {
    expect([countGaps(before), countGaps(now)]).toEqual([0, 1]);
    const rows = districtRows(now, undefined);
    const found = (text: string) => findRows(rows, text, (id) => `Dinas ${id}`).map((row) => row.areaId);
    expect(found('dinas z')).toEqual(['a']);
    expect(found('MAMASA')).toEqual(['a', 'b']);
    expect(found('kecamatan b')).toEqual(['b']);
    expect(found(' ')).toEqual(['a', 'b']);
  });
});
