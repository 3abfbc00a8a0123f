import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlideBody } from '#shared/briefing/content.ts';
import { findContradictions } from '#shared/briefing/contradiction.ts';
import { proposeHeadline } from '#shared/briefing/headline.ts';
import { formatNumber } from '#shared/number-format.ts';
import { cascade, headline, month } from '#tests/support/figure-answers.ts';
import {
  actionItem,
  completenessBody,
  heatMapBody,
  inflationBody,
  issueBody,
  regenciesBody,
  situationBody,
  tileMapBody,
  trajectory,
} from '#tests/support/slide-bodies.ts';

const flagged = (written: string, body: SlideBody = issueBody()) =>
  findContradictions(written, { body }).map((each) => each.written);

describe('headlines as they are written in Indonesia', () => {
  const inflation = inflationBody(3.2, 2.1);
  const behind = issueBody({ cascade: cascade({ target: 16_377, reached: 5000, left: 600 }) });
  const fell = { value: -1.9, fromMonth: '2022-12', fromValue: 36.9, isPercentagePoint: true, isComparable: true };
  const outcome = { ...headline({ change: fell }), role: 'outcome' as const };

  test.each<[string, SlideBody]>([
    ['9.085 anak terjangkau, naik 24,5 persen dari bulan lalu', issueBody()],
    ['Sulbar peringkat 2 nasional, 9.085 anak terjangkau', issueBody()],
    ['Anggaran Rp 1,2 miliar untuk 9.085 anak', issueBody()],
    ['Belum separuh sasaran dijangkau', behind],
    ['Kurang dari separuh sasaran dijangkau', behind],
    ['Tidak sampai sepertiga sasaran dijangkau', behind],
    ['Sasaran bertambah, prevalensi turun', issueBody({ outcome })],
    ['Inflasi Sulbar 3,2 persen, lebih tinggi dari nasional', inflation],
    ['Inflasi masih di dalam sasaran', inflation],
    ['Deflasi Mamuju sebesar 0,4 persen', inflationBody(-0.4, 2.1)],
  ])('are borne out: %s', (written, body) => expect(flagged(written, body)).toEqual([]));

  test.each<[string, SlideBody, string[]]>([
    ['Dua dari tiga anak sudah dijangkau', issueBody(), ['Dua dari tiga']],
    ['Naik 44 persen dari bulan lalu', issueBody(), ['Naik 44 persen']],
    ['Belum separuh sasaran dijangkau', issueBody(), ['Belum separuh']],
    ['Inflasi Sulbar lebih rendah dari nasional', inflation, ['lebih rendah dari nasional']],
    ['Inflasi melampaui sasaran', inflation, ['melampaui sasaran']],
    ['Inflasi di luar sasaran', inflation, ['di luar sasaran']],
    ['Deflasi 3,2 persen', inflation, ['Deflasi 3,2 persen']],
    ['Empat kabupaten kritis', regenciesBody(), ['Empat']],
  ])('are marked: %s', (written, body, marked) => expect(flagged(written, body)).toEqual(marked));
});

describe('a headline in own words', () => {
  test.each(
    [
      'Separuh lebih sasaran sudah dijangkau, tetapi baru 1 dari 9 yang keluar dari status',
      '9.085 anak dijangkau dari 16.377 sasaran (55,5%)',
      '9.085 dari 16.377 anak sudah dijangkau',
      'Sekitar 9 ribu anak dijangkau, 16,4 ribu sasaran',
      'Hampir 9.100 anak, atau 55,5 persen',
      '9,1 rb anak sudah dijangkau',
      'Lebih dari 9.000 anak dijangkau',
      '7.292 anak belum diintervensi',
      'Naik 1.785 sejak Juli 2023',
      'Laju 1.450 per bulan, perlu 1.823; proyeksi 14.900 pada Desember',
      '58 dari 69 kecamatan melapor',
      'Prevalensi masih 35 %, jauh dari target 28,49 %',
      'Tertinggal 1.815 anak dari jalur',
      '16,377 children, 55.5% reached',
      'More than half reached, only 1 in 9 left the status',
    ].slice(0, 15),
  )('is borne out: %s', (written) => expect(flagged(written)).toEqual([]));

  test.each([
    ['9.805 anak sudah dijangkau', ['9.805']],
    ['65,5% sasaran dijangkau', ['65,5%']],
    ['1 dari 5 keluar dari status', ['1 dari 5']],
    ['Hampir separuh sasaran sudah dijangkau', ['Hampir separuh']],
    ['Sepertiga sasaran sudah dijangkau', ['Sepertiga']],
    ['Dua pertiga sasaran sudah dijangkau', ['Dua pertiga']],
    ['Turun 1.785 sejak Juli', ['Turun 1.785']],
    ['Jumlah yang dijangkau turun', ['turun']],
    ['10.000 anak sudah dijangkau', ['10.000']],
    ['2 juta anak dijangkau', ['2 juta']],
    ['57 dari 69 kecamatan melapor', ['57 dari 69']],
    ['Tujuh kabupaten kritis', ['Tujuh']],
  ])('is marked: %s', (written, marked) => expect(flagged(written, issueBody({ outcome: null }))).toEqual(marked));

  test('may name months, years, dates, editions and the programme', () => {
    for (const written of [
      'Capaian 4+1 sampai 28 Agustus 2023',
      'Edisi 7: rekap triwulan 3 tahun 2023',
      'Anak usia 7–18 tahun, menurut Keputusan Nomor 296 Tahun 2023',
      'Rapat 28/8/2023 pukul 07.40 WITA, minggu ke-2',
      'Dalam 3 bulan terakhir, RPJMD 2025–2029',
      'Salah satu pekerjaan bersama',
    ]) {
      expect(flagged(written), written).toEqual([]);
    }
  });

  test('is told what the slide holds instead', () => {
    const [found] = findContradictions('9.805 anak sudah dijangkau', issueContent());
    expect(found?.held).toEqual({ id: 'Diintervensi 9.085 anak', en: 'Reached 9,085 children' });
    const [wrongWay] = findContradictions('Turun 1.785 sejak Juli', issueContent());
    expect(wrongWay?.held?.id).toBe('naik 1.785 anak');
  });

  test('may say that nothing rose', () => {
    expect(flagged('Belum turun juga')).toEqual([]);
    expect(flagged('Tidak naik lagi')).toEqual([]);
  });

  test('of words without data is free', () => {
    const text = { kind: 'text', body: '', pictureSha256: null, pictureAlt: '' } as const;
    expect(flagged('Seribu langkah, 12 kesepakatan', text)).toEqual([]);
  });

  test('of inflation stands on the right side, in percentage points', () => {
    const body = inflationBody(3.2, 2.1);
    expect(flagged('Inflasi 3,2 % di atas nasional dan di dalam sasaran', body)).toEqual([]);
    expect(flagged('Inflasi di bawah nasional', body)).toEqual(['di bawah nasional']);
    expect(flagged('Inflasi di atas sasaran', body)).toEqual(['di atas sasaran']);
    expect(flagged('1,10 poin persen di atas nasional', body)).toEqual([]);
    expect(flagged('1,10 % di atas nasional', body)).toEqual(['1,10 %']);
  });

  test('of lists counts what they hold', () => {
    expect(flagged('41 dari 47 laporan masuk, enam terlambat 6 hari', completenessBody(41, 47, 6))).toEqual([]);
    expect(flagged('40 dari 47 laporan masuk', completenessBody(41, 47, 6))).toEqual(['40 dari 47']);
    expect(flagged('Tiga kabupaten kritis, satu kabupaten belum ada angka', regenciesBody())).toEqual([]);
    expect(flagged('Empat kabupaten kritis', regenciesBody())).toEqual(['Empat']);
    const items = { kind: 'action_items', asOf: '2023-09-11', items: [actionItem()] } as const;
    expect(flagged('1 tindak lanjut lewat 11 hari', { ...items, items: [...items.items] })).toEqual([]);
    expect(flagged('1 tindak lanjut lewat 12 hari', { ...items, items: [...items.items] })).toEqual(['12']);
  });
});

function issueContent() {
  return { body: issueBody() };
}

describe('the proposed headline', () => {
  const context = { month, data: 'verified', provinceName: 'Sulawesi Barat' } as const;

  test('of every kind is borne out by its own slide, in both languages', () => {
    const since = { number: 2, frozenAt: '2023-08-28T00:00:00Z', month, sha256: 'a' };
    const bodies: SlideBody[] = [
      issueBody(),
      issueBody({ cascade: null }),
      situationBody(),
      regenciesBody(),
      heatMapBody(),
      tileMapBody(),
      inflationBody(1.19, 3.01),
      completenessBody(41, 47, 6),
      completenessBody(0, 47, 47),
      { kind: 'action_items', asOf: '2023-09-11', items: [actionItem(), actionItem({ daysLate: 3 })] },
      { kind: 'changes', since, changes: [] },
      { kind: 'obstacles', items: [], critical: [], lateReports: completenessBody(41, 47, 6).lateReports },
    ];
    for (const body of bodies) {
      const proposed = proposeHeadline(body, context);
      for (const text of [proposed.id, proposed.en]) expect(findContradictions(text, { body }), text).toEqual([]);
    }
  });

  test('of any cascade and path is borne out', () => {
    const counts = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(counts, counts, counts, (target, reached, left) => {
        const body = issueBody({ cascade: cascade({ target, reached, left }) });
        const { id, en } = proposeHeadline(body, context);
        expect([...findContradictions(id, { body }), ...findContradictions(en, { body })]).toEqual([]);
      }),
    );
  });
});

test('a number is borne out as it is written in either language, and its tenfold is not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.constantFrom('id' as const, 'en' as const),
      (value, locale) => {
        const figure = { ...headline().figure, value } as NonNullable<ReturnType<typeof headline>['figure']>;
        const body = issueBody({
          headline: {
            ...headline({ figure, change: null }),
            trajectory: { ...trajectory, series: [], planned: [], runRate: null },
          },
          cascade: null,
          outcome: null,
        });
        const write = (each: number) => `${formatNumber(each, { locale, decimals: 0 })} anak`;
        expect(flagged(write(value), body)).toEqual([]);
        const wrong = value * 10 + 70_000_003;
        expect(flagged(write(wrong), body)).toHaveLength(1);
      },
    ),
  );
});
