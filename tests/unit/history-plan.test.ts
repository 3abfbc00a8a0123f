import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '#shared/month.ts';
import type { HistoryAnswers, HistoryContext, HistoryPlan } from '#shared/spreadsheet/history.ts';
import { readMonth } from '#shared/spreadsheet/history-month.ts';
import { planHistory } from '#shared/spreadsheet/history-plan.ts';
import { historyContext } from '#tests/support/history-context.ts';

const sheet = (text: string) => ({
  rows: text.split('\n').map((line) => line.split('|').map((each) => ({ text: each.trim() }))),
});

const plan = (text: string, answers: HistoryAnswers = {}, context: HistoryContext = historyContext) =>
  planHistory(sheet(text), context, answers);

function figures({ figures: all }: HistoryPlan): string[] {
  return all.map(({ month, areaId, indicatorId, kind, value }) => `${month} ${areaId} ${indicatorId} ${value ?? kind}`);
}

describe('the month of a row', () => {
  const march = ['2025-03', '2025/03', '2025-3', '2025-03-01', '2025-03-01 00:00:00', '202503', '03/2025', '3-2025'];
  const named = ['Mar-25', 'Maret 2025', 'maret 2025', 'March 2025', "Mar'25", 'MAR 2025', 'Mar. 2025', '2025 Maret'];
  const dated = ['31 Maret 2025', '31/03/2025', '03/31/2025', '01-Mar-25', '1 March 2025', 'March 1, 2025', '45717'];
  test.each([...march, ...named, ...dated])('%s is March 2025', (text) => {
    expect(readMonth({ text })).toEqual({ kind: 'month', month: '2025-03' });
  });

  test('a cell of dates is read by the day behind what it shows', () => {
    expect(readMonth({ text: 'Mar-25', value: 45_748 })).toEqual({ kind: 'month', month: '2025-04' });
  });

  test.each(['Agustus', 'Agt', '8', 'Bulan Agustus'])('%s lacks its year', (text) => {
    expect(readMonth({ text })).toEqual({ kind: 'month_of_year', monthOfYear: 8 });
  });

  test('a date that can be two months is both', () => {
    const reading = readMonth({ text: '03/04/2025' });
    expect(reading).toEqual({ kind: 'either', dayFirst: '2025-04', monthFirst: '2025-03' });
    expect(readMonth({ text: '04/04/2025' })).toEqual({ kind: 'month', month: '2025-04' });
  });

  test.each(['TW I 2025', '2025', '2025-13', '13/2025', '1899-12', 'minggu II Agustus', 'Jumlah', '0'])(
    '%s is no month',
    (text) => {
      expect(readMonth({ text }).kind).toBe('unreadable');
    },
  );
});

describe('three forms of a file', () => {
  test('a figure in each row, columns in any order, under titles', () => {
    const found = plan(
      [
        'REKAP 2025',
        '',
        'Nilai | Wilayah | Keterangan | Bulan | Indikator | Sumber | OPD | Petugas',
        '612 | 76.04.04 | dari posyandu | 2025-03 | Sasaran | e-PPGBM | Biro Hukum | Andi',
        '344 | Binuang | | Mar-25 | ST_VALID | | | Budi',
        'n/a | Kec. Anreapi | | 03/2025 | Keluar status | | biro-hukum | ',
      ].join('\n'),
    );
    expect(figures(found)).toEqual([
      '2025-03 76.04.04 ST_SASARAN 612',
      '2025-03 76.04.06 ST_VALID 344',
      '2025-03 76.04.13 ST_KELUAR not_applicable',
    ]);
    expect(found.figures[0]).toMatchObject({
      ...{ row: 4, note: 'dari posyandu', source: 'e-PPGBM', agencyId: 'biro-hukum' },
    });
    expect(found.unknownColumns).toEqual([{ column: 7, title: 'Petugas' }]);
    expect(found.hasAgencyColumn).toBe(true);
    expect(found.questions).toEqual([]);
    expect(found.problems).toEqual([]);
  });

  test('a column for each indicator', () => {
    const found = plan(
      'Bulan | Kode BPS | Kecamatan | Valid | Sasaran\n2025-01 | | Polewali | 588 | 612\n2025-02 | | Binuang | | 344',
    );
    expect(figures(found)).toEqual([
      '2025-01 76.04.04 ST_VALID 588',
      '2025-01 76.04.04 ST_SASARAN 612',
      '2025-02 76.04.06 ST_SASARAN 344',
    ]);
  });

  test('a column for each month, of the indicator that is named in the row or chosen', () => {
    const rows =
      'Wilayah | Indikator | Jan-25 | Februari 2025\nPolewali | Sasaran | 612 | 613\nBinuang | Valid | | 344';
    expect(figures(plan(rows))).toEqual([
      '2025-01 76.04.04 ST_SASARAN 612',
      '2025-02 76.04.04 ST_SASARAN 613',
      '2025-02 76.04.06 ST_VALID 344',
    ]);
    const unnamed = 'Data tahun 2025\nKecamatan | Jan | Feb | Mar\nPolewali | 1 | 2 | 3';
    const asked = plan(unnamed);
    expect(asked.figures).toEqual([]);
    expect(asked.waiting).toBe(3);
    expect(asked.questions).toMatchObject([{ id: 'sheet_indicator', count: 3, row: 3 }]);
    expect(asked.titleYear).toBe(2025);
    expect(figures(plan(unnamed, { sheet_indicator: 'ST_VALID' }))).toEqual([
      '2025-01 76.04.04 ST_VALID 1',
      '2025-02 76.04.04 ST_VALID 2',
      '2025-03 76.04.04 ST_VALID 3',
    ]);
  });

  test('year and month in columns of their own', () => {
    const found = plan('Tahun|Bulan|Kecamatan|Sasaran\n2024|Agustus|Polewali|9\n2025|8|Polewali|10\n|8|Polewali|11');
    expect(figures(found)).toEqual(['2024-08 76.04.04 ST_SASARAN 9', '2025-08 76.04.04 ST_SASARAN 10']);
    expect(found.problems).toEqual([{ row: 4, code: 'month_without_year', text: '8' }]);
  });

  test.each([
    ['', 'empty'],
    ['abc | def\n1 | 2', 'no_header'],
    ['Kecamatan | Sasaran\nPolewali | 5', 'no_month'],
    ['Bulan | Sasaran\n2025-01 | 5', 'no_area'],
    ['Bulan | Kecamatan\n2025-01 | Polewali', 'no_value'],
  ])('what is no history says what it lacks: %s', (text, problem) => {
    expect(plan(text).fileProblem).toBe(problem);
  });
});

describe('what is asked, and never guessed', () => {
  const head = 'Bulan | Wilayah | Indikator | Nilai';

  test('a district that two regencies have', () => {
    const rows = `${head}\n2025-01 | Balanipa | Sasaran | 5\n2025-02 | Balanipa | Sasaran | 6`;
    const [question] = plan(rows).questions;
    expect(question).toMatchObject({ topic: 'area', sample: 'Balanipa', count: 2, row: 2 });
    expect(question?.choices.map(({ id }) => id)).toEqual(['76.04.12', '73.07.03', 'leave_out']);
    const id = question?.id ?? '';
    expect(figures(plan(rows, { [id]: '76.04.12' }))).toEqual([
      '2025-01 76.04.12 ST_SASARAN 5',
      '2025-02 76.04.12 ST_SASARAN 6',
    ]);
    const left = plan(rows, { [id]: 'leave_out' });
    expect(left.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'left_out'],
      [3, 'left_out'],
    ]);
    // Beside its regency it is clear.
    const beside = `Bulan | Kabupaten | Kecamatan | Sasaran\n2025-01 | Polewali Mandar | Balanipa | 5`;
    expect(figures(plan(beside))).toEqual(['2025-01 76.04.12 ST_SASARAN 5']);
  });

  test('a name that is a regency and a district means the one where the indicator is collected', () => {
    const found = plan(`${head}\n2025-01 | Mamuju | Sasaran | 5\n2025-01 | Mamuju | Inflasi | 2,5`);
    expect(figures(found)).toEqual(['2025-01 76.02.01 ST_SASARAN 5', '2025-01 76.02 INFLASI 250']);
  });

  test('an indicator that two issues have, unless the issue is named', () => {
    const rows = `${head}\n2025-01 | Polewali | Kasus | 5`;
    const [question] = plan(rows).questions;
    expect(question).toMatchObject({ topic: 'indicator', sample: 'Kasus' });
    expect(figures(plan(rows, { [question?.id ?? '']: 'PA_KASUS' }))).toEqual(['2025-01 76.04.04 PA_KASUS 5']);
    const named = `${head} | Isu\n2025-01 | Polewali | Kasus | 5 | Stunting`;
    expect(figures(plan(named))).toEqual(['2025-01 76.04.04 ST_KASUS 5']);
  });

  test('whether day or month comes first, unless a date of the column says', () => {
    const rows = `${head}\n03/04/2025 | Polewali | Sasaran | 5`;
    expect(plan(rows).questions).toMatchObject([{ id: 'month_order', sample: '03/04/2025' }]);
    expect(figures(plan(rows, { month_order: 'day_first' }))).toEqual(['2025-04 76.04.04 ST_SASARAN 5']);
    const clear = `${rows}\n30/04/2025 | Binuang | Sasaran | 6`;
    expect(figures(plan(clear))).toEqual(['2025-04 76.04.04 ST_SASARAN 5', '2025-04 76.04.06 ST_SASARAN 6']);
  });

  test('what a dot is, for each indicator by its own figures', () => {
    const rows = `${head}\n2025-01 | Mamuju | Inflasi | 1.612\n2025-01 | Polewali | Sasaran | 16.377`;
    const found = plan(rows);
    expect(figures(found)).toEqual(['2025-01 76.04.04 ST_SASARAN 16377']);
    expect(found.questions).toMatchObject([{ id: 'sign:.', topic: 'sign', sample: '1.612', row: 2 }]);
    const settled = plan(`${rows}\n2025-02 | Mamuju | Inflasi | 2,5`);
    expect(figures(settled)).toContain('2025-01 76.02 INFLASI 161200');
    expect(settled.settled).toContainEqual(
      expect.objectContaining({ indicatorId: 'INFLASI', sample: '1.612', because: '2,5' }),
    );
  });

  test('a code that BPS and Kemendagri give to different areas', () => {
    const rows = 'Bulan | Kode | Inflasi\n2025-01 | 7604 | 2,5';
    const [question] = plan(rows).questions;
    expect(question).toMatchObject({ topic: 'code_scheme', sample: '7604' });
    expect(figures(plan(rows, { [question?.id ?? '']: 'bps' }))).toEqual(['2025-01 76.02 INFLASI 250']);
    expect(figures(plan(rows, { [question?.id ?? '']: 'kemendagri' }))).toEqual(['2025-01 76.04 INFLASI 250']);
  });
});

test('what cannot be read is told by row and reason, and the rest goes on', () => {
  const found = plan(
    [
      'Bulan | Wilayah | Indikator | Nilai | OPD | Isu',
      'TW I | Polewali | Sasaran | 1 | |',
      ' | Polewali | Sasaran | 2 | |',
      '2025-01 | Atlantis | Sasaran | 3 | |',
      '2025-01 | | Sasaran | 4 | |',
      '2025-01 | Polewali | Curah hujan | 5 | |',
      '2025-01 | Polewali | | 6 | |',
      '2025-01 | Polewali | Sasaran | tujuh | |',
      '2025-01 | Polewali | Sasaran | -8 | |',
      '2025-01 | Polewali | Sasaran | 9 | Dinas Khayalan |',
      '2025-01 | Polewali | Sasaran | 10 | | Cuaca',
      'Jumlah | Jumlah | Sasaran | 99 | |',
      '2025-01 | Jumlah | Sasaran | 99 | |',
      '2025-01 | Polewali | Sasaran | | |',
      '2025-01 | Polewali | Sasaran | 13 | |',
    ].join('\n'),
  );
  expect(figures(found)).toEqual(['2025-01 76.04.04 ST_SASARAN 13']);
  expect(found.blankRows).toBe(1);
  expect(found.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '2 month_unreadable',
    '3 month_missing',
    '4 area_unknown',
    '5 area_missing',
    '6 indicator_unknown',
    '7 indicator_missing',
    '8 NOT_A_NUMBER',
    '9 NEGATIVE_NOT_ALLOWED',
    '10 agency_unknown',
    '11 issue_unknown',
    '12 month_unreadable',
    '13 total_row',
  ]);
});

describe('whatever is written is read back, or asked, or refused', () => {
  const monthWriters: ((month: Month) => string)[] = [
    (month) => month,
    (month) => `${month}-01`,
    (month) => `${month.slice(5)}/${month.slice(0, 4)}`,
    (month) => `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
    (month) => `${(names[Number(month.slice(5)) - 1] ?? '').slice(0, 3)}-${month.slice(2, 4)}`,
  ];
  const names = [
    ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
    ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  ];
  const numberWriters: ((value: number) => string)[] = [
    (value) => String(value),
    (value) => value.toLocaleString('id-ID'),
    (value) => `${value} anak`,
  ];
  const districts = historyContext.areas.filter(({ id }) => /^76\.04\.(04|06|13)$/.test(id));
  const line = fc.record({
    month: fc.integer({ min: 0, max: 120 }).map((count) => addMonths('2018-01', count)),
    area: fc.constantFrom(...districts),
    indicatorId: fc.constantFrom('ST_SASARAN', 'ST_VALID', 'ST_KELUAR'),
    value: fc.integer({ min: 0, max: 99_999 }),
    writers: fc.tuple(fc.nat(), fc.nat(), fc.boolean()),
  });

  test('every figure comes out as it was, in its row, in whatever order the columns stand', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.shuffledSubarray(['month', 'area', 'indicator', 'value'] as const, { minLength: 4 }),
        (lines, order) => {
          const titles = { month: 'Bulan', area: 'Wilayah', indicator: 'Indikator', value: 'Nilai' };
          const rows = lines.map(({ month, area, indicatorId, value, writers: [first, second, isCode] }) => {
            const cells = {
              month: monthWriters[first % monthWriters.length]?.(month) ?? '',
              area: isCode ? area.id : area.name,
              indicator: indicatorId,
              value: numberWriters[second % numberWriters.length]?.(value) ?? '',
            };
            return order.map((key) => ({ text: cells[key] }));
          });
          const found = planHistory({ rows: [order.map((key) => ({ text: titles[key] })), ...rows] }, historyContext);
          expect(found.problems).toEqual([]);
          expect(found.questions).toEqual([]);
          expect(
            found.figures.map(({ row, month, areaId, indicatorId, value }) => [row, month, areaId, indicatorId, value]),
          ).toEqual(
            lines.map(({ month, area, indicatorId, value }, at) => [at + 2, month, area.id, indicatorId, value]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('every filled row of rubbish is a figure, waits, or is refused', () => {
    const rubbish = fc.oneof(
      fc.constantFrom(
        '2025-03',
        'Polewali',
        'Balanipa',
        'Sasaran',
        '16.377',
        '1,5',
        '-',
        'n/a',
        'Mar-25',
        '03/04/2025',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(rubbish, { minLength: 4, maxLength: 4 }), { maxLength: 20 }), (rows) => {
        const cells = [['Bulan', 'Wilayah', 'Indikator', 'Nilai'], ...rows].map((row) => row.map((text) => ({ text })));
        const found = planHistory({ rows: cells }, historyContext);
        if (found.fileProblem !== null) return;
        const filled = found.figures.length + found.problems.length + found.waiting;
        expect(filled + found.blankRows).toBeLessThanOrEqual(rows.length);
        expect(found.waiting === 0 || found.questions.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
