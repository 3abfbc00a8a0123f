import type { FigureBasis } from '#shared/figure.ts';
import type { Month } from '#shared/month.ts';
import type { SlideBody, SlideContent } from './content.ts';
import { FigureCollector } from './figure-collector.ts';
import { mergeFigures, type SlideFigure } from './slide-figure.ts';

export { figureKey, type SlideFigure } from './slide-figure.ts';

/**
 * Every figure of an indicator on a slide, once each. A place that is shown as missing is a figure without a value.
 * Counts of reports, claims in small wins and the two sides of a listed change are no figures of their own.
 * @param month the month the slide was made for; where it is not given, the latest of the figures stands in
 */
export function figuresOf(body: SlideBody, month?: Month): SlideFigure[] {
  const collector = new FigureCollector(month ?? latestMonth(body));
  collector.add(body);
  return collector.figures().filter((figure) => figure.month !== '');
}

/** The figures of all slides, once each; areas that a slide knows by code only are named by the others. */
export function figuresOfSlides(slides: readonly Pick<SlideContent, 'body' | 'month'>[]): SlideFigure[] {
  const figures = slides.flatMap((slide) => figuresOf(slide.body, slide.month));
  const names = new Map(
    figures.flatMap(({ areaId, areaName }) => (areaName === areaId ? [] : [[areaId, areaName] as const])),
  );
  return mergeFigures(figures.map((figure) => ({ ...figure, areaName: names.get(figure.areaId) ?? figure.areaName })));
}

/** The weakest of them: provisional, then verified, then what was published; null where none has a value. */
export function weakestBasis(figures: readonly SlideFigure[]): FigureBasis | null {
  const held = new Set(figures.flatMap((figure) => (figure.value === null ? [] : figure.basis)));
  const fromWeakest: readonly FigureBasis[] = ['provisional', 'verified', 'published'];
  return fromWeakest.find((basis) => held.has(basis)) ?? null;
}

/** The latest month that any figure of a slide speaks for. */
function latestMonth(body: SlideBody): Month {
  const collector = new FigureCollector('');
  collector.add(body);
  return collector.figures().reduce((latest, figure) => (figure.month > latest ? figure.month : latest), '');
}
