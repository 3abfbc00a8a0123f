import type { DataScope, Figure, FigureSeries, SeriesBreak, SeriesPoint, TargetPoint } from '#shared/figure.ts';
import { groupBy } from '#shared/group-by.ts';
import { isDue, type Month, monthRange } from '#shared/month.ts';
import { isSmallCount } from '#shared/suppression.ts';
import type { Catalogue } from './catalogue.ts';
import type { IndicatorRow, PublishedRow, RollupRow, TargetRow } from './figure.queries.ts';
import { publishedFigure, ratioFigure, rollupFigure, targetPoint } from './figure-rows.ts';
import type { LastingRows } from './lasting-rows.ts';
import { cellKey } from './suppressed-cells.ts';

/** The nation: never a sum, only a comparison, and the fallback of targets that cannot be added. */
export const nationId = 'ID';

/** Who reads: staff, or everybody else. */
export type Audience = 'public' | 'staff';

export interface FigureRows {
  scope: DataScope;
  audience: Audience;
  catalogue: Catalogue;
  rollups: readonly RollupRow[];
  /** Cells of villages that the public is not told, see `suppressedCells`. */
  suppressed: ReadonlySet<string>;
  /** By area. */
  lasting: ReadonlyMap<string, LastingRows>;
  /** Published figures of later months are not told. */
  to: Month;
}

const keyOf = (row: { indicatorId: string; areaId: string }) => `${row.indicatorId}|${row.areaId}`;

/** Figures of some indicators, areas and months, read once; answers questions about them without asking again. */
export class FigureSet {
  readonly scope: DataScope;
  readonly #rows: FigureRows;
  readonly #rollups: Map<string, Map<Month, RollupRow>>;
  constructor(rows: FigureRows) {
    this.scope = rows.scope;
    this.#rows = rows;
    this.#rollups = new Map();
    for (const row of rows.rollups) {
      const key = keyOf(row);
      const byMonth = this.#rollups.get(key);
      if (byMonth) byMonth.set(row.month, row);
      else this.#rollups.set(key, new Map([[row.month, row]]));
    }
  }

  /** These figures and those of another set, read for the same scope and audience. */
  with(other: FigureSet): FigureSet {
    const [mine, theirs] = [this.#rows, other.#rows];
    return new FigureSet({
      ...mine,
      rollups: [...mine.rollups, ...theirs.rollups],
      suppressed: new Set([...mine.suppressed, ...theirs.suppressed]),
      lasting: new Map([...mine.lasting, ...theirs.lasting]),
      to: mine.to > theirs.to ? mine.to : theirs.to,
    });
  }

  indicator(id: string): IndicatorRow {
    const row = this.#rows.catalogue.indicators.get(id);
    if (!row) throw new Error(`The indicator ${id} is not active.`);
    return row;
  }

  /** What the task force reported: a sum of cells, a cell, or a ratio of two sums. */
  reported(indicatorId: string, areaId: string, month: Month): Figure | null {
    const indicator = this.indicator(indicatorId);
    const { numeratorId, denominatorId } = indicator;
    if (indicator.aggregation === 'ratio' && numeratorId && denominatorId) {
      const [numerator, denominator] = [numeratorId, denominatorId].map((id) => this.#sum(id, areaId, month));
      return ratioFigure(indicator, numerator ?? null, denominator ?? null);
    }
    return this.#sum(indicatorId, areaId, month);
  }

  #sum(indicatorId: string, areaId: string, month: Month): Figure | null {
    const row = this.#rollups.get(`${indicatorId}|${areaId}`)?.get(month);
    const figure = rollupFigure(row, this.indicator(indicatorId), this.scope);
    return row && figure && this.#isHidden(row, figure) ? null : figure;
  }

  #isHidden(row: RollupRow, { value, held }: Figure): boolean {
    if (this.#rows.audience !== 'public') return false;
    if (this.#rows.suppressed.size > 0 && this.#rows.suppressed.has(cellKey(row))) return true;
    if (!isSmallCount(value)) return false;
    // A total over one village is that village's figure.
    return row.level === 'village' || (held === 1 && this.indicator(row.indicatorId).collectLevel === 'village');
  }

  /** The rollup itself, for the count of cells that do not apply. */
  rollup(indicatorId: string, areaId: string, month: Month): RollupRow | undefined {
    return this.#rollups.get(`${indicatorId}|${areaId}`)?.get(month);
  }

  /** Every publication for that month, the leading one first. */
  published(indicatorId: string, areaId: string, month: Month): Figure[] {
    const indicator = this.indicator(indicatorId);
    const rows = this.publishedRows(indicatorId, areaId).filter((row) => row.month === month);
    return rows.map((row) => publishedFigure(row, indicator));
  }

  /** Every publication, months ascending, the leading one of each month first. */
  publishedRows(indicatorId: string, areaId: string): readonly PublishedRow[] {
    const rows = this.#rows.lasting.get(areaId)?.published.get(indicatorId) ?? [];
    const { to } = this.#rows;
    const last = rows.at(-1);
    return last && last.month > to ? rows.filter((row) => row.month <= to) : rows;
  }

  /** The leading publication for that month that has a value. */
  #lead(indicatorId: string, areaId: string, month: Month): Figure | null {
    const row = this.publishedRows(indicatorId, areaId).find((each) => each.month === month && each.value !== null);
    return row ? publishedFigure(row, this.indicator(indicatorId)) : null;
  }

  /** The figure to show for a month: reported before published, but a real publication before invented reports. */
  at(indicatorId: string, areaId: string, month: Month): Figure | null {
    const reported = this.reported(indicatorId, areaId, month);
    if (reported && !reported.isSample) return reported;
    const published = this.#lead(indicatorId, areaId, month);
    return published && !(reported && published.isSample) ? published : (reported ?? published);
  }

  /** Another indicator's figure of the same area, month and kind of source: a publication is not divided by a report. */
  companion(figure: Figure, indicatorId: string): Figure | null {
    const { areaId, month, seriesId } = figure;
    if (seriesId === null) return this.reported(indicatorId, areaId, month);
    return this.#lead(indicatorId, areaId, month);
  }

  /** The figure of the latest month, up to and including `upTo`, that has one. */
  latest(indicatorId: string, areaId: string, upTo: Month): Figure | null {
    const reported = this.#lastReportedMonth(indicatorId, areaId, upTo);
    const published = this.publishedRows(indicatorId, areaId).findLast(
      (row) => row.month <= upTo && row.value !== null,
    )?.month;
    const months = [reported, published].filter((month) => month !== undefined).sort();
    const last = months.at(-1);
    return last === undefined ? null : this.at(indicatorId, areaId, last);
  }

  #lastReportedMonth(indicatorId: string, areaId: string, upTo: Month): Month | undefined {
    const source = this.indicator(indicatorId).numeratorId ?? indicatorId;
    const months = [...(this.#rollups.get(`${source}|${areaId}`)?.keys() ?? [])].filter((month) => month <= upTo);
    return months.sort().findLast((month) => this.reported(indicatorId, areaId, month) !== null);
  }

  /** The figure before this one on the same line: what the task force reported, or the same publication's series. */
  before(figure: Figure, earliest: Month): Figure | null {
    const { indicatorId, areaId, seriesId, month } = figure;
    if (seriesId !== null) {
      const rows = this.publishedRows(indicatorId, areaId);
      const row = rows.findLast((each) => each.seriesId === seriesId && each.month < month && each.value !== null);
      if (!row) return null;
      return this.published(indicatorId, areaId, row.month).find((each) => each.seriesId === seriesId) ?? null;
    }
    const months = monthRange(earliest, month).slice(0, -1).reverse();
    for (const each of months) {
      const earlier = this.reported(indicatorId, areaId, each);
      if (earlier) return earlier;
    }
    return null;
  }

  /** One line: the reported months, or those of one published series. Months that are due but missing are null points. */
  line(indicatorId: string, areaId: string, seriesId: string | null, from: Month, to: Month): SeriesPoint[] {
    const { expectedMonths, periodicity } = this.indicator(indicatorId);
    const publishedIn = seriesId === null ? null : this.#monthsOf(indicatorId, areaId, seriesId);
    const points = monthRange(from, to).flatMap((month) => {
      const figure = publishedIn ? publishedIn.get(month) : this.reported(indicatorId, areaId, month);
      if (figure) return [seriesPoint(figure)];
      return isDue(expectedMonths, month) ? [missingPoint(month, this.#expected(indicatorId, areaId))] : [];
    });
    // Years before a survey began are not missing.
    const first = points.findIndex((point) => point.value !== null);
    return periodicity === 'monthly' ? points : points.slice(Math.max(0, first));
  }

  /** The figures of one published series by month; the leading one of several. */
  #monthsOf(indicatorId: string, areaId: string, seriesId: string): Map<Month, Figure> {
    const indicator = this.indicator(indicatorId);
    const figures = new Map<Month, Figure>();
    for (const row of this.publishedRows(indicatorId, areaId)) {
      if (row.seriesId === seriesId && !figures.has(row.month)) figures.set(row.month, publishedFigure(row, indicator));
    }
    return figures;
  }

  #expected(indicatorId: string, areaId: string): number {
    const [row] = this.#rollups.get(`${indicatorId}|${areaId}`)?.values() ?? [];
    return row?.expected ?? 0;
  }

  /** Every line of an indicator in an area that has a figure in the span: two sources are two lines. */
  series(indicatorId: string, areaId: string, from: Month, to: Month): FigureSeries[] {
    const lines: FigureSeries[] = [];
    const add = (line: FigureSeries) => {
      if (line.points.some((point) => point.value !== null)) lines.push(line);
    };
    const head = { indicatorId, areaId };
    add({
      ...head,
      id: `reported|${indicatorId}|${areaId}`,
      kind: 'reported',
      nameId: null,
      nameEn: null,
      source: null,
      points: this.line(indicatorId, areaId, null, from, to),
    });
    const bySeries = groupBy(this.publishedRows(indicatorId, areaId), (row) => row.seriesId);
    const leads = [...bySeries.values()].flatMap((rows) => rows.slice(0, 1));
    for (const row of leads.sort((a, b) => a.seriesOrder - b.seriesOrder)) {
      add({
        ...head,
        id: `${row.seriesId}|${areaId}`,
        kind: 'published',
        nameId: row.seriesNameId,
        nameEn: row.seriesNameEn,
        source: row.seriesSource,
        points: this.line(indicatorId, areaId, row.seriesId, from, to),
      });
    }
    return lines;
  }

  /**
   * The area's plan. Without a target of its own, what cannot be added is measured by the nation's: in a province, and
   * everywhere where it is a band (inflation). A regency is not held to what the whole nation shall reach.
   */
  targets(indicatorId: string, areaId: string): TargetPoint[] {
    const indicator = this.indicator(indicatorId);
    const own = this.#targetRows(indicatorId, areaId);
    const isProvince = !areaId.includes('.');
    const mayBorrow = indicator.aggregation !== 'sum' && (isProvince || indicator.direction === 'band');
    const isOwn = own.some((row) => row.kind === 'target') || areaId === nationId || !mayBorrow;
    const nation = isOwn ? [] : this.#targetRows(indicatorId, nationId);
    const rows = [...own, ...nation.filter((row) => row.kind === 'target')];
    return rows.map((row) => targetPoint(row, indicator)).sort((a, b) => (a.month < b.month ? -1 : 1));
  }

  #targetRows(indicatorId: string, areaId: string): readonly TargetRow[] {
    return this.#rows.lasting.get(areaId)?.targets.get(indicatorId) ?? [];
  }

  breaks(indicatorId: string): SeriesBreak[] {
    const rows = this.#rows.catalogue.breaks.get(indicatorId) ?? [];
    return rows.map(({ month, labelId, labelEn }) => ({ indicatorId, month, labelId, labelEn }));
  }
}

function seriesPoint(figure: Figure): SeriesPoint {
  const { month, value, held, expected, basis, isSample, isComparable } = figure;
  return { month, value, held, expected, basis, isSample, isComparable };
}

function missingPoint(month: Month, expected: number): SeriesPoint {
  return { month, value: null, held: 0, expected, basis: null, isSample: false, isComparable: true };
}
