import readXlsxFile from 'read-excel-file/node';
import type { SlideBodyOf } from '#shared/briefing/content.ts';
import type { Edition } from '#shared/briefing/edition.ts';
import { figuresOf } from '#shared/briefing/figures.ts';
import { formatMonth } from '#shared/date-format.ts';
import { formatNumber } from '#shared/number-format.ts';
import { numbersIn, pdfPages } from '#tests/support/read-pdf.ts';
import { printedByOffice, type ReadSlide, readPptx } from './exported-files.ts';
import { expect } from './test.ts';

type IssueBody = SlideBodyOf<'issue'>;

/** The figure that an issue slide is about, as an Indonesian file writes it. */
function writtenHeadline({ headline: { indicator, figure } }: IssueBody): string {
  expect(figure?.value, `${indicator.id} has a figure`).toEqual(expect.any(Number));
  return formatNumber(figure?.value ?? 0, { locale: 'id', decimals: indicator.decimals });
}

/** The edition's hash as it is printed on every slide. */
function shortMark({ head: { sha256 } }: Edition): string {
  return `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
}

function expectCascadeChart(slide: ReadSlide, { cascade }: IssueBody): void {
  if (cascade === null) return;
  const held = cascade.stages
    .filter(({ stage }) => stage !== 'referred')
    .map(({ indicator, figure }): [string, number | null] => [indicator.shortNameId, figure?.value ?? null]);
  const drawn = slide.charts.flatMap(({ series }) => series.map(({ points }) => [...points]));
  expect(drawn).toContainEqual(held);
}

function expectTrajectoryChart(slide: ReadSlide, { headline: { indicator, trajectory } }: IssueBody): void {
  for (const { points } of trajectory.series) {
    const held = points
      .filter(({ month, value }) => value !== null && month >= trajectory.from && month <= trajectory.to)
      .map(({ month, value }) => [formatMonth(month, 'id', 'short'), value]);
    const drawn = slide.charts.flatMap(({ series }) => series.map((each) => each.points));
    const line = drawn.find((each) => held.every(([month, value]) => each.get(String(month)) === value));
    expect(line, `a line of ${indicator.id} through ${held.length} months`).toBeDefined();
  }
}

/** Charts, words, notes and mark of the PowerPoint file; LibreOffice, where it is installed, prints every slide of it. */
export async function expectPptxOf(edition: Edition, file: Uint8Array): Promise<void> {
  const { problems, slides } = readPptx(file);
  expect(problems).toEqual([]);
  expect(slides).toHaveLength(edition.content.slides.length);
  for (const [index, { body, written, proposed, notes }] of edition.content.slides.entries()) {
    const slide = slides[index];
    if (!slide) throw new Error(`no slide ${index + 1}`);
    expect(slide.text, `headline of slide ${index + 1}`).toContain(written ?? proposed.id);
    expect(slide.text, `mark of slide ${index + 1}`).toContain(shortMark(edition));
    expect(slide.notes, `notes of slide ${index + 1}`).toContain(notes);
    if (body.kind === 'issue') {
      expectCascadeChart(slide, body);
      expectTrajectoryChart(slide, body);
    }
  }
  const printed = await printedByOffice(file);
  if (printed) expectPages(edition, await pdfPages(printed));
}

export async function expectPdfOf(edition: Edition, file: Uint8Array): Promise<void> {
  expectPages(edition, await pdfPages(file));
}

function expectPages(edition: Edition, pages: readonly string[]): void {
  const { slides } = edition.content;
  expect(pages).toHaveLength(slides.length);
  for (const [index, { body }] of slides.entries()) {
    const page = pages[index] ?? '';
    expect(page, `mark of page ${index + 1}`).toContain(shortMark(edition));
    if (body.kind === 'issue') expect(numbersIn(page), `page ${index + 1}`).toContain(writtenHeadline(body));
  }
}

/** Every figure of every slide stands in the workbook as a number, and the recap's table beside it. */
export async function expectXlsxOf(edition: Edition, file: Uint8Array): Promise<void> {
  const { content, head } = edition;
  const sheets = new Map((await readXlsxFile(Buffer.from(file))).map(({ sheet, data }) => [sheet, data]));
  const [titles = [], ...rows] = sheets.get('Angka') ?? [];
  const names = ['Slide', 'Kode indikator', 'Kode wilayah', 'Bulan', 'Nilai', 'Sel berisi', 'Sel diharapkan'];
  const columns = names.map((name) => titles.indexOf(name));
  expect(columns, titles.join(', ')).not.toContain(-1);
  const held = content.slides.flatMap(({ body, month }, index) =>
    figuresOf(body, month).map((figure) => [
      index + 1,
      figure.indicator.id,
      figure.areaId,
      figure.month,
      figure.value,
      figure.held,
      figure.expected,
    ]),
  );
  expect(held.length).toBeGreaterThan(100);
  expect(rows.map((row) => columns.map((column) => row[column] ?? null))).toEqual(held);

  const recap = sheets.get('Rekap')?.slice(1) ?? [];
  expect(recap.map(([code, , ...values]) => [code, ...values.map((value) => value ?? null)])).toEqual(
    content.recap.rows.map(({ area, figures }) => [area.id, ...figures.map((figure) => figure?.value ?? null)]),
  );
  expect(sheets.get('Edisi')?.map(([, value]) => value)).toContain(head.sha256);
}
