import { strFromU8 } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPptx } from '#server/export/pptx/build-pptx.ts';
import { axisScale, numberFormat } from '#server/export/pptx/formats.ts';
import { editionOf, everyBody } from '#tests/support/edition.ts';
import { cascade } from '#tests/support/figure-answers.ts';
import {
  elements,
  type Parts,
  packageProblems,
  partsOf,
  pathsOf,
  textOf,
  xmlOf,
} from '#tests/support/office-package.ts';
import { completenessBody, issueBody } from '#tests/support/slide-bodies.ts';

const edition = editionOf();
let parts: Parts;
const progress: number[] = [];

beforeAll(async () => {
  parts = partsOf(await buildPptx(edition, { locale: 'id', onProgress: (share) => progress.push(share) }));
});

const slidePath = (index: number) => `ppt/slides/slide${index + 1}.xml`;

interface ReadChart {
  name: string;
  categories: string[];
  values: (number | null)[];
  formatCode: string;
}

/** The series of a chart as its cache holds them. */
function readChart(of: Parts, path: string): ReadChart[] {
  return elements(xmlOf(of, path), 'ser').map((ser) => {
    const [cat, val] = [elements(ser, 'cat')[0], elements(ser, 'val')[0]];
    if (!cat || !val) throw new Error('a series without categories or values');
    const count = Number(elements(val, 'ptCount')[0]?.getAttribute('val'));
    const values: (number | null)[] = Array.from({ length: count }, () => null);
    for (const pt of elements(val, 'pt')) values[Number(pt.getAttribute('idx'))] = Number(textOf(pt, 'v'));
    return {
      name: textOf(elements(ser, 'tx')[0] ?? ser, 'v'),
      categories: elements(cat, 'v').map((each) => each.textContent ?? ''),
      values,
      formatCode: textOf(val, 'formatCode'),
    };
  });
}

/** Rows of the workbook behind a chart, by an independent reader. */
async function readBook(of: Parts, chart: string): Promise<unknown[][]> {
  const relations = xmlOf(of, `${chart.replace('charts/', 'charts/_rels/')}.rels`);
  const target = elements(relations, 'Relationship')[0]?.getAttribute('Target') ?? '';
  const book = of.get(`ppt/${target.replace('../', '')}`);
  if (!book) throw new Error(`no workbook ${target}`);
  return readSheet(Buffer.from(book));
}

function chartsOf(of: Parts): { path: string; series: ReadChart[] }[] {
  return pathsOf(of, /^ppt\/charts\/chart\d+\.xml$/u).map((path) => ({ path, series: readChart(of, path) }));
}

describe('the PowerPoint file', () => {
  test('has nothing to repair: every part is well-formed, named, linked and there', () => {
    for (const path of pathsOf(parts, /\.(?:xml|rels)$/u)) xmlOf(parts, path);
    expect(packageProblems(parts)).toEqual([]);
  });

  test('gives every shape of a slide a number of its own', () => {
    for (const path of pathsOf(parts, /^ppt\/slides\/slide\d+\.xml$/u)) {
      const ids = elements(xmlOf(parts, path), 'cNvPr').map((each) => each.getAttribute('id'));
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  test('holds a slide for each of the edition, 16:9, with headline, source and the edition’s mark', () => {
    expect(pathsOf(parts, /^ppt\/slides\/slide\d+\.xml$/u)).toHaveLength(edition.content.slides.length);
    const size = elements(xmlOf(parts, 'ppt/presentation.xml'), 'sldSz')[0];
    expect(Number(size?.getAttribute('cx')) / Number(size?.getAttribute('cy'))).toBeCloseTo(16 / 9, 3);
    for (const [index, slide] of edition.content.slides.entries()) {
      const text = textOf(xmlOf(parts, slidePath(index)));
      expect(text).toContain(slide.proposed.id);
      expect(text).toContain(slide.source.id);
      expect(text).toContain(
        `Edisi 28 Agustus 2023 07.40 WITA · 4f9c…a21e · ${index + 1}/${edition.content.slides.length}`,
      );
    }
  });

  test('has the headline as the slide’s title, in Arial', () => {
    for (const [index] of edition.content.slides.entries()) {
      const slide = xmlOf(parts, slidePath(index));
      expect(elements(slide, 'ph').map((each) => each.getAttribute('type'))).toContain('title');
      const faces = new Set(elements(slide, 'latin').map((each) => each.getAttribute('typeface')));
      expect([...faces]).toEqual(['Arial']);
    }
  });

  test('keeps the notes, line by line, without characters that XML cannot hold', () => {
    const notes = xmlOf(parts, 'ppt/notesSlides/notesSlide3.xml');
    const lines = elements(notes, 'p').map((each) => textOf(each));
    expect(lines).toContain('Catatan ke-3');
    expect(lines).toContain('Baris kedua & =SUM(1;2) & <b>"kutipan"</b> 🙂 ½');
  });

  test('describes pictures and charts in words', () => {
    const cover = xmlOf(parts, slidePath(0));
    expect(
      elements(cover, 'pic')
        .flatMap((each) => elements(each, 'cNvPr'))
        .map((each) => each.getAttribute('descr')),
    ).toEqual(['Lambang provinsi']);
    const charts = elements(xmlOf(parts, slidePath(2)), 'graphicFrame').flatMap((each) => elements(each, 'cNvPr'));
    expect(charts).toHaveLength(2);
    expect(charts[0]?.getAttribute('descr')).toContain('Sasaran 16.377');
  });

  test('has native tables for what is a table', () => {
    const tableAt = (kind: string) => {
      const index = edition.content.slides.findIndex((slide) => slide.body.kind === kind);
      return elements(xmlOf(parts, slidePath(index)), 'tbl')
        .map((each) => textOf(each))
        .join(' ');
    };
    expect(tableAt('situation')).toContain('9.085 anak');
    expect(tableAt('heat_map')).toContain('belum ada angka');
    expect(tableAt('two_truths')).toContain('35,00\u00A0%');
    expect(tableAt('changes')).toContain('7.300');
    expect(tableAt('action_items')).toContain('lewat 11 hari');
    expect(tableAt('completeness')).toContain('OPD 5');
  });

  test('draws the tile map as shapes', () => {
    const index = edition.content.slides.findIndex((slide) => slide.body.kind === 'tile_map');
    const shapes = elements(xmlOf(parts, slidePath(index)), 'sp').map((each) => textOf(each));
    expect(shapes).toContain('Mamuju Tengah belum ada angka');
    expect(elements(xmlOf(parts, slidePath(index)), 'pic')).toEqual([]);
  });

  test('tells how far it is, up to all of it', () => {
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });
});

describe('a native chart', () => {
  test('of the cascade holds the edition’s figures, in cache and workbook', async () => {
    const chart = chartsOf(parts).find(({ series }) => series[0]?.categories[0] === 'Sasaran');
    expect(chart?.series[0]).toMatchObject({
      categories: ['Sasaran', 'Diintervensi', 'Keluar status'],
      values: [16_377, 9085, 1054],
    });
    expect(await readBook(parts, chart?.path ?? '')).toEqual([
      [null, 'Angka'],
      ['Sasaran', 16_377],
      ['Diintervensi', 9085],
      ['Keluar status', 1054],
    ]);
  });

  test('of the path leaves a missing month empty, keeps zero as zero, and draws gaps', async () => {
    const chart = chartsOf(parts).find(({ series }) => series.some((each) => each.name === 'Jalur target'));
    const [line, plan] = chart?.series ?? [];
    expect(line?.categories).toHaveLength(10);
    expect(line?.values).toEqual([0, 1240, 3100, null, 7300, 9085, null, null, null, null]);
    expect(plan?.values.at(-1)).toBe(16_377);
    const rows = await readBook(parts, chart?.path ?? '');
    expect(rows[1]).toEqual(['Mar 2023', 0, 0]);
    expect(rows[4]?.slice(0, 2)).toEqual(['Jun 2023', null]);
    const blanks = elements(xmlOf(parts, chart?.path ?? ''), 'dispBlanksAs')[0];
    expect(blanks?.getAttribute('val')).toBe('gap');
  });

  test('has in its workbook what it has in its cache, everywhere', async () => {
    const charts = chartsOf(parts);
    expect(charts.length).toBeGreaterThan(4);
    for (const { path, series } of charts) {
      const [head, ...rows] = await readBook(parts, path);
      expect(head?.slice(1), path).toEqual(series.map((each) => each.name));
      const held = rows.map((row) => series.map((_, index) => row[index + 1] ?? null));
      expect(held, path).toEqual(series[0]?.categories.map((_, row) => series.map((each) => each.values[row])));
    }
  });

  test('writes its numbers the Indonesian way', () => {
    const formats = chartsOf(parts).flatMap(({ series }) => series.map((each) => each.formatCode));
    expect(formats).toContain('[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0');
    expect(formats.some((format) => format.startsWith('[$-421]'))).toBe(true);
    for (const path of pathsOf(parts, /^ppt\/charts\/chart\d+\.xml$/u)) {
      const codes = elements(xmlOf(parts, path), 'numFmt').map((each) => each.getAttribute('formatCode'));
      expect(codes.filter((code) => code?.startsWith('#,##0'))).toEqual([]);
    }
  });

  test('of the series does not become zero when a stage is missing', async () => {
    const body = issueBody({ cascade: cascade({ target: 16_377, reached: null, left: 0 }) });
    const file = partsOf(await buildPptx(editionOf([body]), { locale: 'en' }));
    const [chart] = chartsOf(file).filter(({ series }) => series[0]?.name === 'Figure');
    expect(chart?.series[0]?.values).toEqual([16_377, null, 0]);
    expect((await readBook(file, chart?.path ?? '')).slice(1).map((row) => row[1] ?? null)).toEqual([16_377, null, 0]);
  });

  test('does not depend on the files written before in the same process', async () => {
    const [one, other] = await Promise.all([
      buildPptx(editionOf([issueBody()]), { locale: 'id' }),
      buildPptx(editionOf([issueBody({ cascade: null })]), { locale: 'id' }),
    ]);
    expect(chartsOf(partsOf(one))).toHaveLength(2);
    expect(chartsOf(partsOf(other))).toHaveLength(1);
  });
});

test('an edition in English and an empty one can be written too', async () => {
  const english = partsOf(await buildPptx(editionOf(everyBody()), { locale: 'en' }));
  expect(packageProblems(english)).toEqual([]);
  expect(textOf(xmlOf(english, slidePath(2)))).toContain('More than half of the target group');
  expect(chartsOf(english)[0]?.series[0]?.formatCode).toBe('#,##0');
  const empty = partsOf(await buildPptx(editionOf([]), { locale: 'id' }));
  expect(packageProblems(empty)).toEqual([]);
});

test('a picture that the edition does not hold leaves its place empty', async () => {
  const withoutPictures = { ...editionOf(), pictures: [] };
  const file = partsOf(await buildPptx(withoutPictures, { locale: 'id' }));
  expect(pathsOf(file, /^ppt\/media\//u)).toEqual([]);
  expect(strFromU8(file.get(slidePath(0)) ?? new Uint8Array())).not.toContain('<p:pic>');
});

test('an axis has round ticks that hold every value', () => {
  expect(axisScale([0, 9085, 16_377, null])).toEqual({ min: 0, max: 20_000, step: 5000, decimals: 0 });
  expect(axisScale([3.2, 2.5])).toEqual({ min: 0, max: 4, step: 1, decimals: 0 });
  expect(axisScale([-0.3, 0.45])).toMatchObject({ min: -0.4, max: 0.6, step: 0.2, decimals: 1 });
  expect(axisScale([null])).toMatchObject({ min: 0, max: 1 });
  expect(numberFormat('id', 2)).toBe('[$-421]#,##0.00');
  // A format with conditions would write −1 as 1.
  expect(numberFormat('id', 0, '\u00A0%', true)).toBe('[$-421]#,##0"\u00A0%"');
  expect(numberFormat('id', 0, '', true)).toBe('[$-421]#,##0');
});

describe('words on the slides', () => {
  const textOfSlide = (of: Parts, index: number) =>
    elements(xmlOf(of, slidePath(index)), 't')
      .map((each) => each.textContent ?? '')
      .join('|');

  test('name the issues of late reports as the edition does', async () => {
    const bodies = [completenessBody(41, 47, 6)];
    const named = editionOf(bodies);
    const [column] = named.content.recap.columns;
    const recap = {
      ...named.content.recap,
      columns: [
        { indicators: [], ...column, issueId: 'ST' as const, issueNameId: 'Stunting (nama)', issueNameEn: 'S' },
      ],
    };
    const file = partsOf(await buildPptx({ ...named, content: { ...named.content, recap } }, { locale: 'id' }));
    const words = textOfSlide(file, 0);
    expect(words).toContain('OPD 0|Stunting (nama)|');
    expect(words).not.toContain('|ST|');
  });

  test('give the shares of those reached and of those who left, also where another is not comparable', async () => {
    const whole = cascade({ target: 16_377, reached: 9085, left: 1054 });
    const shares = [
      { id: 'validOfTarget', part: 'valid', whole: 'target_group', value: 90, isComparable: false },
      { id: 'reachedOfTarget', part: 'reached', whole: 'target_group', value: 55.474, isComparable: true },
      { id: 'leftOfReached', part: 'left', whole: 'reached', value: 11.6, isComparable: true },
    ] as const;
    const body = issueBody({ cascade: { ...whole, shares: [...shares] }, outcome: null });
    const words = textOfSlide(partsOf(await buildPptx(editionOf([body]), { locale: 'id' })), 0);
    expect(words).toMatch(/55,5\u00A0% dari sasaran · .*11,6\u00A0% dari diintervensi/);
  });
});
