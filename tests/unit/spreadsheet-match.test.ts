import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatchArea } from '#shared/spreadsheet/area-index.ts';
import { parseDelimited } from '#shared/spreadsheet/delimited.ts';
import { matchSheet, type SheetContext, type SheetMatch } from '#shared/spreadsheet/match.ts';
import type { MatchIndicator } from '#shared/spreadsheet/match-columns.ts';

function area(id: string, name: string, rest: Partial<MatchArea> = {}): MatchArea {
  const parts = id.split('.');
  const level = (['province', 'regency', 'district', 'village'] as const)[parts.length - 1] ?? 'village';
  return { id, name, level, parentId: parts.slice(0, -1).join('.') || null, bpsCode: null, aliases: [], ...rest };
}

const regencies = [
  area('76', 'Sulawesi Barat', { bpsCode: '76' }),
  area('76.01', 'Pasangkayu', { bpsCode: '7605', aliases: ['Mamuju Utara'] }),
  area('76.02', 'Mamuju', { bpsCode: '7604' }),
  area('76.03', 'Mamasa', { bpsCode: '7603' }),
  area('76.04', 'Polewali Mandar', { bpsCode: '7602', aliases: ['Polman'] }),
  area('76.05', 'Majene', { bpsCode: '7601' }),
  area('76.06', 'Mamuju Tengah', { bpsCode: '7606', aliases: ['Mateng'] }),
];
const districts = [
  area('76.02.01', 'Mamuju'),
  area('76.02.03', 'Kalukku'),
  area('76.04.04', 'Polewali'),
  area('76.04.05', 'Tutar', { aliases: ['Tubbi Taramanu'] }),
  area('76.04.06', 'Binuang'),
  area('76.04.12', 'Balanipa'),
  area('76.04.15', 'Allu', { aliases: ['Alu'] }),
  area('76.06.03', 'Budong-Budong'),
];

function indicator(id: string, shortNameId: string, shortNameEn: string, rest: Partial<MatchIndicator> = {}) {
  const unit = { unitId: 'anak', unitEn: 'children' };
  return {
    id,
    nameId: `${shortNameId} stunting`,
    nameEn: `${shortNameEn}, stunting`,
    shortNameId,
    shortNameEn,
    ...unit,
    ...rest,
  };
}

const indicators: MatchIndicator[] = [
  indicator('ST_SASARAN', 'Sasaran', 'Target group'),
  indicator('ST_VALID', 'Hasil verval: valid', 'Verified: valid'),
  indicator('ST_BALITA', 'Balita (S)', 'Under five (S)'),
  indicator('ST_KELUAR', 'Keluar status', 'Left'),
];

const ofDistricts: SheetContext = { areas: districts, indicators, otherAreas: regencies };
const ofRegencies: SheetContext = { areas: regencies.slice(1), indicators, otherAreas: [...regencies, ...districts] };

const sheet = (text: string) => text.split('\n').map((line) => line.trim().split(/ *\| */));
const match = (text: string, context = ofDistricts, answers: Record<string, string> = {}) =>
  matchSheet(sheet(text), context, answers);

/** Rows and columns in a word each. */
function rowsOf({ rows }: SheetMatch): string[] {
  return rows.map((row) => (row.kind === 'area' || row.kind === 'other_area' ? `${row.kind} ${row.areaId}` : row.kind));
}
function columnsOf({ columns }: SheetMatch): string[] {
  return columns.map((column) =>
    column.kind === 'indicator' ? column.indicatorId : column.kind === 'extra' ? `extra ${column.title}` : column.kind,
  );
}

describe('the rows of a sheet', () => {
  test.each([
    ['76.04.12', '76.04.12'],
    ['760412', '76.04.12'],
    ["'760412", '76.04.12'],
    ['76,04,12', '76.04.12'],
    ['76-04-12', '76.04.12'],
    ['Balanipa', '76.04.12'],
    ['BALANIPA', '76.04.12'],
    [' balanipa ', '76.04.12'],
    ['Kec. Balanipa', '76.04.12'],
    ['Kecamatan Balanipa', '76.04.12'],
    ['kec Balanipa', '76.04.12'],
    ['Balanipa District', '76.04.12'],
    ['Balanipa (Polman)', '76.04.12'],
    ['Balanipa, Kab. Polewali Mandar', '76.04.12'],
    ['Tubbi Taramanu', '76.04.05'],
    ['TUBBI-TARAMANU', '76.04.05'],
    ['Budong Budong', '76.06.03'],
    ['budongbudong', '76.06.03'],
    ['Alu', '76.04.15'],
  ])('%s is %s', (text, id) => {
    const found = match(`Kecamatan | Sasaran\n${text} | 12`);
    expect(rowsOf(found)).toEqual(['heading', `area ${id}`]);
    expect(found.questions).toEqual([]);
  });

  test('names without a header above them are found as well, and the figures stay by their place', () => {
    const found = match('Binuang | 344 | 300\nPolewali | 612 | 588');
    expect(found).toMatchObject({ namesRows: true, namesColumns: false, questions: [] });
    expect(rowsOf(found)).toEqual(['area 76.04.06', 'area 76.04.04']);
    expect(columnsOf(found)).toEqual(['area', 'unnamed', 'unnamed']);
  });

  test('a block of figures names nothing, not even where one looks like a code', () => {
    const found = match('612 | 7604\n344 | 760412');
    expect(found).toMatchObject({ namesRows: false, namesColumns: false, questions: [] });
    expect(columnsOf(found)).toEqual(['unnamed', 'unnamed']);
  });

  test('titles above, totals below and what is not in the report are told apart', () => {
    const found = match(
      [
        'LAPORAN STUNTING',
        'Bulan Agustus 2023',
        '',
        'No | Kecamatan | Sasaran | Keluar status',
        '(1) | (2) | (3) | (4)',
        '1 | Polewali | 612 | 57',
        '2 | Wonomulyo | 400 | 31',
        '3 | Majene | 97 | 9',
        '| Jumlah | 1.109 | 97',
        'Rata-rata | | 369 | 32',
        '',
      ].join('\n'),
    );
    expect(rowsOf(found)).toEqual([
      ...['heading', 'heading', 'heading', 'heading', 'heading'],
      ...['area 76.04.04', 'unknown', 'other_area 76.05', 'total', 'total', 'heading'],
    ]);
    expect(found.rows[6]).toEqual({ kind: 'unknown', label: 'Wonomulyo' });
    expect(columnsOf(found)).toEqual(['unnamed', 'area', 'ST_SASARAN', 'ST_KELUAR']);
  });

  test('the regency beside it tells which of two equal names is meant', () => {
    const twins = [...districts, area('76.03.50', 'Kalukku')];
    const context = { ...ofDistricts, areas: twins };
    const text = 'Kabupaten | Kecamatan | Sasaran\nMamuju | Kalukku | 1\nMamasa | Kalukku | 2\nMamuju | Mamuju | 3';
    expect(rowsOf(match(text, context)).slice(1)).toEqual(['area 76.02.03', 'area 76.03.50', 'area 76.02.01']);
    const headless = match('Mamuju | Kalukku | 1\nMamasa | Kalukku | 2\nMamuju | Mamuju | 3', context);
    expect(rowsOf(headless)).toEqual(['area 76.02.03', 'area 76.03.50', 'area 76.02.01']);

    const alone = match('Kecamatan | Sasaran\nKalukku | 1', context);
    expect(rowsOf(alone)).toEqual(['heading', 'question']);
    expect(alone.questions).toMatchObject([{ id: 'area:1', topic: 'area', sample: 'Kalukku' }]);
    expect(alone.questions[0]?.choices.map(({ id }) => id)).toEqual(['76.02.03', '76.03.50', 'leave_out']);
    expect(rowsOf(match('Kecamatan | Sasaran\nKalukku | 1', context, { 'area:1': '76.03.50' }))[1]).toBe(
      'area 76.03.50',
    );
  });

  test('a code and a name that contradict each other are asked', () => {
    const found = match('Kode | Kecamatan | Sasaran\n76.04.12 | Binuang | 1');
    expect(rowsOf(found)).toEqual(['heading', 'question']);
    expect(found.questions[0]?.choices.map(({ id }) => id)).toEqual(['76.04.12', '76.04.06', 'leave_out']);
    expect(
      rowsOf(match('Kode | Kecamatan | Sasaran\n76.04.12 | Binuang | 1', ofDistricts, { 'area:1': 'leave_out' })),
    ).toEqual(['heading', 'left_out']);
  });

  test('the same area twice is asked, not overwritten', () => {
    const text = 'Kecamatan | Sasaran\nBinuang | 344\nTutar | 1\nKec. Binuang | 351';
    const found = match(text);
    expect(rowsOf(found)).toEqual(['heading', 'question', 'area 76.04.05', 'question']);
    expect(found.questions).toEqual([
      {
        id: 'duplicate_row:76.04.06',
        topic: 'duplicate_row',
        sample: '76.04.06',
        places: [1, 3],
        choices: [
          { kind: 'row', id: '1', row: 1 },
          { kind: 'row', id: '3', row: 3 },
          { kind: 'leave_out', id: 'leave_out' },
        ],
      },
    ]);
    const chosen = match(text, ofDistricts, { 'duplicate_row:76.04.06': '3' });
    expect(rowsOf(chosen)).toEqual(['heading', 'left_out', 'area 76.04.05', 'area 76.04.06']);
  });
});

describe('codes without dots, which two offices give out', () => {
  test('7601 alone is Pasangkayu or Majene: asked', () => {
    const found = match('Kode | Sasaran\n7601 | 1\n7602 | 2', ofRegencies);
    expect(rowsOf(found)).toEqual(['heading', 'question', 'question']);
    expect(found.questions).toEqual([
      {
        id: 'code_scheme',
        topic: 'code_scheme',
        sample: '7601',
        places: [1, 2],
        choices: [
          { kind: 'scheme', id: 'kemendagri', areaId: '76.01' },
          { kind: 'scheme', id: 'bps', areaId: '76.05' },
          { kind: 'leave_out', id: 'leave_out' },
        ],
      },
    ]);
    const bps = match('Kode | Sasaran\n7601 | 1\n7602 | 2', ofRegencies, { code_scheme: 'bps' });
    expect(rowsOf(bps)).toEqual(['heading', 'area 76.05', 'area 76.04']);
    expect(bps.questions).toHaveLength(1);
    const kemendagri = match('Kode | Sasaran\n7601 | 1', ofRegencies, { code_scheme: 'kemendagri' });
    expect(rowsOf(kemendagri)).toEqual(['heading', 'area 76.01']);
  });

  test('the name in the row settles it', () => {
    expect(rowsOf(match('Kode | Kabupaten | Sasaran\n7601 | Majene | 1', ofRegencies))[1]).toBe('area 76.05');
    expect(rowsOf(match('Kode | Kabupaten | Sasaran\n7601 | Pasangkayu | 1', ofRegencies))[1]).toBe('area 76.01');
  });

  test('another row that is clear settles it', () => {
    const text = 'Kode | Kabupaten | Sasaran\n7601 | | 1\n7604 | Kab. Mamuju | 2';
    const found = match(text, ofRegencies);
    expect(rowsOf(found)).toEqual(['heading', 'area 76.05', 'area 76.02']);
    expect(found.questions).toEqual([]);
  });

  test('a code that is the same in both is clear', () => {
    expect(rowsOf(match('Kode | Sasaran\n7603 | 1\n7606 | 2', ofRegencies)).slice(1)).toEqual([
      'area 76.03',
      'area 76.06',
    ]);
  });

  test('a code with its dot is Kemendagri’s, also where Excel wrote a comma', () => {
    expect(rowsOf(match('Kode | Sasaran\n76.01 | 1\n76,02 | 2', ofRegencies)).slice(1)).toEqual([
      'area 76.01',
      'area 76.02',
    ]);
  });

  test('where BPS codes are not known a code without dots is not clear', () => {
    const unknown = regencies.map((each) => (each.level === 'regency' ? { ...each, bpsCode: null } : each));
    const found = match('Kode | Sasaran\n7601 | 1', { ...ofRegencies, areas: unknown.slice(1), otherAreas: unknown });
    expect(rowsOf(found)).toEqual(['heading', 'question']);
  });
});

describe('the columns of a sheet', () => {
  test.each([
    'ST_SASARAN',
    'st_sasaran',
    'Sasaran',
    'SASARAN',
    'Target group',
    'Sasaran (anak)',
    'Sasaran\nanak',
    'Sasaran, kumulatif',
    'Sasaran stunting',
    '3. Sasaran',
    'ST_SASARAN: Sasaran',
  ])('%s is the target group', (title) => {
    const found = matchSheet(
      [
        ['Wilayah', 'Keluar status', title],
        ['Binuang', '1', '2'],
      ],
      ofDistricts,
    );
    expect(columnsOf(found)).toEqual(['area', 'ST_KELUAR', 'ST_SASARAN']);
  });

  test('what is no indicator is reported, and numbering is not', () => {
    const found = match('No. | Kecamatan | Balita | Keterangan | Hasil verval: valid\n1 | Binuang | 4 | cek lagi | 2');
    expect(columnsOf(found)).toEqual(['unnamed', 'area', 'ST_BALITA', 'extra Keterangan', 'ST_VALID']);
  });

  test('the same indicator twice is asked', () => {
    const text = 'Kecamatan | Sasaran | Sasaran (anak)\nBinuang | 344 | 351';
    expect(columnsOf(match(text))).toEqual(['area', 'question', 'question']);
    expect(columnsOf(match(text, ofDistricts, { 'duplicate_column:ST_SASARAN': '2' }))).toEqual([
      'area',
      'left_out',
      'ST_SASARAN',
    ]);
  });

  test('a header that fits two indicators is asked', () => {
    const twins = [
      indicator('KE', 'Miskin (KK)', 'Poor (families)'),
      indicator('KE_JIWA', 'Miskin (jiwa)', 'Poor (persons)'),
    ];
    const context = { ...ofDistricts, indicators: twins };
    expect(columnsOf(match('Kecamatan | Miskin\nBinuang | 2', context))).toEqual(['area', 'question']);
    expect(columnsOf(match('Kecamatan | Miskin (jiwa)\nBinuang | 2', context))).toEqual(['area', 'KE_JIWA']);
    expect(columnsOf(match('Kecamatan | Miskin\nBinuang | 2', context, { 'column:1': 'KE' }))).toEqual(['area', 'KE']);
  });
});

test('whatever order rows and columns are in, every figure finds its cell', () => {
  const order = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  const spelling = fc.constantFrom<(each: MatchArea) => string>(
    ({ name }) => name,
    ({ id }) => id,
    ({ name }) => name.toUpperCase(),
    ({ id }) => id.replaceAll('.', ''),
    ({ name }) => `Kec. ${name}`,
  );
  fc.assert(
    fc.property(order(districts), order(indicators), spelling, fc.nat({ max: 4 }), (areas, columns, spell, at) => {
      const withArea = (cells: string[], name: string) => cells.toSpliced(Math.min(at, cells.length), 0, name);
      const found = matchSheet(
        [
          withArea(
            columns.map(({ shortNameEn }) => shortNameEn),
            'Kecamatan',
          ),
          ...areas.map((each) =>
            withArea(
              columns.map(() => '1'),
              spell(each),
            ),
          ),
        ],
        ofDistricts,
      );
      expect(rowsOf(found).slice(1)).toEqual(areas.map(({ id }) => `area ${id}`));
      expect(columnsOf(found)).toEqual(
        withArea(
          columns.map(({ id }) => id),
          'area',
        ),
      );
    }),
  );
});

describe('text that a spreadsheet copies', () => {
  test('cells by tabs, rows by line breaks of either kind', () => {
    expect(parseDelimited('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(parseDelimited('\uFEFFa\tb\nc')).toEqual([['a', 'b'], ['c']]);
    expect(parseDelimited('')).toEqual([]);
    expect(parseDelimited('\t')).toEqual([['', '']]);
  });

  test('line breaks, tabs and quotation marks inside a cell', () => {
    expect(parseDelimited('"Sasaran\nanak"\t12\n"a ""b"" c"\t"x\ty"')).toEqual([
      ['Sasaran\nanak', '12'],
      ['a "b" c', 'x\ty'],
    ]);
  });

  test('a mark that opens nothing is itself', () => {
    expect(parseDelimited('"a\tb\n5" pipa\t1')).toEqual([
      ['"a', 'b'],
      ['5" pipa', '1'],
    ]);
    expect(parseDelimited('"a"b\tc')).toEqual([['"a"b', 'c']]);
  });

  test('semicolons', () => {
    expect(parseDelimited('Binuang;12,5\r\n"a;b";1', ';')).toEqual([
      ['Binuang', '12,5'],
      ['a;b', '1'],
    ]);
  });

  test('what is written with marks is read back', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          expect(parseDelimited(rows.map((row) => row.map(quoted).join('\t')).join('\r\n'))).toEqual(rows);
        },
      ),
    );
  });
});
