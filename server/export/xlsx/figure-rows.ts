import type { Edition } from '#shared/briefing/edition.ts';
import { figuresOf, figuresOfSlides, type SlideFigure } from '#shared/briefing/figures.ts';
import { nameOf, unitOf } from '#shared/briefing/scene/figure-words.ts';
import { wordsOf } from '#shared/briefing/scene/kit.ts';
import type { IndicatorBrief } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import type { Column } from './sheet.ts';
import { bookWords } from './words.ts';

export interface FigureRow extends SlideFigure {
  slide: number;
}

/** Every figure of every slide, in their order; a figure on two slides stands on both. */
export function figureRows({ content }: Edition): FigureRow[] {
  const names = new Map(figuresOfSlides(content.slides).map(({ areaId, areaName }) => [areaId, areaName]));
  return content.slides.flatMap((slide, index) =>
    figuresOf(slide.body, slide.month).map((figure) => ({
      ...figure,
      areaName: names.get(figure.areaId) ?? figure.areaName,
      slide: index + 1,
    })),
  );
}

export function figureColumns(locale: Locale, issueNames: ReadonlyMap<string, string>): Column<FigureRow>[] {
  const words = bookWords[locale];
  const real = (value: number | null, { decimals }: IndicatorBrief) => ({ value, decimals });
  return [
    { title: words.slide, width: 7, cell: (row) => row.slide },
    { title: words.issueId, width: 9, cell: (row) => row.issueId },
    { title: words.issue, width: 20, cell: (row) => issueNames.get(row.issueId) ?? row.issueId },
    { title: words.indicatorId, width: 18, cell: (row) => row.indicator.id },
    { title: words.indicator, width: 38, cell: (row) => nameOf(row.indicator, locale) },
    { title: words.unit, width: 10, cell: (row) => unitOf(row.indicator, locale) },
    { title: words.areaId, width: 11, cell: (row) => row.areaId },
    { title: words.area, width: 20, cell: (row) => row.areaName },
    { title: words.month, width: 10, cell: (row) => row.month },
    { title: words.use, width: 15, cell: (row) => words.uses[row.role] },
    { title: words.value, width: 13, cell: (row) => real(row.value, row.indicator) },
    { title: words.held, width: 10, cell: (row) => row.held },
    { title: words.expected, width: 11, cell: (row) => row.expected },
    { title: words.basis, width: 16, cell: (row) => (row.value === null ? null : words.bases[row.basis]) },
    {
      title: words.status,
      width: 16,
      cell: (row) => (row.status === null ? null : wordsOf[locale].status[row.status]),
    },
    { title: words.planned, width: 13, cell: (row) => real(row.planned, row.indicator) },
    { title: words.target, width: 13, cell: (row) => real(row.target, row.indicator) },
    {
      title: words.source,
      width: 36,
      cell: (row) => (row.value === null ? null : (row.source ?? (row.basis === 'published' ? null : words.reported))),
    },
    { title: words.cutOff, width: 26, cell: (row) => row.cutOff },
    { title: words.isSample, width: 9, cell: (row) => (row.isSample ? words.yes : words.no) },
    { title: words.seriesId, width: 22, cell: (row) => row.seriesId },
  ];
}
