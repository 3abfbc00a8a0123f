import type { DeckContent, SlideBody, SlideContent } from '#shared/briefing/content.ts';
import type { SlideMark } from '#shared/briefing/scene/scene.ts';
import { noFilter } from '#shared/briefing/slide.ts';
import { figure } from '#tests/support/figure-answers.ts';
import { bodies } from './briefing/bodies.ts';
import { indicators, month, province } from './briefing/figures.ts';

export { bodies } from './briefing/bodies.ts';
export { issueBriefs, month, province, regencyAreas } from './briefing/figures.ts';

const proposals: Record<SlideBody['kind'], { id: string; en: string }> = {
  cover: { id: 'Penanganan 4+1 Sulawesi Barat, Agustus 2023', en: '4+1 in Sulawesi Barat, August 2023' },
  situation: { id: 'Tiga dari lima isu di jalurnya', en: 'Three of five issues are on their path' },
  issue: {
    id: 'Separuh lebih sasaran sudah dijangkau, tetapi baru 1 dari 9 yang keluar dari status',
    en: 'More than half of the target group is reached, but only 1 in 9 of them left the status',
  },
  regencies: {
    id: 'Polewali Mandar paling jauh, Mamuju tertinggal; Mamasa belum melapor',
    en: 'Polewali Mandar is furthest, Mamuju lags behind; Mamasa has not reported',
  },
  heat_map: {
    id: 'Tiga sel kritis, semuanya pada anak tidak sekolah',
    en: 'Critical cells are all in out-of-school children',
  },
  tile_map: { id: 'Dua kabupaten perlu perhatian pada stunting', en: 'Two regencies need attention on stunting' },
  inflation: {
    id: 'Inflasi Mamuju 2,28 % pada Juni 2023, di dalam sasaran',
    en: 'Inflation in Mamuju was 2.28% in June 2023, within the target',
  },
  two_truths: {
    id: 'Pengukuran rutin menyebut 22,66 %, survei 35,00 %: dibaca berdampingan',
    en: 'Routine measurement says 22.66%, the survey 35.00%: read them side by side',
  },
  small_wins: { id: 'Kabar baik dari lapangan', en: 'Good news from the field' },
  obstacles: {
    id: 'Tiga angka kritis dan empat laporan belum masuk',
    en: 'Three critical figures and four reports missing',
  },
  completeness: { id: '130 dari 152 laporan sudah masuk', en: '130 of 152 reports are in' },
  action_items: { id: 'Dua tindak lanjut lewat tenggat', en: 'Two action items are overdue' },
  changes: { id: 'Tiga angka berubah sejak edisi 2', en: 'Three figures changed since edition 2' },
  text: { id: 'Keputusan yang diminta', en: 'Decisions asked for' },
  unavailable: { id: 'Isu belum dipilih', en: 'No issue was chosen' },
};

const withoutFigures: readonly SlideBody['kind'][] = ['cover', 'text', 'unavailable', 'action_items', 'small_wins'];

/** A slide as an edition holds it, with that body. */
export function slideOf(body: SlideBody, overrides: Partial<SlideContent> = {}): SlideContent {
  const hasFigures = !withoutFigures.includes(body.kind);
  return {
    id: `slide-${body.kind}`,
    filter: noFilter,
    month,
    proposed: proposals[body.kind],
    written: null,
    contradictions: [],
    notes: 'Sebutkan dulu yang membaik, lalu minta penjelasan kabupaten yang tertinggal.',
    isEmpty: body.kind === 'unavailable',
    source: hasFigures
      ? {
          id: 'Sumber: laporan OPD penanggung jawab wilayah · s.d. minggu II Agustus 2023',
          en: 'Source: reports of the responsible agencies · up to week II of August 2023',
        }
      : { id: '', en: '' },
    footnotes: hasFigures ? [{ id: '58 dari 69 kecamatan', en: '58 of 69 districts' }] : [],
    basis: hasFigures ? 'verified' : null,
    holdsSample: false,
    body,
    ...overrides,
  };
}

/** One realistic slide of each kind, in the order of the menu. */
export const slides: { [K in SlideBody['kind']]: SlideContent } = {
  cover: slideOf(bodies.cover),
  situation: slideOf(bodies.situation),
  issue: slideOf(bodies.issue, { filter: { ...noFilter, issueId: 'ST' } }),
  regencies: slideOf(bodies.regencies, { filter: { ...noFilter, issueId: 'ST' } }),
  heat_map: slideOf(bodies.heat_map),
  tile_map: slideOf(bodies.tile_map, { filter: { ...noFilter, issueId: 'ST' } }),
  inflation: slideOf(bodies.inflation, { basis: 'published' }),
  two_truths: slideOf(bodies.two_truths, { filter: { ...noFilter, issueId: 'ST' } }),
  small_wins: slideOf(bodies.small_wins, { holdsSample: true }),
  obstacles: slideOf(bodies.obstacles, { basis: 'provisional' }),
  completeness: slideOf(bodies.completeness),
  action_items: slideOf(bodies.action_items),
  changes: slideOf(bodies.changes),
  text: slideOf(bodies.text),
  unavailable: slideOf(bodies.unavailable),
};

export const editionMark: SlideMark = {
  edition: {
    frozenAt: '2023-08-27T23:40:00.000Z',
    sha256: '4f9c1d7e58b2a36c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9aa21e',
    number: 2,
  },
  page: 3,
  pages: 14,
  timeZone: 'Asia/Makassar',
};
export const draftMark: SlideMark = { ...editionMark, edition: null };

/** A whole deck of them, as it is frozen. */
export function deckContent(overrides: Partial<DeckContent> = {}): DeckContent {
  return {
    format: 1,
    deckId: 'deck-1',
    title: 'Rapat koordinasi Agustus 2023',
    province,
    month,
    data: 'verified',
    asOf: '2023-08-28',
    timeZone: 'Asia/Makassar',
    slides: Object.values(slides),
    recap: {
      month,
      columns: [
        {
          issueId: 'ST',
          issueNameId: 'Stunting',
          issueNameEn: 'Stunting',
          indicators: [indicators.targetGroup, indicators.reached, indicators.left],
        },
      ],
      rows: [
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
      signatories: [{ role: 'Sekretaris Satgas 4+1', name: '', identity: '' }],
    },
    ...overrides,
  };
}
