import type { SlideBody, SlideContent } from '#shared/briefing/content.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import { isEmptyBody } from '#shared/briefing/empty.ts';
import { footnotesOf } from '#shared/briefing/footnotes.ts';
import { proposeHeadline } from '#shared/briefing/headline.ts';
import { sourceLineOf } from '#shared/briefing/source-line.ts';
import {
  cascade,
  figure,
  headline,
  indicator,
  left,
  majene,
  mamasa,
  month,
  prevalence,
  province,
  status,
  targetGroup,
} from './figure-answers.ts';
import {
  actionItem,
  completenessBody,
  heatMapBody,
  inflationBody,
  inflationIssue,
  issueBody,
  majeneNews,
  mamuju,
  mateng,
  pasangkayu,
  polman,
  publishedFigure,
  regenciesBody,
  situationBody,
  slideOf,
  stunting,
  yoy,
} from './slide-bodies.ts';

/** One red pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
export const pictureSha = 'c'.repeat(64);

const places = [pasangkayu, mamuju, mamasa, polman, majene, mateng];
const grades = ['on_track', 'achieved', 'critical', 'critical', 'attention', 'no_data'] as const;
const seats = [
  [0, 1],
  [1, 1],
  [2, 1],
  [3, 0],
  [3, 1],
  [1, 2],
] as const;

const regions = places.map((area, index) => ({
  area: { ...area, tileColumn: seats[index]?.[1] ?? 0, tileRow: seats[index]?.[0] ?? index },
  cells: [indicator(), yoy].map((of) => {
    const grade = grades[index] ?? 'no_data';
    return {
      issueId: of.issueId,
      indicatorId: of.id,
      figure:
        grade === 'no_data'
          ? null
          : figure({ indicatorId: of.id, areaId: area.id, value: of === yoy ? 3.25 : 1500 - index * 200 }),
      status: status({
        status: grade,
        share: grade === 'no_data' ? null : 1.1 - index * 0.2,
        reason: grade === 'no_data' ? 'no_figure' : null,
      }),
    };
  }),
}));

const side = (of: typeof prevalence, value: number, source: string) => ({
  indicator: of,
  figure: publishedFigure({ indicatorId: of.id, value, source, periodLabel: 'Agustus 2023', seriesId: source }),
  seriesNameId: null,
  seriesNameEn: null,
  previous: publishedFigure({ indicatorId: of.id, month: '2022-12', value: value + 1.5, periodLabel: '2022' }),
});

/** A slide of every kind, with the texts that break files: markup, quotes, control characters, emoji, a formula. */
export const hostileText = '=SUM(1;2) & <b>"kutipan"</b> \u0000\u0008\uFFFE🙂 ½';

export function everyBody(): SlideBody[] {
  const change = {
    issueId: 'ST' as const,
    indicator: indicator(),
    areaId: '76',
    areaName: 'Sulawesi Barat',
    month: '2023-07',
    seriesId: null,
    kind: 'corrected' as const,
    before: {
      value: 7330,
      held: 58,
      expected: 69,
      basis: 'verified' as const,
      status: 'attention' as const,
      target: 16_377,
    },
    after: {
      value: 7300,
      held: 58,
      expected: 69,
      basis: 'verified' as const,
      status: 'critical' as const,
      target: 16_377,
    },
    difference: -30,
    isPercentagePoint: false,
    reasons: [
      {
        restatementId: 'r1',
        areaId: '76.05.01',
        areaName: 'Banggae',
        indicatorName: { id: 'Anak stunting yang diintervensi', en: 'Stunted children reached' },
        from: 120,
        to: 90,
        reason: hostileText,
        correctedByName: null,
        verifiedByName: null,
        at: '2023-09-01T02:00:00.000Z',
        provinceBefore: 7330,
        provinceAfter: 7300,
      },
    ],
  };
  const completeness = completenessBody(41, 47, 6);
  return [
    {
      kind: 'cover',
      province,
      subtitle: 'Rapat koordinasi bulanan',
      pictureSha256: pictureSha,
      pictureAlt: 'Lambang provinsi',
    },
    situationBody({
      cards: [
        ...situationBody().cards,
        {
          ...(situationBody().cards[0] ?? neverCard()),
          issue: inflationIssue,
          headline: inflationBody(3.2, 2.1).headline,
          reached: null,
          left: null,
        },
      ],
    }),
    issueBody({ cascade: cascadeWithShares() }),
    regenciesBody(),
    { ...heatMapBody({ regions, indicators: [indicator(), yoy] }), issues: [stunting, inflationIssue] },
    { kind: 'tile_map', issue: stunting, indicator: indicator(), regions },
    inflationBody(3.2, 2.1),
    {
      kind: 'two_truths',
      issue: stunting,
      pairs: [
        {
          id: 'p',
          kind: 'routine_and_survey',
          sides: [
            side(prevalence, 35, 'SSGI, Kementerian Kesehatan'),
            side({ ...prevalence, id: 'ST_PREV_EPPGBM', shortNameId: 'Prevalensi e-PPGBM' }, 25.2, 'e-PPGBM'),
          ],
        },
      ],
    },
    {
      kind: 'small_wins',
      items: [majeneNews({ title: hostileText, pictureSha256: pictureSha }), majeneNews({ id: 'w2', news: 'bad' })],
    },
    {
      kind: 'obstacles',
      items: [majeneNews({ id: 'w3', news: 'bad' })],
      critical: [
        {
          issue: stunting,
          area: mamasa,
          indicator: indicator(),
          figure: figure({ areaId: mamasa.id, value: 400 }),
          status: status({ status: 'critical', share: 0.25 }),
        },
      ],
      lateReports: completeness.lateReports,
    },
    {
      ...completeness,
      issues: [
        { issue: stunting, completeness: completeness.total },
        { issue: inflationIssue, completeness: null },
      ],
    },
    {
      kind: 'action_items',
      asOf: '2023-09-11',
      items: [actionItem({ text: hostileText }), actionItem({ id: 'i2', daysLate: 0, state: 'in_progress' })],
    },
    {
      kind: 'changes',
      since: { number: 2, frozenAt: '2023-08-28T00:00:00Z', month: '2023-07', sha256: 'b'.repeat(64) },
      changes: [change],
    },
    { kind: 'text', body: `Kesepakatan\n- Lengkapi data\n- ${hostileText}`, pictureSha256: null, pictureAlt: '' },
    issueBody({
      headline: {
        ...headline({ figure: null, change: null }),
        trajectory: { ...issueBody().headline.trajectory, series: [] },
      },
      cascade: null,
      outcome: null,
    }),
    { kind: 'unavailable', wanted: 'issue', reason: 'issue_gone' },
  ];
}

function neverCard(): ReturnType<typeof situationBody>['cards'][number] {
  throw new Error('the situation has a card');
}

function cascadeWithShares() {
  const base = cascade({ target: 16_377, reached: 9085, left: 1054 });
  return {
    ...base,
    shares: [
      {
        id: 'reachedOfTarget' as const,
        part: 'reached' as const,
        whole: 'target_group' as const,
        value: 55.474,
        isComparable: true,
      },
      {
        id: 'leftOfReached' as const,
        part: 'left' as const,
        whole: 'reached' as const,
        value: 11.602,
        isComparable: true,
      },
    ],
  };
}

export function editionOf(bodies: readonly SlideBody[] = everyBody(), overrides: Partial<SlideContent> = {}): Edition {
  const context = { month, data: 'verified', provinceName: province.name } as const;
  const slides = bodies.map((body, index) =>
    slideOf(body, {
      id: `slide-${index + 1}`,
      proposed: proposeHeadline(body, context),
      notes: `Catatan ke-${index + 1}\nBaris kedua & ${hostileText}`,
      isEmpty: isEmptyBody(body),
      source: sourceLineOf(body, month),
      footnotes: footnotesOf(body, month),
      ...overrides,
    }),
  );
  return {
    head: {
      id: 'edition',
      deckId: 'deck',
      number: 3,
      title: 'Rapat koordinasi Agustus 2023',
      month,
      data: 'verified',
      frozenAt: '2023-08-27T23:40:00.000Z',
      frozenByName: 'Sekretariat Satgas',
      sha256: `4f9c${'0'.repeat(56)}a21e`,
      slideCount: slides.length,
      holdsSample: false,
    },
    content: {
      format: 1,
      deckId: 'deck',
      title: 'Rapat koordinasi Agustus 2023',
      province,
      month,
      data: 'verified',
      asOf: '2023-08-28',
      timeZone: 'Asia/Makassar',
      slides,
      recap: {
        month,
        columns: [
          {
            issueId: 'ST',
            issueNameId: 'Stunting',
            issueNameEn: 'Stunting',
            indicators: [targetGroup, indicator(), left],
          },
        ],
        rows: [
          {
            area: majene,
            isTotal: false,
            figures: [
              figure({ indicatorId: 'ST_SASARAN', areaId: majene.id, value: 2500 }),
              null,
              figure({ indicatorId: 'ST_KELUAR', areaId: majene.id, value: 0 }),
            ],
          },
          {
            area: province,
            isTotal: true,
            figures: [
              figure({ indicatorId: 'ST_SASARAN', value: 16_377 }),
              figure(),
              figure({ indicatorId: 'ST_KELUAR', value: 1054 }),
            ],
          },
        ],
        signatories: [],
      },
    },
    pictures: [{ sha256: pictureSha, contentType: 'image/png', base64: pixel }],
    isIntact: true,
    computedSha256: `4f9c${'0'.repeat(56)}a21e`,
  };
}
