import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#client/lib/table-export/csv.ts';
import { type ExportColumn, exportTable } from '#client/lib/table-export/export-table.ts';
import { english, indonesian, parseCsv } from './samples.ts';

type Row = { name: string; count: number | null; index: number | null; share: number | null; day: string | null };

const columns: ExportColumn<Row>[] = [
  { header: 'Wilayah', kind: 'text', value: (row) => row.name },
  { header: 'Anak', kind: 'integer', value: (row) => row.count },
  { header: 'Indeks', kind: 'decimal', decimals: 2, value: (row) => row.index },
  { header: 'Bagian', kind: 'percent', decimals: 1, value: (row) => row.share },
  { header: 'Tanggal', kind: 'date', value: (row) => row.day },
  { header: 'Bulan', kind: 'month', value: (row) => row.day?.slice(0, 7) },
  { header: 'Waktu', kind: 'instant', value: (row) => row.day && `${row.day}T23:30:00.000Z` },
];

const rows: Row[] = [
  { name: 'Mamuju', count: 16377, index: 104.25, share: 35.4, day: '2026-10-31' },
  { name: 'Mamasa', count: null, index: null, share: null, day: null },
  { name: 'Majene', count: 0, index: -0.001, share: 0, day: null },
];

function lines(context: typeof indonesian): string[] {
  return toCsv(exportTable(columns, rows), context).split('\r\n');
}

describe('a table as CSV', () => {
  it('is what an Indonesian spreadsheet opens: a mark of its encoding, semicolons, decimal commas, no thousands', () => {
    const [head, first] = lines(indonesian);
    expect(head).toBe('\uFEFFWilayah;Anak;Indeks;Bagian;Tanggal;Bulan;Waktu (WITA)');
    // Half past eleven in the evening at Greenwich is the next morning in the province.
    expect(first).toBe('Mamuju;16377;104,25;35,4%;2026-10-31;2026-10;2026-11-01 07:30');
  });

  it('has commas and points in English', () => {
    expect(lines(english)[1]).toBe('Mamuju,16377,104.25,35.4%,2026-10-31,2026-10,2026-11-01 07:30');
  });

  it('leaves a missing figure empty, writes zero as zero and never as minus zero', () => {
    expect(lines(indonesian)[2]).toBe('Mamasa;;;;;;');
    expect(lines(indonesian)[3]).toBe('Majene;0;0;0%;;;');
  });

  it('writes a figure with the format of its own row, and a word where there is no figure', () => {
    const table = exportTable<'a' | 'b' | 'c'>(
      [
        {
          header: 'x',
          kind: 'figure',
          value: (row) =>
            row === 'a'
              ? { value: 1.5, decimals: 1 }
              : row === 'b'
                ? 'tidak berlaku'
                : { value: 2, decimals: 0, percent: true },
        },
      ],
      ['a', 'b', 'c'],
    );
    expect(toCsv(table, indonesian)).toBe('\uFEFFx\r\n1,5\r\ntidak berlaku\r\n2%\r\n');
  });

  it.each(['=1+1', '+62812', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1'])('disarms %j', (text) => {
    const table = exportTable([{ header: 'x', kind: 'text', value: () => text }], [0]);
    expect(parseCsv(toCsv(table, indonesian), ';')[1]).toEqual([`'${text}`]);
  });

  it('gives every text back, whatever is in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab;,"\n\r\t=+-@\' é中'), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { maxLength: 5 }),
        fc.constantFrom(indonesian, english),
        (pairs, context) => {
          const table = exportTable<[string, string]>(
            [
              { header: 'a', kind: 'text', value: (row) => row[0] },
              { header: 'b', kind: 'text', value: (row) => row[1] },
            ],
            pairs,
          );
          const read = parseCsv(toCsv(table, context), context.locale === 'id' ? ';' : ',').slice(1);
          expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@]|[\t\r\n])/, '')))).toEqual(
            pairs.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@]|[\t\r\n])/, ''))),
          );
          // Nothing that a spreadsheet would run.
          for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
        },
      ),
    );
  });
});
