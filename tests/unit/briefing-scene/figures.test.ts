import { describe, expect, it } from 'vitest';
import { type SlideBody, type SlideContent, slideBodySchema } from '#shared/briefing/content.ts';
import { figureNotesOf } from '#shared/briefing/footnotes.ts';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import type { RectItem } from '#shared/briefing/scene/scene.ts';
import { smallestText } from '#shared/briefing/scene/scene.ts';
import { type Locale, locales } from '#shared/locale.ts';
import { formatNumber, formatPercent } from '#shared/number-format.ts';
import { mutated, randomOf } from '#tests/support/briefing/fuzz.ts';
import { textsOf } from '#tests/support/briefing/scene-checks.ts';
import { bodies, draftMark, editionMark, slideOf, slides } from '#tests/support/briefing-fixtures.ts';

const wordsOf = (slide: SlideContent, locale: Locale = 'id', mark = editionMark) =>
  textsOf(layoutSlide(slide, mark, locale)).map(({ text }) => text);

describe.each(locales)('numbers in %s', (locale) => {
  it.each(Object.values(slides).map((slide) => [slide.body.kind, slide] as const))(
    'of %s are the figures of the slide, as the language writes them',
    (kind, slide) => {
      const random = randomOf(kind.length);
      for (const each of [slide, ...Array.from({ length: 20 }, () => mutated(slide, random))]) {
        const allowed = writtenForms(each, locale);
        const free = freeWords(each);
        const strange = textsOf(layoutSlide(each, editionMark, locale))
          // Axes have numbers of their own, in small type.
          .filter(({ size, text }) => size >= smallestText && /^[-\u2212+]?\d[\d.,]*(?:\u00A0?%)?$/.test(text))
          .map(({ text }) => text)
          .filter((text) => !allowed.has(text) && !free.includes(text));
        expect(strange).toEqual([]);
      }
    },
  );
});

/** Every number of a slide in every form a figure may take; shares of two of them are in the slide or in per cent of the bar. */
function writtenForms(slide: SlideContent, locale: Locale): Set<string> {
  const numbers = new Set<number>();
  const collect = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(slide.body);
  const forms = new Set<string>();
  const add = (text: string) => forms.add(text.replace(/^-/, '\u2212'));
  for (const number of numbers) {
    for (const decimals of [0, 1, 2]) {
      add(formatNumber(number, { locale, decimals }));
      add(formatNumber(number, { locale, decimals, signed: true }));
      add(formatPercent(number, { locale, decimals }));
    }
    // The share of the path is kept as a ratio.
    add(formatPercent(number * 100, { locale, decimals: 0 }));
  }
  return forms;
}

/** Words that people wrote may hold any number. */
function freeWords(slide: SlideContent): string {
  const found: string[] = [];
  JSON.stringify(slide, (_, value) => {
    if (typeof value === 'string') found.push(value);
    return value;
  });
  return found.join(' ');
}

describe('what is missing', () => {
  it('is a dash or words, never a zero', () => {
    const issue = structuredClone(bodies.issue);
    for (const stage of issue.cascade?.stages ?? []) if (stage.stage === 'left') stage.figure = null;
    issue.cascade?.shares.splice(0);
    const words = wordsOf(slideOf(issue));
    expect(words).toContain('–');
    expect(words.filter((each) => each === '0')).toHaveLength(1);
    expect(wordsOf(slides.regencies)).toContain('belum ada data');
    expect(wordsOf(slides.heat_map)).toContain('belum ada angka');
    expect(wordsOf(slides.inflation)).toContain('–');
  });

  it('is a gap in a line', () => {
    const runs = layoutSlide(slides.issue, editionMark, 'id').items.filter(
      (item) => item.type === 'line' && item.stroke === 'issue-st' && item.strokeWidth === 5,
    );
    // February and March, then May to August: April holds nothing.
    expect(runs.map((run) => (run.type === 'line' ? run.points.length : 0))).toEqual([2, 4]);
  });
});

describe('bars', () => {
  const barsOf = (slide: SlideContent, fills: readonly string[]) =>
    layoutSlide(slide, editionMark, 'id').items.filter(
      (item): item is RectItem => item.type === 'rect' && fills.includes(item.fill ?? '') && item.origin !== undefined,
    );

  it('of the cascade begin at zero and are as long as their figures', () => {
    const bars = barsOf(slides.issue, ['issue-st-soft', 'issue-st', 'issue-st-deep']);
    expect(bars).toHaveLength(3);
    expect(new Set(bars.map(({ x }) => x)).size).toBe(1);
    const [whole, reached, left] = bars;
    expect((reached?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(9085 / 16_377, 3);
    expect((left?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(1054 / 16_377, 3);
  });

  it('of the regencies begin at zero and stand for the share of the target group', () => {
    const bars = barsOf(slides.regencies, ['issue-st']);
    const widths = bars.map(({ width }) => width);
    expect(new Set(bars.map(({ x }) => x)).size).toBe(1);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(1380 / 1902 / (3675 / 4886), 2);
  });
});

describe('what stands on every slide', () => {
  it('is the edition with its moment, its hash and the page, or that it is a draft', () => {
    expect(wordsOf(slides.issue)).toContain('Edisi 28 Agustus 2023 07.40 WITA · 4f9c…a21e · 3/14');
    expect(wordsOf(slides.issue, 'en')).toContain('Edition of 28 August 2023 07:40 WITA · 4f9c…a21e · 3/14');
    expect(wordsOf(slides.issue, 'id', draftMark)).toContain('Pratinjau, belum dibekukan · 3/14');
  });

  it('is where the figures come from', () => {
    expect(wordsOf(slides.issue)).toContain(slides.issue.source.id);
    expect(wordsOf(slides.issue)).toContain('58 dari 69 kecamatan');
  });

  it('is whether figures are provisional or invented', () => {
    expect(wordsOf(slides.obstacles)).toContain('Data sementara');
    expect(wordsOf(slides.small_wins)).toContain('Data contoh');
    expect(wordsOf(slides.issue)).not.toContain('Data sementara');
    expect(wordsOf(slides.issue)).not.toContain('Data contoh');
  });
});

describe('the headline', () => {
  const written = { ...slides.issue, written: 'Sudah 9.500 anak dijangkau' };

  it('is the person’s own where there is one', () => {
    expect(wordsOf(written)).toContain('Sudah 9.500 anak dijangkau');
    expect(wordsOf(written).join(' ')).not.toContain('Separuh lebih');
    expect(wordsOf(slides.issue).join(' ')).toContain('Separuh lebih sasaran sudah dijangkau,');
  });

  it('is marked where the data do not bear it out', () => {
    const contradictions = [{ written: '9.500', held: { id: '9.085', en: '9,085' } }];
    expect(wordsOf({ ...written, contradictions })).toContain('Periksa judul: tertulis “9.500”, datanya 9.085');
    expect(wordsOf({ ...slides.issue, contradictions }).join(' ')).not.toContain('Periksa judul');
  });
});

describe('a report that is not in', () => {
  it.each([slides.obstacles, slides.completeness])('is named with its issue', (slide) => {
    const [first] = 'lateReports' in slide.body ? slide.body.lateReports : [];
    if (!first) throw new Error('the slide has late reports');
    const words = layoutSlide(slide, editionMark, 'id').description;
    expect(words).toContain(first.agencyAbbr);
    expect(words).toContain(
      { KE: 'Kemiskinan', ST: 'Stunting', ATS: 'Anak', PA: 'Perkawinan', INF: 'Inflasi' }[first.issueId],
    );
  });

  it('stands beside the others of its agency that are as late', () => {
    const [pattern] = bodies.obstacles.lateReports;
    const late = (issueId: string) => ({ ...pattern, agencyId: 'hukum', agencyAbbr: 'Biro Hukum', issueId });
    const lateReports = [late('ST'), late('ATS')];
    const words = wordsOf(slideOf(slideContentBody({ ...bodies.obstacles, lateReports })));
    expect(words.filter((each) => each === 'Biro Hukum')).toHaveLength(1);
    expect(words.join(' ')).toMatch(/Stunting, ?Anak tidak sekolah/);
  });
});

describe('footnotes', () => {
  it('are whole statements, the first ones first', () => {
    const long = 'Data belum lengkap di sembilan kecamatan yang belum melapor, dua di antaranya untuk semua tahap';
    const notes = [long, `${long} dan semua isu`, 'Memuat data contoh', 'Putus deret'].map((id) => ({ id, en: id }));
    const words = wordsOf({ ...slides.issue, footnotes: notes }).join(' ');
    expect(words).toContain(`${long} ·`);
    expect(words).toContain('Putus deret');
    expect(words).not.toContain('…  ');
    const many = wordsOf({ ...slides.issue, footnotes: [...notes, ...notes, ...notes] });
    expect(many.filter((each) => each.includes(' · ') && each.endsWith('…'))).toEqual([]);
  });

  it('of the situation leave to the cards what the cards say', () => {
    const coverage = { id: 'Data 58 dari 69 kecamatan', en: 'Data of 58 of 69 districts' };
    const said = figureNotesOf(slides.situation.body, slides.situation.month);
    const words = wordsOf({ ...slides.situation, footnotes: [...said, { id: 'Memuat data contoh', en: '' }] });
    expect(said.length).toBeGreaterThan(0);
    expect(words).toContain('data 58/69 kecamatan');
    expect(words).toContain('Memuat data contoh');
    expect(words.join(' ')).not.toContain(coverage.id);
  });
});

describe('the lines of inflation', () => {
  const { items } = layoutSlide(slides.inflation, editionMark, 'id');
  const texts = items.filter((item) => item.type === 'text');

  it('are named by area, the names apart from each other', () => {
    const inflation = slides.inflation.body.kind === 'inflation' ? slides.inflation.body.inflation : null;
    const names = inflation?.areas.flatMap(({ area, figures }) => (figures.yoy ? [area.name] : [])) ?? [];
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(texts.filter(({ text }) => text.startsWith(name)).length).toBeGreaterThan(1);
  });

  it('are judged by sign and word', () => {
    const word = texts.find(
      ({ text, weight, fill }) =>
        weight === 700 && fill.endsWith('-fg') && /jalur|tercapai|perhatian|kritis/.test(text),
    );
    expect(word).toBeDefined();
  });
});

it('a minus is one, not a hyphen', () => {
  const body = structuredClone(bodies.inflation);
  for (const { figures } of body.inflation?.areas ?? []) if (figures.mtm) figures.mtm.value = -0.44;
  expect(wordsOf(slideOf(body))).toContain('\u22120,44\u00A0%');
});

describe('lists that are too long', () => {
  it('are cut and counted', () => {
    const [pattern] = bodies.action_items.items.slice(1);
    const items = Array.from({ length: 20 }, (_, index) => ({ ...pattern, id: `act-${index}` }));
    const words = wordsOf(slideOf(slideContentBody({ ...bodies.action_items, items })));
    const shown = words.filter((each) => each === 'Dinkes').length;
    expect(shown).toBeGreaterThan(4);
    expect(words).toContain(`… dan ${20 - shown} lainnya`);
  });

  it('of regencies keep those that lead and those that lag', () => {
    const regencies = structuredClone(bodies.regencies.regencies);
    const [pattern] = regencies?.rows ?? [];
    const rows = Array.from({ length: 30 }, (_, index) => ({
      ...pattern,
      area: { ...pattern?.area, name: `Kabupaten ${index}` },
      figure: { ...pattern?.figure, value: 1000 - index },
    }));
    const words = wordsOf(slideOf(slideContentBody({ ...bodies.regencies, regencies: { ...regencies, rows } })));
    expect(words).toContain('Kabupaten 0');
    expect(words).toContain('Kabupaten 29');
    expect(words).not.toContain('Kabupaten 15');
    const shown = words.filter((each) => each.startsWith('Kabupaten ')).length;
    expect(words).toContain(`… dan ${30 - shown} lainnya`);
  });
});

/** What was put together from parts is a body still. @throws where it is not */
function slideContentBody(body: unknown): SlideBody {
  return slideBodySchema.parse(body);
}

it('the same slide is always drawn alike', () => {
  for (const slide of Object.values(slides)) {
    expect(layoutSlide(structuredClone(slide), editionMark, 'id')).toEqual(layoutSlide(slide, editionMark, 'id'));
  }
});

it('what a slide shows is said in words', () => {
  const { description } = layoutSlide(slides.heat_map, editionMark, 'id');
  expect(description).toContain('Mamuju Tengah: Kemiskinan ekstrem 88\u00A0%, perlu perhatian');
  expect(layoutSlide(slides.issue, editionMark, 'id').description).toContain('55,5\u00A0% dari sasaran');
});
