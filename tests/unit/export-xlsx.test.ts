import { strFromU8 } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildXlsx } from '#server/export/xlsx/build-xlsx.ts';
import { figuresOf } from '#shared/briefing/figures.ts';
import { editionOf, hostileText } from '#tests/support/edition.ts';
import { elements, packageProblems, partsOf, pathsOf, xmlOf } from '#tests/support/office-package.ts';

const edition = editionOf();
let file: Uint8Array;
let sheets: Map<string, unknown[][]>;

beforeAll(async () => {
  file = await buildXlsx(edition, { locale: 'id' });
  const read = await readWorkbook(Buffer.from(file));
  sheets = new Map(read.map(({ sheet, data }) => [sheet, data]));
});

function rowsOf(name: string): Record<string, unknown>[] {
  const [head = [], ...rows] = sheets.get(name) ?? [];
  return rows.map((row) => Object.fromEntries(head.map((title, index) => [String(title), row[index] ?? null])));
}

describe('the workbook of an edition', () => {
  test('has its sheets, and nothing to repair', () => {
    expect([...sheets.keys()]).toEqual(['Angka', 'Edisi', 'Rekap', 'Metadata indikator', 'Perubahan', 'Tindak lanjut']);
    const parts = partsOf(file);
    for (const path of pathsOf(parts, /\.(?:xml|rels)$/u)) xmlOf(parts, path);
    expect(packageProblems(parts)).toEqual([]);
  });

  test('holds every figure of every slide as it is in the edition', () => {
    const expected = edition.content.slides.flatMap((slide, index) =>
      figuresOf(slide.body, slide.month).map((figure) => [
        index + 1,
        figure.indicator.id,
        figure.areaId,
        figure.month,
        figure.value,
        figure.held,
        figure.target,
      ]),
    );
    const read = rowsOf('Angka').map((row) => [
      row.Slide,
      row['Kode indikator'],
      row['Kode wilayah'],
      row.Bulan,
      row.Nilai,
      row['Sel berisi'],
      row.Target,
    ]);
    expect(expected.length).toBeGreaterThan(50);
    expect(read).toEqual(expected);
  });

  test('writes numbers as numbers with their decimals, and missing as an empty cell', () => {
    const rows = rowsOf('Angka');
    const june = rows.find((row) => row.Bulan === '2023-06' && row['Kode indikator'] === 'ST_INTERVENSI');
    expect(june).toMatchObject({ Nilai: null, Dasar: null });
    const march = rows.find((row) => row.Bulan === '2023-03' && row['Kode indikator'] === 'ST_INTERVENSI');
    expect(march?.Nilai).toBe(0);
    const styles = xmlOf(partsOf(file), 'xl/styles.xml');
    const codes = elements(styles, 'numFmt').map((each) => each.getAttribute('formatCode'));
    expect(codes).toContain('[$-421]#,##0');
    expect(codes).toContain('[$-421]#,##0.00');
  });

  test('says which edition it is, with the hash', () => {
    const facts = new Map(rowsOf('Edisi').map((row) => [row.Keterangan, row.Isi]));
    expect(facts.get('SHA-256')).toBe(edition.head.sha256);
    expect(facts.get('Dibekukan')).toBe('28 Agustus 2023 07.40 WITA');
    expect(facts.get('Edisi ke')).toBe(3);
  });

  test('keeps the recap with zero as zero and a gap as a gap', () => {
    expect(sheets.get('Rekap')?.slice(1)).toEqual([
      ['76.05', 'Majene', 2500, null, 0],
      ['76', 'Sulawesi Barat (provinsi)', 16_377, 9085, 1054],
    ]);
  });

  test('holds area codes as text and no formula, whatever people wrote', () => {
    expect(rowsOf('Angka').find((row) => row['Kode wilayah'] === '76.05')?.Wilayah).toBe('Majene');
    const parts = partsOf(file);
    for (const path of pathsOf(parts, /worksheets\/sheet\d+\.xml$/u))
      expect(elements(xmlOf(parts, path), 'f')).toEqual([]);
    const clean = hostileText.replace('\u0000\u0008\uFFFE', '');
    expect(rowsOf('Tindak lanjut')[0]?.['Tindak lanjut']).toBe(clean);
    expect(rowsOf('Perubahan')[0]).toMatchObject({
      Sebelum: 7330,
      Sesudah: 7300,
      Selisih: -30,
      Sebab: `Banggae: ${clean}`,
    });
  });

  test('keeps its head in view', () => {
    const sheet = strFromU8(partsOf(file).get('xl/worksheets/sheet1.xml') ?? new Uint8Array());
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
  });

  test('speaks English where asked, and leaves out sheets that would be empty', async () => {
    const read = await readWorkbook(Buffer.from(await buildXlsx(editionOf([]), { locale: 'en' })));
    expect(read.map(({ sheet }) => sheet)).toEqual(['Figures', 'Edition', 'Recap', 'Indicator metadata']);
  });
});
