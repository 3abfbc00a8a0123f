import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type ExportColumn, type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { toXlsx } from '#client/lib/table-export/xlsx.ts';
import { indonesian } from './samples.ts';

const about = { sheet: 'Tentang', lines: [{ label: 'Tabel', text: 'Kelengkapan' }] };

async function written(table: ExportTable, sheet = 'Kelengkapan'): Promise<Buffer> {
  return Buffer.from(await (await toXlsx({ table, sheet, about }, indonesian)).arrayBuffer());
}

async function readBack(table: ExportTable, sheet?: string) {
  return readXlsxFile(await written(table, sheet));
}

function part(file: Buffer, name: string): string {
  return strFromU8(unzipSync(file)[name] ?? new Uint8Array());
}

type Row = { name: string; value: number | null; day: string | null };
const columns: ExportColumn<Row>[] = [
  { header: 'Nama', kind: 'text', value: (row) => row.name },
  { header: 'Anak', kind: 'integer', value: (row) => row.value },
  { header: 'Indeks', kind: 'decimal', decimals: 2, value: (row) => row.value },
  { header: 'Bagian', kind: 'percent', decimals: 1, value: (row) => row.value },
  { header: 'Tanggal', kind: 'date', value: (row) => row.day },
  { header: 'Bulan', kind: 'month', value: (row) => row.day?.slice(0, 7) },
  { header: 'Waktu', kind: 'instant', value: (row) => row.day && `${row.day}T23:30:00.000Z` },
];

describe('a table as a workbook', () => {
  it('holds numbers as numbers, dates as dates, and nothing where there is nothing', async () => {
    const rows: Row[] = [
      { name: '=1+1', value: 35.4, day: '2026-10-31' },
      { name: 'kosong', value: null, day: null },
      { name: 'nol', value: 0, day: null },
    ];
    const [table] = await readBack(exportTable(columns, rows));
    expect(table?.sheet).toBe('Kelengkapan');
    expect(table?.data).toEqual([
      ['Nama', 'Anak', 'Indeks', 'Bagian', 'Tanggal', 'Bulan', 'Waktu (WITA)'],
      [
        '=1+1',
        35.4,
        35.4,
        0.354,
        new Date('2026-10-31T00:00:00Z'),
        new Date('2026-10-01T00:00:00Z'),
        // The clock of the province, which is eight hours ahead.
        new Date('2026-11-01T07:30:00Z'),
      ],
      ['kosong', null, null, null, null, null, null],
      ['nol', 0, 0, 0, null, null, null],
    ]);
  });

  it('shows as many decimals as the figure has, in a heading that stays in sight', async () => {
    const file = await written(exportTable(columns, [{ name: 'a', value: 1, day: '2026-10-31' }]));
    const styles = part(file, 'xl/styles.xml');
    for (const format of ['#,##0', '#,##0.00', '0.0%', 'd mmm yyyy', 'mmm yyyy', 'd mmm yyyy hh:mm']) {
      expect(styles).toContain(`formatCode="${format}"`);
    }
    const sheet = part(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col /);
    expect(sheet).not.toContain('<f>');
    expect(styles).toContain('<b/>');
  });

  it('says on a second sheet what it is', async () => {
    const sheets = await readBack(exportTable(columns, []));
    expect(sheets[1]).toEqual({ sheet: 'Tentang', data: [['Tabel', 'Kelengkapan']] });
  });

  it.each([
    ['Anak: [umur] 0/5 tahun?', 'Anak umur 0 5 tahun'],
    ['Tentang', 'Data'],
    ['???', 'Data'],
    ['Kelengkapan laporan menurut OPD dan bulan', 'Kelengkapan laporan menurut OPD'],
    ["'Kutip'", 'Kutip'],
  ])('names the sheet of %j so that a spreadsheet takes it', async (title, name) => {
    const [table] = await readBack(exportTable(columns, []), title);
    expect(table?.sheet).toBe(name);
  });

  it('gives every text back, whatever is in it', async () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ab;,"\n=+-@\'<>& é中'), minLength: 1, maxLength: 10 }),
      fc.constantFrom('constructor', '__proto__', 'toString', '<b>', '&amp;', ']]>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const table = exportTable<string>([{ header: 'x', kind: 'text', value: (each) => each }], texts);
        const [read] = await readBack(table);
        // Empty rows at the end are no rows; blanks at the ends of a text may be dropped by the reader.
        const cells = (read?.data ?? []).slice(1).map(([cell]) => String(cell ?? '').trim());
        while (cells.length < texts.length) cells.push('');
        expect(cells).toEqual(texts.map((each) => each.trim()));
      }),
      { numRuns: 60 },
    );
  });

  it('drops what no file can hold, and cuts what no cell can', async () => {
    const table = exportTable<string>(
      [{ header: 'x', kind: 'text', value: (each) => each }],
      ['a\u0001b', 'x'.repeat(40_000)],
    );
    const [read] = await readBack(table);
    expect(read?.data[1]).toEqual(['ab']);
    expect(String(read?.data[2]?.[0])).toHaveLength(32_767);
  });
});
