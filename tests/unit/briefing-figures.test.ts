import { describe, expect, test } from 'vitest';
import type { SlideBody } from '#shared/briefing/content.ts';
import { isEmptyBody } from '#shared/briefing/empty.ts';
import { figureKey, figuresOf, figuresOfSlides, weakestBasis } from '#shared/briefing/figures.ts';
import { slideKinds } from '#shared/briefing/slide.ts';
import { card, figure, headline, month, province, status } from '#tests/support/figure-answers.ts';
import {
  completenessBody,
  heatMapBody,
  inflationBody,
  issueBody,
  regenciesBody,
  situationBody,
  slideOf,
  tileMapBody,
} from '#tests/support/slide-bodies.ts';

const bodies: SlideBody[] = [
  situationBody(),
  issueBody(),
  regenciesBody(),
  heatMapBody(),
  tileMapBody(),
  inflationBody(3.2, 2.1),
  completenessBody(41, 47, 6),
  { kind: 'two_truths', issue: situationBody().cards[0]?.issue ?? issueBody().issue, pairs: [] },
  { kind: 'small_wins', items: [] },
  { kind: 'obstacles', items: [], critical: [], lateReports: [] },
  { kind: 'action_items', asOf: '2023-09-11', items: [] },
  { kind: 'changes', since: null, changes: [] },
  { kind: 'text', body: 'Catatan', pictureSha256: null, pictureAlt: '' },
  { kind: 'cover', province, subtitle: '', pictureSha256: null, pictureAlt: '' },
  { kind: 'unavailable', wanted: 'issue', reason: 'issue_gone' },
];

describe('the figures of a slide', () => {
  test('are read from every kind, once each', () => {
    expect(new Set(bodies.map((body) => body.kind))).toEqual(new Set([...slideKinds, 'unavailable']));
    for (const body of bodies) {
      const keys = figuresOf(body, month).map(figureKey);
      expect(new Set(keys).size, body.kind).toBe(keys.length);
    }
  });

  test('of one issue are its headline, cascade, outcome and the points of its line', () => {
    const figures = figuresOf(issueBody(), month);
    const main = figures.find((each) => each.role === 'headline' && each.indicator.id === 'ST_INTERVENSI');
    expect(main).toMatchObject({
      areaName: 'Sulawesi Barat',
      value: 9085,
      held: 58,
      expected: 69,
      status: 'attention',
      target: 16_377,
      planned: 10_900,
      cutOff: 's.d. minggu II Agustus 2023',
      seriesId: null,
    });
    const known = figures.map((each) => [each.indicator.id, each.month, each.value]);
    expect(known).toContainEqual(['ST_KELUAR', '2023-08', 1054]);
    expect(known).toContainEqual(['ST_PREV_SURVEI', '2022-12', 35]);
    expect(known).toContainEqual(['ST_INTERVENSI', '2023-05', 3100]);
  });

  test('that are missing have no value, neither on a line nor in a cell', () => {
    const june = figuresOf(issueBody(), month).find((each) => each.month === '2023-06');
    expect(june).toMatchObject({ value: null, role: 'point' });
    const majene = figuresOf(heatMapBody(), month).find((each) => each.areaId === '76.05');
    expect(majene).toMatchObject({ value: null, status: 'no_data', month: '2023-08' });
  });

  test('keep status and plan of a cell when the same figure stands without them elsewhere', () => {
    const bare = card({ headline: headline({ status: status({ status: 'critical' }) }), left: null });
    const figures = figuresOf(situationBody({ cards: [bare] }), month).filter((each) => each.value === 9085);
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({ role: 'headline', status: 'critical' });
  });

  test('name an area that only another slide of the deck names', () => {
    const city = card({ headline: headline({ figure: figure({ areaId: '76.05' }) }), reached: null, left: null });
    const situation = slideOf(situationBody({ cards: [city] }));
    expect(figuresOf(situation.body, month)[0]?.areaName).toBe('76.05');
    const all = figuresOfSlides([situation, slideOf(regenciesBody())]);
    expect(all.find((each) => each.areaId === '76.05')?.areaName).toBe('Majene');
  });

  test('of a published line carry its series as the published figures do', () => {
    const figures = figuresOf(inflationBody(3.2, 2.1), month).filter((each) => each.areaId === '76');
    expect(figures.filter((each) => each.month === '2023-08' && each.indicator.id === 'INF_YOY')).toHaveLength(1);
  });

  test('are as weak as the weakest of them', () => {
    const figures = figuresOf(situationBody(), month);
    expect(weakestBasis(figures)).toBe('verified');
    const provisional = figuresOf(
      situationBody({ cards: [card({ headline: headline({ figure: figure({ basis: 'provisional' }) }) })] }),
      month,
    );
    expect(weakestBasis(provisional)).toBe('provisional');
    expect(weakestBasis([])).toBeNull();
  });
});

describe('an empty slide', () => {
  test('is one without a single figure', () => {
    const none = headline({ figure: null });
    expect(isEmptyBody(situationBody({ cards: [card({ headline: none })] }))).toBe(true);
    expect(isEmptyBody(situationBody())).toBe(false);
    expect(isEmptyBody(inflationBody(null, null))).toBe(true);
    expect(isEmptyBody(inflationBody(null, 2.1))).toBe(false);
    expect(isEmptyBody(completenessBody(0, 0, 0))).toBe(true);
    expect(isEmptyBody(completenessBody(0, 47, 47))).toBe(false);
  });

  test('is never one that says zero', () => {
    const zero = headline({ figure: figure({ value: 0 }) });
    expect(isEmptyBody(situationBody({ cards: [card({ headline: zero })] }))).toBe(false);
  });

  test('agrees with its figures: an empty one has none', () => {
    for (const body of bodies.filter(isEmptyBody)) {
      expect(figuresOf(body, month).filter((each) => each.value !== null && each.role !== 'point')).toEqual([]);
    }
  });
});
