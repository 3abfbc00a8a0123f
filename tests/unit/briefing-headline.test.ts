import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlideBody } from '#shared/briefing/content.ts';
import { proposeHeadline } from '#shared/briefing/headline.ts';
import { isWithin, sharePhrase } from '#shared/briefing/share-phrase.ts';
import { statuses } from '#shared/status.ts';
import {
  card,
  cascade,
  figure,
  headline,
  indicator,
  majene,
  month,
  prevalence,
  province,
  status,
} from '#tests/support/figure-answers.ts';
import {
  actionItem,
  completenessBody,
  heatMapBody,
  inflationBody,
  issueBody,
  mamuju,
  pasangkayu,
  publishedFigure,
  regenciesBody,
  regencyRow,
  situationBody,
  tileMapBody,
  trajectory,
} from '#tests/support/slide-bodies.ts';

const context = { month, data: 'verified', provinceName: 'Sulawesi Barat' } as const;
const idOf = (body: SlideBody) => proposeHeadline(body, context).id;
const withCascade = (target: number | null, reached: number | null, left: number | null) =>
  issueBody({ cascade: cascade({ target, reached, left }) });
const withPath = (value: number | null, answer: Parameters<typeof status>[0], of = indicator()) =>
  issueBody({
    cascade: null,
    headline: {
      ...headline({ indicator: of, figure: figure({ value }), status: status(answer), change: null }),
      trajectory,
    },
  });

describe('the headline of a cascade', () => {
  test('of August 2023 is the one of the source', () => {
    expect(proposeHeadline(issueBody(), context)).toEqual({
      id: 'Separuh lebih sasaran sudah dijangkau, tetapi baru 1 dari 9 yang keluar dari status',
      en: 'More than half of the target group has been reached, but only 1 in 9 of them have left the status',
    });
  });

  test('says nobody where it is zero and nothing where it is missing', () => {
    expect(idOf(withCascade(16_377, 0, null))).toBe('Belum ada sasaran yang dijangkau');
    expect(idOf(withCascade(16_377, 9085, 0))).toBe(
      'Separuh lebih sasaran sudah dijangkau, tetapi belum ada yang keluar dari status',
    );
    expect(idOf(withCascade(16_377, 9085, null))).toBe('Separuh lebih sasaran sudah dijangkau');
    expect(idOf(withCascade(null, 9085, 1054))).toBe(
      '9.085 anak sudah dijangkau, tetapi baru 1 dari 9 yang keluar dari status',
    );
  });

  test('joins two shortfalls with “and”, and what is nearly half is no shortfall', () => {
    expect(idOf(withCascade(1000, 300, 60))).toBe(
      'Baru 30,0\u00A0% sasaran yang dijangkau, dan baru 1 dari 5 yang keluar dari status',
    );
    expect(idOf(withCascade(1000, 480, 0))).toBe(
      'Hampir separuh sasaran sudah dijangkau, tetapi belum ada yang keluar dari status',
    );
    expect(idOf(withCascade(1000, 300, 290))).toBe(
      'Baru 30,0\u00A0% sasaran yang dijangkau, tetapi hampir semua di antaranya sudah keluar dari status',
    );
  });

  test('gives no share of stages that do not cover the same districts, or of a part larger than its whole', () => {
    const uneven = cascade({ target: 16_377, reached: 9085, left: 1054 });
    const [first] = uneven.stages;
    if (first?.figure) first.figure.held = 69;
    expect(idOf(issueBody({ cascade: uneven }))).toBe(
      '9.085 anak sudah dijangkau, tetapi baru 1 dari 9 yang keluar dari status',
    );
    expect(idOf(withCascade(9000, 9085, null))).toBe('9.085 anak sudah dijangkau');
  });

  test('says nothing of nobody where only some districts have told', () => {
    const uneven = cascade({ target: 16_377, reached: 9085, left: 0 });
    for (const { stage, figure: of } of uneven.stages) if (stage === 'left' && of) of.held = 10;
    expect(idOf(issueBody({ cascade: uneven }))).toBe('Separuh lebih sasaran sudah dijangkau');
  });

  test('says of which month and area it is where that is not the deck’s', () => {
    const body = issueBody({
      cascade: { ...cascade({ target: 4, reached: 4, left: 3 }), month: '2023-07' },
      area: pasangkayu,
    });
    expect(idOf(body)).toBe(
      'Pasangkayu: Semua sasaran sudah dijangkau, dan sekitar tiga perempat di antaranya sudah keluar dari status (Juli 2023)',
    );
  });
});

describe('a share in words', () => {
  test.each([
    [0.5547, 'separuh lebih'],
    [0.5, 'separuh'],
    [0.499, 'hampir separuh'],
    [1 / 3, 'sekitar sepertiga'],
    [1054 / 9085, '1 dari 9'],
    [0.95, 'hampir semua'],
    [1, 'semua'],
    [0.42, '42,0\u00A0%'],
    [0.0004, 'kurang dari 0,1\u00A0%'],
  ])('%d is “%s”', (share, words) => expect(sharePhrase(share).id).toBe(words));

  test('is true of every share it is said of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (one, other) => {
        const share = Math.min(one, other) / Math.max(one, other);
        const phrase = sharePhrase(share);
        expect(isWithin(share, phrase)).toBe(true);
        const of = phrase.id.match(/^1 dari (\d+)$/)?.[1];
        if (of) expect(Math.abs(1 / share - Number(of))).toBeLessThanOrEqual(0.5);
        if (phrase.id.startsWith('separuh lebih')) expect(share).toBeGreaterThan(0.5);
        if (phrase.id.startsWith('hampir separuh')) expect(share).toBeLessThan(0.5);
        if (phrase.id === 'hampir semua') expect(share).toBeLessThan(1);
        if (phrase.id === 'semua') expect(share).toBe(1);
      }),
    );
  });

  test('refuses nothing, more than the whole, and what is no number', () => {
    for (const share of [0, 1.01, -0.2, Number.NaN]) expect(() => sharePhrase(share)).toThrow(RangeError);
  });
});

describe('the headline of a path', () => {
  test('says how far behind, and that only where it is behind', () => {
    expect(idOf(withPath(9085, { status: 'attention', planned: 10_900 }))).toBe(
      'Diintervensi 9.085 anak, tertinggal 1.815 anak dari jalur target',
    );
    expect(idOf(withPath(9085, { status: 'on_track', planned: 9100 }))).toBe(
      'Diintervensi 9.085 anak, sesuai jalur target',
    );
    expect(idOf(withPath(35, { status: 'critical', planned: 28.49 }, prevalence))).toBe(
      'Prevalensi survei 35,00\u00A0%, kritis: tertinggal 6,51 poin persen dari jalur target',
    );
    expect(idOf(withPath(9085, { status: 'attention', planned: 9000 }))).toBe(
      'Diintervensi 9.085 anak, perlu perhatian',
    );
  });

  test('without a target tells the change where the two months can be compared', () => {
    const answer = status({ status: 'no_data', reason: 'no_target', planned: null });
    const change = { value: -120, fromMonth: '2023-07', fromValue: 9205, isPercentagePoint: false, isComparable: true };
    const body = (isComparable: boolean) =>
      issueBody({
        cascade: null,
        headline: { ...headline({ status: answer, change: { ...change, isComparable } }), trajectory },
      });
    expect(idOf(body(true))).toBe('Diintervensi 9.085 anak, turun 120 anak sejak Juli 2023');
    expect(idOf(body(false))).toBe('Diintervensi 9.085 anak');
  });

  test('says that a figure is missing, never that it is zero', () => {
    expect(idOf(withPath(null, { status: 'no_data', reason: 'no_figure' }))).toBe(
      'Belum ada angka Stunting untuk Agustus 2023',
    );
    expect(idOf(withPath(0, { status: 'critical', planned: 100 }))).toBe(
      'Diintervensi 0 anak, kritis: tertinggal 100 anak dari jalur target',
    );
  });

  test('never says behind of what is ahead, in either direction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...statuses),
        fc.constantFrom('higher' as const, 'lower' as const),
        (value, planned, grade, direction) => {
          const text = idOf(withPath(value, { status: grade, planned }, indicator({ direction })));
          const shortfall = direction === 'higher' ? planned - value : value - planned;
          const behind = text.match(/tertinggal ([\d.]+) anak/)?.[1];
          if (behind) expect(Number(behind.replaceAll('.', ''))).toBe(shortfall);
        },
      ),
    );
  });
});

describe('the headline of inflation', () => {
  test('stands beside nation and band', () => {
    expect(idOf(inflationBody(3.2, 2.1))).toBe(
      'Inflasi Sulawesi Barat 3,20\u00A0%, 1,10 poin persen di atas nasional dan di dalam sasaran 2–4\u00A0%',
    );
    expect(proposeHeadline(inflationBody(1.19, 3.01), context).en).toBe(
      'Inflation in Sulawesi Barat 1.19%, 1.82 percentage points below the nation and below the target band of 2–4%',
    );
    expect(idOf(inflationBody(2.5, null))).toBe('Inflasi Sulawesi Barat 2,50\u00A0%, di dalam sasaran 2–4\u00A0%');
  });

  test('does not compare with the nation of another month', () => {
    const body = inflationBody(3.2, 2.1);
    const nationYoy = body.inflation?.areas[0]?.figures.yoy;
    if (nationYoy) nationYoy.month = '2023-07';
    expect(idOf(body)).not.toContain('nasional');
  });

  test('is on the side of nation and band that it says', () => {
    const rates = fc.integer({ min: -300, max: 900 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(rates, rates, (here, there) => {
        const text = idOf(inflationBody(here, there));
        expect(text.includes('di atas nasional')).toBe(Math.round((here - there) * 100) > 0);
        expect(text.includes('di bawah nasional')).toBe(Math.round((here - there) * 100) < 0);
        expect(text.includes('sama dengan nasional')).toBe(here === there);
        expect(text.includes('di atas sasaran')).toBe(here > 4);
        expect(text.includes('di bawah sasaran')).toBe(here < 2);
      }),
    );
  });
});

describe('the headline of areas', () => {
  test('counts what is critical, names the worst, and says who has no figure', () => {
    expect(idOf(regenciesBody())).toBe('3 dari 6 kabupaten kritis, Mamasa paling tertinggal; 1 belum ada angka');
    expect(idOf(tileMapBody())).toBe('1 dari 2 kabupaten kritis: Mamasa; 1 belum ada angka');
    expect(idOf(heatMapBody())).toBe('Mamasa paling banyak kritis pada 1 dari 1 isu');
  });

  test('does not call everything well where some cannot be assessed', () => {
    const incomplete = { ...regencyRow(mamuju, 500, 1), status: status({ status: 'no_data', reason: 'incomplete' }) };
    const rows = [regencyRow(pasangkayu, 1500, 1), incomplete];
    expect(idOf(regenciesBody({ regencies: { indicator: indicator(), targetGroupIndicator: null, rows } }))).toBe(
      '1 dari 2 kabupaten sesuai jalur atau sudah tercapai; 1 belum dapat dinilai',
    );
    const { regions } = heatMapBody();
    const calm = regions.map((region) => ({
      ...region,
      cells: region.cells.map((cell) => ({
        ...cell,
        status: cell.figure ? status({ status: 'on_track' }) : cell.status,
      })),
    }));
    expect(idOf(heatMapBody({ regions: calm }))).toBe(
      'Tidak ada yang kritis di antara 1 angka kabupaten yang dapat dinilai',
    );
  });

  test('without targets compares shares of the target group, never counts', () => {
    const rows = [regencyRow(pasangkayu, 1500, 1), regencyRow(mamuju, 500, 1)].map((row) => ({
      ...row,
      status: status({ status: 'no_data' as const, reason: 'no_target' as const }),
    }));
    const regencies = { indicator: indicator(), targetGroupIndicator: indicator(), rows };
    expect(idOf(regenciesBody({ regencies }))).toBe(
      'Pasangkayu tertinggi (60,0\u00A0% sasaran), Mamuju terendah (20,0\u00A0%)',
    );
    const bare = { ...regencies, rows: rows.map((row) => ({ ...row, targetGroup: null })) };
    expect(idOf(regenciesBody({ regencies: bare }))).toBe('2 dari 2 kabupaten sudah ada angkanya');
  });

  test('of nothing says that there is nothing', () => {
    expect(idOf(regenciesBody({ regencies: null }))).toBe('Belum ada angka Stunting untuk Agustus 2023');
    expect(idOf(heatMapBody({ regions: [] }))).toBe('Belum ada angka untuk Agustus 2023');
  });

  test('counts as many critical areas as there are', () => {
    const shares = fc.array(fc.option(fc.double({ min: 0, max: 1.5, noNaN: true }), { nil: null }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(shares, (each) => {
        const rows = each.map((share, index) =>
          regencyRow({ ...mamuju, id: `76.${index}`, name: `Kabupaten ${index}` }, share === null ? null : 100, share),
        );
        const text = idOf(regenciesBody({ regencies: { indicator: indicator(), targetGroupIndicator: null, rows } }));
        const critical = rows.filter((row) => row.status.status === 'critical').length;
        expect(text.match(/^(\d+) dari \d+ kabupaten kritis/)?.[1] ?? '0').toBe(String(critical));
        const missing = rows.filter((row) => row.figure === null).length;
        if (missing < rows.length) expect(text.match(/; (\d+) belum ada angka$/)?.[1] ?? '0').toBe(String(missing));
      }),
    );
  });
});

describe('the headlines of lists', () => {
  test('count reports', () => {
    expect(idOf(completenessBody(41, 47, 6))).toBe('41 dari 47 laporan masuk, 6 terlambat');
    expect(idOf(completenessBody(41, 47, 0))).toBe('41 dari 47 laporan masuk, 6 belum masuk');
    expect(idOf(completenessBody(47, 47, 0))).toBe('Semua 47 laporan sudah masuk, semua tepat waktu');
    expect(idOf(completenessBody(0, 47, 0))).toBe('Belum ada laporan yang masuk dari 47, 47 belum masuk');
    expect(idOf(completenessBody(0, 0, 0))).toBe('Tidak ada laporan yang diharapkan untuk Agustus 2023');
  });

  test('count issues, follow-ups, changes and news', () => {
    expect(
      idOf(
        situationBody({ cards: [card({ headline: headline({ status: status({ status: 'critical' }) }) }), card()] }),
      ),
    ).toBe('1 dari 2 isu kritis: Stunting');
    expect(idOf(situationBody({ cards: [card({ headline: headline({ figure: null }) })] }))).toBe(
      'Belum ada angka untuk Agustus 2023',
    );
    expect(idOf({ kind: 'action_items', asOf: '2023-09-11', items: [actionItem(), actionItem({ daysLate: 3 })] })).toBe(
      '2 tindak lanjut lewat tenggat, paling lama 11 hari',
    );
    expect(idOf({ kind: 'action_items', asOf: '2023-09-11', items: [actionItem({ daysLate: 0 })] })).toBe(
      'Tidak ada tindak lanjut yang lewat tenggat, 1 masih berjalan',
    );
    const since = { number: 2, frozenAt: '2023-08-28T00:00:00Z', month, sha256: 'a' };
    expect(idOf({ kind: 'changes', since, changes: [] })).toBe('Tidak ada angka yang berubah sejak edisi 2');
    expect(idOf({ kind: 'changes', since: null, changes: [] })).toBe('Belum ada edisi terdahulu untuk dibandingkan');
    expect(idOf({ kind: 'small_wins', items: [] })).toBe('Belum ada kabar dari lapangan sampai Agustus 2023');
    expect(
      idOf({ kind: 'obstacles', items: [], critical: [], lateReports: completenessBody(41, 47, 6).lateReports }),
    ).toBe('6 laporan terlambat');
  });

  test('put two truths side by side without reducing them to one', () => {
    const side = (of: typeof prevalence, value: number) => ({
      indicator: of,
      figure: publishedFigure({ indicatorId: of.id, value }),
      seriesNameId: null,
      seriesNameEn: null,
      previous: null,
    });
    const routine = { ...prevalence, id: 'ST_PREV_EPPGBM', shortNameId: 'Prevalensi e-PPGBM' };
    const pairs = [
      { id: 'p', kind: 'routine_and_survey' as const, sides: [side(prevalence, 35), side(routine, 25.2)] },
    ];
    expect(idOf({ kind: 'two_truths', issue: issueBody().issue, pairs })).toBe(
      'Dua ukuran dibaca berdampingan: Prevalensi survei 35,00\u00A0% dan Prevalensi e-PPGBM 25,20\u00A0%',
    );
  });

  test('of a cover and of words are no claims about numbers', () => {
    expect(idOf({ kind: 'cover', province, subtitle: '', pictureSha256: null, pictureAlt: '' })).toBe(
      'Penanganan 4+1 Sulawesi Barat, Agustus 2023',
    );
    expect(
      idOf({ kind: 'text', body: '- butir\nKesepakatan rapat\n- lain', pictureSha256: null, pictureAlt: '' }),
    ).toBe('Catatan');
    expect(idOf({ kind: 'unavailable', wanted: 'issue', reason: 'issue_gone' })).toBe('Isu slide ini sudah tidak ada');
  });
});

test('of any cascade the words agree with the numbers', () => {
  const counts = fc.integer({ min: 0, max: 30_000 });
  fc.assert(
    fc.property(counts, counts, counts, (target, reached, left) => {
      const text = idOf(withCascade(target, reached, left));
      const share = reached / target;
      if (text.startsWith('Separuh lebih')) expect(share > 0.5 && share <= 0.6).toBe(true);
      if (text.startsWith('Hampir semua')) expect(share >= 0.9 && share < 1).toBe(true);
      if (text.startsWith('Belum ada')) expect(reached).toBe(0);
      if (text.startsWith('Baru')) expect(share).toBeLessThan(0.45);
      if (text.startsWith('Baru')) expect(text).not.toContain('tetapi baru');
      if (text.includes('tetapi belum ada yang')) expect(left).toBe(0);
      if (text.includes(' baru ')) expect(left / reached).toBeLessThan(0.45);
      if (text.includes('di antaranya sudah')) expect(left / reached).toBeGreaterThanOrEqual(0.45);
      if (left > reached) expect(text).not.toContain('keluar dari status');
    }),
  );
});

describe('headlines that would say too much', () => {
  test('do not call nobody critical while some are unknown', () => {
    const { regencies } = regenciesBody();
    const rows = [regencyRow(mamuju, 1800, 0.8), regencyRow(pasangkayu, 1900, 0.95), regencyRow(majene, null, null)];
    const body = regenciesBody({ regencies: regencies && { ...regencies, rows } });
    expect(idOf(body)).toBe('1 dari 3 kabupaten perlu perhatian; 1 belum ada angka');
  });

  test('count as somebody who counts the rows, whatever is missing', () => {
    const share = fc.constantFrom(null, 0, 0.3, 0.699, 0.7, 0.899, 0.9, 1.2);
    const held = fc.record({ share, value: fc.option(fc.integer({ min: 0, max: 3000 })) });
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 6 }), (drawn) => {
        const rows = drawn.map((each, index) =>
          regencyRow(
            { ...mamuju, id: `76.0${index}`, name: `K${index}` },
            each.value,
            each.value === null ? null : each.share,
          ),
        );
        const { regencies } = regenciesBody();
        const text = idOf(regenciesBody({ regencies: regencies && { ...regencies, rows } }));
        const unknown = rows.filter((row) => row.status.status === 'no_data').length;
        const critical = rows.filter((row) => row.figure !== null && (row.status.share ?? 1) < 0.7).length;
        const missing = drawn.filter((each) => each.value === null).length;
        if (text.startsWith('Tidak ada kabupaten yang kritis')) expect([critical, unknown]).toEqual([0, 0]);
        if (text.startsWith('Semua')) expect([critical, unknown]).toEqual([0, 0]);
        expect(Number(text.match(/^(\d+) dari \d+ kabupaten kritis/)?.[1] ?? 0)).toBe(critical);
        if (missing < rows.length) expect(Number(text.match(/(\d+) belum ada angka/)?.[1] ?? missing)).toBe(missing);
        const worst = text.match(/, (K\d) paling tertinggal/)?.[1];
        const least = Math.min(...rows.map((row) => row.status.share ?? Number.POSITIVE_INFINITY));
        if (worst)
          expect(rows.filter((row) => row.status.share === least).map((row) => row.area.name)).toEqual([worst]);
      }),
    );
  });

  test('do not rank figures of different months or sources', () => {
    const row = (of: typeof majene, value: number, at: string) => {
      const { figure: _, ...rest } = regencyRow(of, null, null);
      return { ...rest, figure: publishedFigure({ areaId: of.id, value, month: at }) };
    };
    const { regencies } = regenciesBody();
    const of = (one: string, other: string) =>
      idOf(
        regenciesBody({
          regencies: regencies && {
            ...regencies,
            indicator: prevalence,
            rows: [row(majene, 40.6, one), row(mamuju, 30.3, other)],
          },
        }),
      );
    expect(of('2023-08', '2023-08')).toBe('Majene tertinggi (40,60\u00A0%), Mamuju terendah (30,30\u00A0%)');
    expect(of('2023-08', '2021-08')).toBe('2 dari 2 kabupaten sudah ada angkanya');
  });

  test('give the limits of a band as they are', () => {
    const body = inflationBody(1.6, null);
    const answer = { ...body.headline.status, plannedLow: 1.75, plannedHigh: 3.75 };
    const banded = { ...body, headline: { ...body.headline, status: answer } };
    expect(idOf(banded)).toContain('di bawah sasaran 1,75–3,75\u00A0%');
  });
});
