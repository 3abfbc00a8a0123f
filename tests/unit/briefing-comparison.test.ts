import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFigures, type LedgerLine } from '#shared/briefing/comparison.ts';
import { figuresOf, type SlideFigure } from '#shared/briefing/figures.ts';
import { figure, headline, indicator, month, prevalence, status } from '#tests/support/figure-answers.ts';
import { issueBody, point, series, trajectory } from '#tests/support/slide-bodies.ts';

function slideFigure(overrides: Partial<SlideFigure> = {}): SlideFigure {
  return {
    issueId: 'ST',
    indicator: indicator(),
    areaId: '76',
    areaName: 'Sulawesi Barat',
    month,
    askedMonth: month,
    seriesId: null,
    role: 'headline',
    value: 9085,
    held: 58,
    expected: 69,
    basis: 'verified',
    status: 'attention',
    target: 16_377,
    planned: 10_900,
    isSample: false,
    isComparable: true,
    source: null,
    cutOff: null,
    breaks: [],
    ...overrides,
  };
}

function ledgerLine(overrides: Partial<LedgerLine> = {}): LedgerLine {
  return {
    restatementId: 'r1',
    areaId: '76.05.01',
    areaName: 'Banggae',
    indicatorName: { id: 'Anak stunting yang diintervensi', en: 'Stunted children reached' },
    from: 120,
    to: 90,
    reason: 'Tercatat ganda',
    correctedByName: 'Petugas',
    verifiedByName: 'Sekretariat',
    at: '2023-09-01T02:00:00.000Z',
    provinceBefore: 9085,
    provinceAfter: 9055,
    month,
    indicatorIds: ['ST_INTERVENSI'],
    ...overrides,
  };
}

const between = { from: '2023-08-28T00:00:00.000Z', to: '2023-09-28T00:00:00.000Z' };

describe('what changed', () => {
  test('is the corrected figure, by how much, and which correction beneath it says why', () => {
    const after = slideFigure({ value: 9055, status: 'critical' });
    const lines = [
      ledgerLine(),
      ledgerLine({ restatementId: 'other month', month: '2023-07' }),
      ledgerLine({ restatementId: 'other indicator', indicatorIds: ['ST_KELUAR'] }),
      ledgerLine({ restatementId: 'before', at: '2023-08-01T00:00:00.000Z' }),
      ledgerLine({ restatementId: 'later', at: '2023-10-01T00:00:00.000Z' }),
      ledgerLine({ restatementId: 'elsewhere', areaId: '760.01' }),
    ];
    const { changes, movements } = compareFigures([slideFigure()], [after], lines, between);
    expect(movements).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      kind: 'corrected',
      difference: -30,
      isPercentagePoint: false,
      before: { value: 9085, status: 'attention' },
      after: { value: 9055, status: 'critical' },
    });
    expect(changes[0]?.reasons.map((reason) => reason.restatementId)).toEqual(['r1']);
  });

  test('names a correction of the numerator as the reason of the ratio', () => {
    const ratio = indicator({ id: 'ST_DS', aggregation: 'ratio', isPercentage: true, decimals: 1 });
    const [before, after] = [
      slideFigure({ indicator: ratio, value: 68.2 }),
      slideFigure({ indicator: ratio, value: 67 }),
    ];
    const line = ledgerLine({ indicatorIds: ['ST_D', 'ST_DS'] });
    const [change] = compareFigures([before], [after], [line], between).changes;
    expect(change).toMatchObject({ difference: -1.2, isPercentagePoint: true });
    expect(change?.reasons).toHaveLength(1);
  });

  test('tells added, withdrawn and restated from corrected; missing is not zero', () => {
    const kindOf = (before: Partial<SlideFigure>, after: Partial<SlideFigure>) =>
      compareFigures([slideFigure(before)], [slideFigure(after)]).changes.map(({ kind, difference }) => [
        kind,
        difference,
      ]);
    expect(kindOf({ value: null }, { value: 0 })).toEqual([['added', null]]);
    expect(kindOf({ value: 0 }, { value: null })).toEqual([['withdrawn', null]]);
    expect(kindOf({ held: 58 }, { held: 60 })).toEqual([['restated', 0]]);
    expect(kindOf({ basis: 'provisional' }, { basis: 'verified' })).toEqual([['restated', 0]]);
    expect(kindOf({ status: 'critical' }, { status: 'attention' })).toEqual([['restated', 0]]);
    expect(kindOf({ value: null }, { value: null })).toEqual([]);
  });

  test('does not take the next month’s target for a change of an old figure', () => {
    const later = slideFigure({ askedMonth: '2024-01', target: 20_000 });
    expect(compareFigures([slideFigure()], [later]).changes).toEqual([]);
    expect(compareFigures([slideFigure()], [slideFigure({ target: 20_000 })]).changes).toMatchObject([
      { kind: 'restated' },
    ]);
  });

  test('does not take a status that only one slide gives for a change of status', () => {
    expect(compareFigures([slideFigure({ status: null, target: null })], [slideFigure()]).changes).toEqual([]);
  });

  test('holds a figure that came in for the month in which an older one was shown', () => {
    const old = slideFigure({ month: '2023-07', value: 7300 });
    const { changes } = compareFigures([old], [slideFigure()]);
    expect(changes.map(({ kind, month: of }) => [kind, of])).toEqual([['added', month]]);
  });

  test('is nothing when only a slide was added or the deck moved to the next month', () => {
    const prev = slideFigure({ indicator: prevalence, value: 35 });
    expect(compareFigures([slideFigure()], [slideFigure(), prev]).changes).toEqual([]);
    const next = slideFigure({ month: '2023-09', askedMonth: '2023-09', value: 9640 });
    const { changes, movements } = compareFigures([slideFigure()], [next]);
    expect(changes).toEqual([]);
    expect(movements).toMatchObject([
      {
        from: { month: '2023-08', value: 9085 },
        to: { month: '2023-09', value: 9640 },
        difference: 555,
        isComparable: true,
      },
    ]);
  });

  test('sees a past month corrected on the line of the next edition', () => {
    const trajectoryOf = (july: number) => ({
      ...trajectory,
      series: [series([point('2023-07', july), point(month, 9085)])],
    });
    const body = (july: number) => issueBody({ headline: { ...headline(), trajectory: trajectoryOf(july) } });
    const { changes } = compareFigures(figuresOf(body(7300), month), figuresOf(body(7250), month));
    expect(changes.map((change) => [change.month, change.difference])).toEqual([['2023-07', -50]]);
  });

  test('calls a movement incomparable over a break or with fewer districts', () => {
    const next = slideFigure({ month: '2023-09', askedMonth: '2023-09', value: 9640 });
    const isComparable = (overrides: Partial<SlideFigure>) =>
      compareFigures([slideFigure()], [{ ...next, ...overrides }]).movements[0]?.isComparable;
    expect(isComparable({})).toBe(true);
    expect(isComparable({ held: 69 })).toBe(false);
    expect(isComparable({ breaks: ['2023-09'] })).toBe(false);
    expect(isComparable({ breaks: ['2023-08'] })).toBe(true);
    expect(isComparable({ seriesId: 'bps' })).toBe(false);
  });
});

const figures = fc
  .uniqueArray(
    fc.record({
      indicatorId: fc.constantFrom('ST_INTERVENSI', 'ST_KELUAR'),
      areaId: fc.constantFrom('76', '76.05'),
      month: fc.constantFrom('2023-07', '2023-08', '2023-09'),
      seriesId: fc.constantFrom(null, 'a'),
      role: fc.constantFrom('headline' as const, 'figure' as const, 'point' as const),
      value: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      held: fc.integer({ min: 0, max: 2 }),
      status: fc.constantFrom(null, 'critical' as const, 'on_track' as const),
    }),
    { selector: (each) => [each.indicatorId, each.areaId, each.month, each.seriesId].join() },
  )
  .map((list) =>
    list.map(({ indicatorId, ...rest }) =>
      slideFigure({ ...rest, askedMonth: '2023-09', indicator: indicator({ id: indicatorId }) }),
    ),
  );

describe('a comparison', () => {
  test('of a deck with itself finds nothing', () => {
    fc.assert(
      fc.property(figures, (some) => {
        expect(compareFigures(some, some)).toEqual({ changes: [], movements: [] });
      }),
    );
  });

  test('the other way round finds the same with the opposite sign', () => {
    const opposite = { corrected: 'corrected', added: 'withdrawn', withdrawn: 'added', restated: 'restated' } as const;
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const [forth, back] = [compareFigures(before, after), compareFigures(after, before)];
        const negated = (value: number | null) => (value === null || value === 0 ? value : -value);
        expect(back.changes).toEqual(
          forth.changes.map((change) => ({
            ...change,
            kind: opposite[change.kind],
            before: change.after,
            after: change.before,
            difference: negated(change.difference),
          })),
        );
        expect(
          new Set(back.movements.map(({ from, to, difference }) => [from.month, to.month, difference].join())),
        ).toEqual(
          new Set(
            forth.movements.map(({ from, to, difference }) => [to.month, from.month, negated(difference)].join()),
          ),
        );
      }),
    );
  });

  test('never subtracts from what is missing', () => {
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        for (const { before: one, after: other, difference } of compareFigures(before, after).changes) {
          const hasBoth = one?.value != null && other?.value != null;
          expect(difference).toBe(hasBoth ? (other.value ?? 0) - (one.value ?? 0) : null);
        }
      }),
    );
  });
});

test('a headline and its figure elsewhere with another status agree on the slide that has one', () => {
  const grade = status({ status: 'critical' });
  const body = issueBody({ headline: { ...headline({ figure: figure(), status: grade }), trajectory } });
  expect(compareFigures(figuresOf(body, month), figuresOf(body, month)).changes).toEqual([]);
});
