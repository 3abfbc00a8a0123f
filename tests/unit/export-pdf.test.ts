import { beforeAll, describe, expect, it } from 'vitest';
import { buildDeckPdf } from '#server/export/deck-pdf.ts';
import { markOf } from '#server/export/edition-slides.ts';
import { buildHandoutPdf } from '#server/export/handout-pdf.ts';
import { buildRecapPdf } from '#server/export/recap-pdf.ts';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { formatNumber } from '#shared/number-format.ts';
import { regencyAreas, slides } from '#tests/support/briefing-fixtures.ts';
import { editionOf, fullRecap } from '#tests/support/export-fixtures.ts';
import { area } from '#tests/support/figure-answers.ts';
import { numbersIn, openPdf, pdfPages } from '#tests/support/read-pdf.ts';

const options = { locale: 'id' as const, onProgress: () => {} };

/** In any order: a reader goes through a page by place, the slide by meaning. */
function sorted(numbers: readonly string[]): string[] {
  return [...numbers].sort();
}

describe.each(['id', 'en'] as const)('the deck as PDF (%s)', (locale) => {
  const edition = editionOf();
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await buildDeckPdf(edition, { ...options, locale });
  });

  it('has the numbers of each slide on its page, as text', async () => {
    const pages = await pdfPages(bytes);
    expect(pages).toHaveLength(edition.content.slides.length);
    for (const [index, slide] of edition.content.slides.entries()) {
      const { items } = layoutSlide(slide, markOf(edition, index), locale);
      const shown = items.flatMap((item) => (item.type === 'text' ? [item.text] : [])).join('\n');
      expect(numbersIn(shown).length).toBeGreaterThan(0);
      expect(sorted(numbersIn(pages[index] ?? ''))).toEqual(sorted(numbersIn(shown)));
    }
    const [, , issue = ''] = pages;
    const words = issue.replace(/\s+/g, ' ');
    for (const value of [16_377, 9085, 1054]) expect(words).toContain(formatNumber(value, { locale, decimals: 0 }));
    expect(words).toContain('4f9c…a21e');
  });

  it('says what it is, in which language, and has a bookmark and a description for each slide', async () => {
    const pdf = await openPdf(bytes);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: edition.head.title,
      Author: 'Satgas 4+1',
      Keywords: `SHA-256 ${edition.head.sha256}`,
      Language: locale === 'id' ? 'id-ID' : 'en',
    });
    const outline = (await pdf.getOutline()) ?? [];
    expect(outline.map(({ title }) => title)).toEqual(
      edition.content.slides.map(({ written, proposed }, index) => `${index + 1}. ${written ?? proposed[locale]}`),
    );
    const page = await pdf.getPage(3);
    const { width, height } = page.getViewport({ scale: 1 });
    expect(width / height).toBeCloseTo(16 / 9, 5);
    const tree = JSON.stringify(await page.getStructTree());
    expect(tree).toContain('Figure');
    expect(tree).toContain(locale === 'id' ? '16.377' : '16,377');
  });
});

describe('the handout', () => {
  it('has the notes below each slide, and as many pages as long notes need', async () => {
    const long = Array.from({ length: 120 }, (_, index) => `Butir ${index + 1}: minta penjelasan kabupaten.`).join(
      '\n',
    );
    const edition = editionOf({
      slides: [slides.cover, { ...slides.issue, notes: long }, { ...slides.text, notes: '' }],
    });
    const pages = await pdfPages(await buildHandoutPdf(edition, options));
    expect(pages.length).toBeGreaterThan(4);
    expect(pages[0]).toContain('Sebutkan dulu yang membaik');
    expect(pages[1]).toContain('16.377');
    const noted = pages.slice(1, -1).join('\n');
    for (let point = 1; point <= 120; point += 1) expect(noted).toContain(`Butir ${point}: minta`);
    expect(pages[2]).toContain('(lanjutan)');
    expect(pages.at(-1)).not.toContain('Catatan pembicara');
    expect(pages[0]).toContain(`Halaman 1 dari ${pages.length}`);
  });
});

describe('the monthly recap', () => {
  const [edition, recap] = [editionOf(), fullRecap()];

  it.each([
    ['A4', 841.89, 595.28],
    ['F4', 935.43, 609.45],
  ] as const)('is one landscape sheet of %s with every figure of the table', async (paper, width, height) => {
    const bytes = await buildRecapPdf(edition, { ...options, paper });
    const pages = await pdfPages(bytes);
    expect(pages).toHaveLength(1);
    const [text = ''] = pages;
    for (const words of [
      'PEMERINTAH PROVINSI SULAWESI BARAT',
      'REKAPITULASI PENANGANAN 4+1',
      'Bulan Agustus 2023',
      'Ketua Satgas 4+1,',
      'Sekretaris Satgas 4+1,',
      'bukan nol',
      '58 dari 69 kecamatan',
      'BPS Provinsi Sulawesi Barat',
      edition.head.sha256,
    ]) {
      expect(text).toContain(words);
    }
    const figures = recap.rows.flatMap(({ figures: row }) =>
      row.flatMap((figure) => (figure === null || figure.value === null ? [] : [figure])),
    );
    const read = new Map<string, number>();
    for (const number of numbersIn(text)) read.set(number, (read.get(number) ?? 0) + 1);
    for (const { indicatorId, value } of figures) {
      const decimals = ['ST_PREV_EPPGBM', 'INF_YOY'].includes(indicatorId) ? 2 : 0;
      const written = formatNumber(value ?? 0, { locale: 'id', decimals });
      expect(read.get(written) ?? 0, written).toBeGreaterThan(0);
      read.set(written, (read.get(written) ?? 0) - 1);
    }
    // Mamasa has no figure of stunting: five dashes, and one in the remark that explains them.
    expect(text.match(/–/g)).toHaveLength(6);
    const page = await (await openPdf(bytes)).getPage(1);
    const view = page.getViewport({ scale: 1 });
    expect([view.width, view.height]).toEqual([expect.closeTo(width, 1), expect.closeTo(height, 1)]);
  });

  it('repeats its head on every page of a province with many regencies', async () => {
    const many = Array.from({ length: 38 }, (_, index) =>
      area({ ...regencyAreas[0], id: `35.${index}`, name: `Wilayah ${index + 1}` }),
    );
    const pages = await pdfPages(
      await buildRecapPdf(editionOf({ recap: fullRecap(many) }), { ...options, paper: 'A4' }),
    );
    expect(pages.length).toBeGreaterThan(1);
    const withRows = pages.filter((text) => /Wilayah \d/.test(text));
    expect(withRows.length).toBeGreaterThan(1);
    for (const text of withRows) expect(text).toContain('Kabupaten/Kota');
    const all = pages.join('\n');
    for (let number = 1; number <= 38; number += 1) expect(all).toContain(`Wilayah ${number}`);
  });

  it('becomes several tables where the columns of all issues have no room beside each other', async () => {
    const wide = fullRecap();
    const doubled = {
      ...wide,
      columns: [...wide.columns, ...wide.columns],
      rows: wide.rows.map((row) => ({ ...row, figures: [...row.figures, ...row.figures] })),
    };
    const text = (await pdfPages(await buildRecapPdf(editionOf({ recap: doubled }), { ...options, paper: 'A4' }))).join(
      '\n',
    );
    expect(text).toContain('Tabel 1 dari 2');
    expect(text).toContain('Tabel 2 dari 2');
    expect(text.match(/Pasangkayu/g)).toHaveLength(2);
  });

  it('without any indicator or signatory still says what it is', async () => {
    const empty = { ...fullRecap(), columns: [], rows: [], signatories: [] };
    const [text] = await pdfPages(await buildRecapPdf(editionOf({ recap: empty }), { ...options, paper: 'A4' }));
    expect(text).toContain('Tidak ada indikator bulanan');
  });
});

it('letters that the typeface lacks do not keep a file from being made', async () => {
  const written = 'Naik → 16.377 ≥ target ✓ Łódź ẖ 漢字 🎉 \u202etest';
  const edition = editionOf({ slides: [{ ...slides.text, written }] });
  const [text = ''] = await pdfPages(await buildDeckPdf(edition, options));
  expect(text).toContain('16.377 >= target');
  expect(text.replace(/\s/g, '')).toContain('Łódźẖ');
});
