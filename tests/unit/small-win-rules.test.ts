import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/permissions.ts';
import { roles } from '#shared/permissions.ts';
import {
  allowedActions,
  compareClaim,
  maySeeSmallWin,
  nextState,
  type SmallWinStanding,
  saveSmallWinInput,
  smallWinActions,
  smallWinStates,
  whyNotAct,
} from '#shared/small-win.ts';
import { makeSmallWinInput } from '#tests/support/small-win-factories.ts';

const staffRoles: readonly Role[] = ['administrator', 'secretariat', 'issue_coordinator', 'focal_point', 'leadership'];

function standing(role: Role, overrides: Partial<SmallWinStanding> = {}): SmallWinStanding {
  const isAuthor = overrides.isAuthor ?? false;
  return {
    role,
    isStaff: staffRoles.includes(role),
    isAuthor,
    isRelated: isAuthor,
    coordinatesIssue: false,
    ...overrides,
  };
}

describe('the life of a small win', () => {
  it('goes from draft to published by these steps and no others', () => {
    const steps = smallWinStates.flatMap((state) =>
      smallWinActions.flatMap((action) => {
        const to = nextState(action, state);
        return to === undefined ? [] : [`${state} ${action} ${to ?? 'gone'}`];
      }),
    );
    expect(steps).toEqual([
      'draft edit draft',
      'draft remove gone',
      'draft submit submitted',
      'submitted verify verified',
      'submitted return returned',
      'returned edit returned',
      'returned submit submitted',
      'verified return returned',
      'verified publish published',
      'published unpublish verified',
    ]);
  });
});

describe('who sees what', () => {
  it('the public and partners see only what is published', () => {
    for (const role of ['public', 'partner'] as const) {
      const seen = smallWinStates.filter((state) => maySeeSmallWin(standing(role), state));
      expect(seen, role).toEqual(['published']);
    }
  });

  it('staff also see what is verified', () => {
    for (const role of ['administrator', 'leadership', 'focal_point', 'issue_coordinator'] as const) {
      const seen = smallWinStates.filter((state) => maySeeSmallWin(standing(role), state));
      expect(seen, role).toEqual(['verified', 'published']);
    }
  });

  it('a verifier sees what was handed in, but nobody else’s drafts', () => {
    const desk = ['submitted', 'returned', 'verified', 'published'];
    expect(smallWinStates.filter((state) => maySeeSmallWin(standing('secretariat'), state))).toEqual(desk);
    const coordinator = standing('issue_coordinator', { coordinatesIssue: true });
    expect(smallWinStates.filter((state) => maySeeSmallWin(coordinator, state))).toEqual(desk);
  });

  it('the author sees all of it', () => {
    const author = standing('focal_point', { isAuthor: true });
    expect(smallWinStates.every((state) => maySeeSmallWin(author, state))).toBe(true);
  });
});

describe('who may do what', () => {
  it('an author edits and hands in, and does nothing more', () => {
    const author = standing('focal_point', { isAuthor: true });
    expect(smallWinStates.map((state) => allowedActions(author, state))).toEqual([
      ['edit', 'remove', 'submit'],
      [],
      ['edit', 'submit'],
      [],
      [],
    ]);
  });

  it('the secretariat verifies, returns, publishes and withdraws what others recorded', () => {
    const secretariat = standing('secretariat');
    expect(smallWinStates.map((state) => allowedActions(secretariat, state))).toEqual([
      [],
      ['verify', 'return'],
      [],
      ['return', 'publish'],
      ['unpublish'],
    ]);
  });

  it('a coordinator verifies the own issue only, and publishes nothing', () => {
    const own = standing('issue_coordinator', { coordinatesIssue: true });
    expect(allowedActions(own, 'submitted')).toEqual(['verify', 'return']);
    expect(allowedActions(own, 'verified')).toEqual(['return']);
    const other = standing('issue_coordinator');
    expect(allowedActions(other, 'verified')).toEqual([]);
    expect(whyNotAct('return', other, 'verified')).toBe('SMALL_WIN_NOT_YOURS');
    expect(whyNotAct('publish', own, 'verified')).toBe('NOT_ALLOWED');
  });

  it('nobody verifies the own record or that of a related agency', () => {
    for (const role of ['secretariat', 'issue_coordinator'] as const) {
      const related = standing(role, { isRelated: true, coordinatesIssue: true });
      expect(whyNotAct('verify', related, 'submitted')).toBe('SMALL_WIN_OWN_AGENCY');
      expect(whyNotAct('return', related, 'submitted')).toBe('SMALL_WIN_OWN_AGENCY');
    }
  });

  it('is told that there is no such record rather than that it is forbidden, where it cannot be seen', () => {
    expect(whyNotAct('edit', standing('focal_point'), 'draft')).toBe('SMALL_WIN_NOT_FOUND');
    expect(whyNotAct('edit', standing('focal_point'), 'verified')).toBe('SMALL_WIN_NOT_YOURS');
  });

  it('leaves roles without a part in it with nothing to do in any state', () => {
    for (const role of roles) {
      if (['secretariat', 'issue_coordinator', 'focal_point'].includes(role)) continue;
      for (const state of smallWinStates) expect(allowedActions(standing(role), state), role).toEqual([]);
    }
  });
});

describe('a claim beside the figure that is held', () => {
  it('differs by the difference, which is never hidden', () => {
    expect(compareClaim(1024, 1054, 0)).toEqual({ result: 'differs', difference: -30 });
    expect(compareClaim(1054, 1054, 0)).toEqual({ result: 'matches', difference: 0 });
  });

  it('says when there is nothing to compare with: missing is not zero', () => {
    expect(compareClaim(0, null, 0)).toEqual({ result: 'no_figure', difference: null });
    expect(compareClaim(0, 0, 0)).toEqual({ result: 'matches', difference: 0 });
  });

  it('compares as both are written, with the indicator’s decimals', () => {
    expect(compareClaim(35.4, 35.40000000001, 1).result).toBe('matches');
    expect(compareClaim(2.3, 2.27, 2)).toEqual({ result: 'differs', difference: 0.03 });
  });
});

describe('what a record must say', () => {
  const problemOf = (overrides: Parameters<typeof makeSmallWinInput>[0]) => {
    const parsed = saveSmallWinInput.safeParse(makeSmallWinInput(overrides));
    return parsed.success ? null : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  };

  it('a title, a real date and at least one area', () => {
    expect(problemOf({})).toBeNull();
    expect(problemOf({ title: ' a ' })).toEqual(['title TITLE_SHORT']);
    expect(problemOf({ date: '2023-02-30' })).toEqual(['date DATE_INVALID']);
    expect(problemOf({ areaIds: [] })).toEqual(['areaIds AREAS_REQUIRED']);
    expect(problemOf({ areaIds: ["76' or 1=1"] })).toEqual(['areaIds.0 AREA_INVALID']);
  });

  it('a claim whole or not at all', () => {
    const claim = { indicatorId: '', areaId: '76', month: '2023-08', value: 1.5 };
    expect(problemOf({ claim })).toEqual([
      'claim.indicatorId CLAIM_INDICATOR_REQUIRED',
      'claim.value CLAIM_VALUE_REQUIRED',
    ]);
  });
});
