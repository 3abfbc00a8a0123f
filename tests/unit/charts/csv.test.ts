import { describe, expect, it } from 'vitest';
import { toCsv } from '#client/charts/csv.ts';

const table = {
  columns: [
    { key: 'area', label: 'Wilayah' },
    { key: 'value', label: 'Nilai', format: { decimals: 2 } },
  ],
  rows: [
    { key: 'a', cells: ['Mamuju', 16377.25] },
    { key: 'b', cells: ['Mamasa', null] },
    { key: 'c', cells: ['Majene', 0] },
    { key: 'd', cells: ['=HYPERLINK("x"); y', -1.5] },
  ],
};

describe('a chart as CSV', () => {
  it('is what an Indonesian spreadsheet opens: semicolons, decimal commas, no thousands separators', () => {
    const lines = toCsv(table, 'id').split('\r\n');
    expect(lines[0]).toBe('\uFEFFWilayah;Nilai');
    expect(lines[1]).toBe('Mamuju;16377,25');
  });

  it('leaves a missing figure empty and writes zero as zero', () => {
    const lines = toCsv(table, 'id').split('\r\n');
    expect(lines[2]).toBe('Mamasa;');
    expect(lines[3]).toBe('Majene;0');
  });

  it('quotes what would break the row and disarms what would run as a formula', () => {
    expect(toCsv(table, 'id').split('\r\n')[4]).toBe('"\'=HYPERLINK(""x""); y";-1,5');
  });

  it('uses commas and points in English', () => {
    expect(toCsv(table, 'en').split('\r\n')[1]).toBe('Mamuju,16377.25');
  });
});
