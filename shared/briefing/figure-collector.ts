import type {
  CutOff,
  Figure,
  FigureBasis,
  FigureSeries,
  Headline,
  IndicatorBrief,
  SeriesPoint,
  StatusAnswer,
} from '#shared/figure.ts';
import type { CascadeAnswer, InflationAnswer } from '#shared/issue-page.ts';
import type { Month } from '#shared/month.ts';
import type { SlideBody, SlideBodyOf } from './content.ts';
import { mergeFigures, type SlideFigure } from './slide-figure.ts';

interface Beside {
  role: SlideFigure['role'];
  status?: StatusAnswer;
  target?: number | null;
  cutOff?: CutOff;
  breaks?: readonly Month[];
}

/** Walks a slide's body and gathers its figures. */
export class FigureCollector {
  readonly #asked: Month;
  readonly #names = new Map<string, string>([['ID', 'Indonesia']]);
  readonly #found: SlideFigure[] = [];

  constructor(asked: Month) {
    this.#asked = asked;
  }

  figures(): SlideFigure[] {
    return mergeFigures(
      this.#found.map((figure) => ({ ...figure, areaName: this.#names.get(figure.areaId) ?? figure.areaName })),
    );
  }

  add(body: SlideBody): void {
    switch (body.kind) {
      case 'situation':
        this.#situation(body);
        break;
      case 'issue':
        this.#issue(body);
        break;
      case 'regencies':
        this.#regencies(body);
        break;
      case 'heat_map':
        this.#regions(body.regions, body.indicators);
        break;
      case 'tile_map':
        this.#regions(body.regions, [body.indicator]);
        break;
      case 'inflation':
        this.#headline(body.headline, null, []);
        if (body.inflation) this.#inflation(body.inflation);
        break;
      case 'two_truths':
        this.#twoTruths(body);
        break;
      case 'obstacles':
        for (const { area, indicator, figure, status } of body.critical) {
          this.#name(area);
          this.#figure(indicator, area.id, figure, { role: 'figure', status });
        }
        break;
      default:
        break;
    }
  }

  #situation({ area, cards }: SlideBodyOf<'situation'>): void {
    this.#name(area);
    for (const card of cards) {
      this.#headline(card.headline, area.id, []);
      const { figure, indicator } = card.headline;
      const line = { indicator, areaId: figure?.areaId ?? area.id, seriesId: figure?.seriesId ?? null };
      this.#points(card.sparkline.points, { ...line, source: figure?.source ?? null, breaks: [] });
      if (card.reached) {
        this.#figure(card.headline.indicator, area.id, card.reached.share.part, { role: 'figure' });
        this.#figure(card.reached.indicator, area.id, card.reached.share.whole, { role: 'figure' });
      }
      if (card.left) this.#figure(card.left.indicator, area.id, card.left.figure, { role: 'figure' });
      if (card.nation) this.#figure(card.headline.indicator, 'ID', card.nation, { role: 'figure' });
      if (card.outcome) this.#headline(card.outcome, area.id, []);
    }
  }

  #issue({ area, headline, outcome, cascade }: SlideBodyOf<'issue'>): void {
    this.#name(area);
    const breaks = headline.trajectory.breaks.map((each) => each.month);
    this.#headline(headline, area.id, breaks);
    this.#series(headline.trajectory.series, [headline.indicator], breaks);
    if (outcome) this.#headline(outcome, area.id, []);
    if (cascade) this.#cascade(cascade, area.id);
  }

  #cascade({ stages, cutOff, month }: CascadeAnswer, areaId: string): void {
    for (const { indicator, figure } of stages) {
      this.#figure(indicator, areaId, figure, { role: 'figure', cutOff }, month);
    }
  }

  #regencies({ headline, regencies }: SlideBodyOf<'regencies'>): void {
    this.#headline(headline, null, []);
    if (!regencies) return;
    const { indicator, targetGroupIndicator, rows } = regencies;
    for (const row of rows) {
      this.#name(row.area);
      this.#figure(indicator, row.area.id, row.figure, { role: 'figure', status: row.status });
      if (targetGroupIndicator) {
        this.#figure(targetGroupIndicator, row.area.id, row.targetGroup, { role: 'figure' });
      }
    }
  }

  #regions(regions: SlideBodyOf<'heat_map'>['regions'], indicators: readonly IndicatorBrief[]): void {
    const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    for (const { area, cells } of regions) {
      this.#name(area);
      for (const cell of cells) {
        const indicator = byId.get(cell.indicatorId);
        if (indicator) this.#figure(indicator, area.id, cell.figure, { role: 'figure', status: cell.status });
      }
    }
  }

  #inflation({ indicators, areas, series, breaks, priceIndex }: InflationAnswer): void {
    const breakMonths = breaks.map((each) => each.month);
    for (const { area, figures, status } of areas) {
      this.#name(area);
      this.#figure(indicators.yoy, area.id, figures.yoy, { role: 'figure', status, breaks: breakMonths });
      this.#figure(indicators.mtm, area.id, figures.mtm, { role: 'figure' });
      this.#figure(indicators.ytd, area.id, figures.ytd, { role: 'figure' });
    }
    this.#series(series, [indicators.yoy], breakMonths);
    for (const { area, figure } of priceIndex?.areas ?? []) {
      this.#name(area);
      if (priceIndex) this.#figure(priceIndex.indicator, area.id, figure, { role: 'figure' });
    }
  }

  #twoTruths({ pairs }: SlideBodyOf<'two_truths'>): void {
    for (const { indicator, figure, previous } of pairs.flatMap((pair) => pair.sides)) {
      this.#figure(indicator, figure.areaId, figure, { role: 'figure' });
      if (previous) this.#figure(indicator, previous.areaId, previous, { role: 'figure' });
    }
  }

  #name(area: { id: string; name: string }): void {
    this.#names.set(area.id, area.name);
  }

  /** @param areaId where the slide looks for it; a missing headline of an unnamed area names nothing and is left out */
  #headline(headline: Headline, areaId: string | null, breaks: readonly Month[]): void {
    const { indicator, figure, status, target, cutOff } = headline;
    const at = figure?.areaId ?? areaId;
    if (at === null) return;
    this.#figure(indicator, at, figure, { role: 'headline', status, target: target?.value ?? null, cutOff, breaks });
  }

  #series(series: readonly FigureSeries[], indicators: readonly IndicatorBrief[], breaks: readonly Month[]): void {
    for (const { id, kind, indicatorId, areaId, source, points } of series) {
      const indicator = indicators.find((each) => each.id === indicatorId);
      if (!indicator) continue;
      // A line of a published series is named by series and area.
      const seriesId = kind === 'reported' ? null : id.replace(`|${areaId}`, '');
      this.#points(points, { indicator, areaId, seriesId, source, breaks });
    }
  }

  #points(
    points: readonly SeriesPoint[],
    line: Pick<SlideFigure, 'indicator' | 'areaId' | 'seriesId' | 'source' | 'breaks'>,
  ): void {
    for (const point of points) {
      this.#found.push({
        ...this.#blank(line.indicator, line.areaId),
        ...line,
        month: point.month,
        role: 'point',
        value: point.value,
        held: point.held,
        expected: point.expected,
        basis: point.basis ?? basisOfSeries(line.seriesId),
        isSample: point.isSample,
        isComparable: point.isComparable,
      });
    }
  }

  #figure(indicator: IndicatorBrief, areaId: string, figure: Figure | null, beside: Beside, month = this.#asked): void {
    const { role, status, target = null, cutOff, breaks = [] } = beside;
    const said = { role, status: status?.status ?? null, planned: status?.planned ?? null, target, breaks };
    if (!figure) {
      this.#found.push({ ...this.#blank(indicator, areaId), ...said, month });
      return;
    }
    this.#found.push({
      ...this.#blank(indicator, figure.areaId),
      ...said,
      month: figure.month,
      seriesId: figure.seriesId,
      value: figure.value,
      held: figure.held,
      expected: figure.expected,
      basis: figure.basis,
      isSample: figure.isSample,
      isComparable: figure.isComparable,
      source: figure.source,
      cutOff: cutOffText(figure, cutOff),
    });
  }

  #blank(indicator: IndicatorBrief, areaId: string): SlideFigure {
    return {
      issueId: indicator.issueId,
      indicator,
      areaId,
      areaName: this.#names.get(areaId) ?? areaId,
      month: this.#asked,
      askedMonth: this.#asked,
      seriesId: null,
      role: 'figure',
      value: null,
      held: 0,
      expected: 0,
      basis: 'verified',
      status: null,
      target: null,
      planned: null,
      isSample: false,
      isComparable: true,
      source: null,
      cutOff: null,
      breaks: [],
    };
  }
}

function basisOfSeries(seriesId: string | null): FigureBasis {
  return seriesId === null ? 'verified' : 'published';
}

function cutOffText(figure: Figure, cutOff: CutOff | undefined): string | null {
  return cutOff?.label ?? cutOff?.date ?? figure.periodLabel ?? figure.cutOff;
}
