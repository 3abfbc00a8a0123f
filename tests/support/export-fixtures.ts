import type { DeckContent, Recap } from '#shared/briefing/content.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { IssueId } from '#shared/indicator.ts';
import { deckContent, issueBriefs, month, province, regencyAreas } from './briefing-fixtures.ts';
import { figure, indicator } from './figure-answers.ts';

const sha256 = '4f9c1d7e58b2a36c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9aa21e';

/** A sound edition with one slide of each kind and a recap of all issues. */
export function editionOf(content: Partial<DeckContent> = {}, overrides: Partial<Edition> = {}): Edition {
  const whole = deckContent({ recap: fullRecap(), ...content });
  return {
    head: {
      id: '01900000-0000-7000-8000-000000000001',
      deckId: whole.deckId,
      number: 2,
      title: whole.title,
      month: whole.month,
      data: whole.data,
      frozenAt: '2023-08-27T23:40:00.000Z',
      frozenByName: 'Sekretariat Satgas',
      sha256,
      slideCount: whole.slides.length,
      holdsSample: false,
    },
    content: whole,
    pictures: [],
    isIntact: true,
    computedSha256: sha256,
    ...overrides,
  };
}

type Column = readonly [id: string, name: string, unit: string, overrides?: Partial<IndicatorBrief>];

const rate: Partial<IndicatorBrief> = { decimals: 2, isPercentage: true, aggregation: 'ratio', measure: 'rate' };
const stages: Record<IssueId, readonly Column[]> = {
  KE: [
    ['KE_SASARAN', 'Sasaran', 'KK'],
    ['KE_VALID', 'Hasil verifikasi', 'KK'],
    ['KE_INTERVENSI', 'Diintervensi', 'KK'],
    ['KE_KELUAR', 'Keluar', 'KK'],
  ],
  ST: [
    ['ST_SASARAN', 'Sasaran', 'anak'],
    ['ST_INTERVENSI', 'Diintervensi', 'anak'],
    ['ST_KELUAR', 'Keluar status', 'anak'],
    ['ST_RUJUKAN', 'Rujukan', 'anak'],
    ['ST_PREV_EPPGBM', 'Prevalensi e-PPGBM', 'persen', rate],
  ],
  ATS: [
    ['ATS_VALID', 'Valid', 'anak'],
    ['ATS_DIJANGKAU', 'Dijangkau', 'anak'],
    ['ATS_KEMBALI', 'Kembali sekolah', 'anak'],
  ],
  PA: [
    ['PA_DISPENSASI', 'Permohonan dispensasi', 'perkara'],
    ['PA_DICEGAH', 'Dicegah', 'kasus'],
  ],
  INF: [['INF_YOY', 'Inflasi y-on-y', 'persen', { ...rate, aggregation: 'none' }]],
};

/** Every issue's columns over the six regencies and the province, with gaps, partial coverage and a published figure. */
export function fullRecap(areas = regencyAreas): Recap {
  const columns = Object.values(issueBriefs).map(({ id, nameId, nameEn }) => ({
    issueId: id,
    issueNameId: nameId,
    issueNameEn: nameEn,
    indicators: stages[id].map(([indicatorId, name, unit, overrides]) =>
      indicator({
        id: indicatorId,
        issueId: id,
        shortNameId: name,
        shortNameEn: name,
        unitId: unit,
        unitEn: unit,
        ...overrides,
      }),
    ),
  }));
  const indicators = columns.flatMap((column) => column.indicators);
  const rows = [...areas, province].map((area, row) => ({
    area,
    isTotal: area.id === province.id,
    figures: indicators.map((each, index) => {
      const isMissing = area.id === '76.03' && each.issueId === 'ST';
      const whole = area.id === province.id ? 17_377 + index * 731 : 871 + row * 397 + index * 53;
      const isRate = each.isPercentage;
      return figure({
        indicatorId: each.id,
        areaId: area.id,
        value: isMissing ? null : index === 3 && row === 1 ? 0 : isRate ? 2.28 + row + index / 100 : whole,
        held: isMissing ? 0 : area.id === province.id && each.issueId === 'ST' ? 58 : 69,
        expected: 69,
        ...(each.issueId === 'INF'
          ? { seriesId: 'bps', basis: 'published', source: 'BPS Provinsi Sulawesi Barat' }
          : {}),
      });
    }),
  }));
  return {
    month,
    columns,
    rows,
    signatories: [
      { role: 'Ketua Satgas 4+1', name: '', identity: '' },
      { role: 'Sekretaris Satgas 4+1', name: '', identity: '' },
    ],
  };
}
