import type { Month } from '#shared/month.ts';
import { toScaled } from '#shared/scale.ts';
import type { ChangeReason, FigureChange, Movement } from './change.ts';
import { figureKey, type SlideFigure } from './slide-figure.ts';

/** A correction of the restatement ledger, with what it is needed to find the figures it explains. */
export interface LedgerLine extends ChangeReason {
  month: Month;
  /** The corrected indicator, and the ratios that are made of it. */
  indicatorIds: readonly string[];
}

export interface FigureComparison {
  changes: FigureChange[];
  movements: Movement[];
}

/**
 * What differs between the figures of two states of a deck. A figure counts as changed when it is the same number
 * (indicator, area, month, series) with another value, or when one side had looked for it and showed an older one in
 * its place; that a slide was added or made for another month changes no figure.
 * @param restatements corrections of any area and month; of these the ones beneath a figure are its reasons
 * @param between instants of the two states: only corrections made after the one and up to the other are reasons
 */
export function compareFigures(
  before: readonly SlideFigure[],
  after: readonly SlideFigure[],
  restatements: readonly LedgerLine[] = [],
  between?: { from: string; to: string },
): FigureComparison {
  const reasons = between ? restatements.filter((line) => isBetween(line.at, between)) : restatements;
  return {
    changes: pairsOf(before, after)
      .flatMap(([one, other]) => changeOf(one, other, reasons) ?? [])
      .sort((a, b) => orderOf(a).localeCompare(orderOf(b))),
    movements: movementsOf(before, after),
  };
}

type Pair = [before: SlideFigure | null, after: SlideFigure | null];

function pairsOf(before: readonly SlideFigure[], after: readonly SlideFigure[]): Pair[] {
  const [befores, afters] = [byKey(before), byKey(after)];
  const shared = before.flatMap<Pair>((figure) => {
    const other = afters.get(figureKey(figure));
    return other ? [[figure, other]] : [];
  });
  return [
    ...shared,
    ...after.flatMap<Pair>((figure) => (isNews(figure, befores, before) ? [[null, figure]] : [])),
    ...before.flatMap<Pair>((figure) => (isNews(figure, afters, after) ? [[figure, null]] : [])),
  ];
}

/** Whether the other side asked for this figure's month and had to make do with an older one, or with another series. */
function isNews(figure: SlideFigure, known: Map<string, SlideFigure>, others: readonly SlideFigure[]): boolean {
  if (figure.role === 'point' || figure.value === null || known.has(figureKey(figure))) return false;
  return others.some(
    (other) =>
      other.role !== 'point' &&
      other.indicator.id === figure.indicator.id &&
      other.areaId === figure.areaId &&
      other.month <= figure.month &&
      figure.month <= other.askedMonth,
  );
}

function byKey(figures: readonly SlideFigure[]): Map<string, SlideFigure> {
  return new Map(figures.map((figure) => [figureKey(figure), figure]));
}

function changeOf(
  before: SlideFigure | null,
  after: SlideFigure | null,
  restatements: readonly LedgerLine[],
): FigureChange | null {
  const either = after ?? before;
  const kind = kindOf(before, after);
  if (!either || !kind) return null;
  const { issueId, indicator, areaId, areaName, month, seriesId } = either;
  return {
    issueId,
    indicator,
    areaId,
    areaName,
    month,
    seriesId,
    kind,
    before: before && sideOf(before, after),
    after: after && sideOf(after, before),
    difference: differenceOf(before, after),
    isPercentagePoint: indicator.isPercentage,
    reasons: restatements.filter((line) => explains(line, either)).map(reasonOf),
  };
}

function kindOf(before: SlideFigure | null, after: SlideFigure | null): FigureChange['kind'] | null {
  const [from, to] = [before?.value ?? null, after?.value ?? null];
  if (from === null && to === null) return null;
  if (from === null) return 'added';
  if (to === null) return 'withdrawn';
  if (!before || !after) return null;
  if (!isSameValue(before, after)) return 'corrected';
  return isSameStanding(before, after) ? null : 'restated';
}

/** By the decimals the indicator is kept with: the last bits of a ratio are no correction. */
function isSameValue(before: SlideFigure, after: SlideFigure): boolean {
  return differenceOf(before, after) === 0;
}

function isSameStanding(before: SlideFigure, after: SlideFigure): boolean {
  return (
    before.held === after.held &&
    before.expected === after.expected &&
    before.basis === after.basis &&
    isSameWhereKnown(before.status, after.status) &&
    // A later month looks to a later target.
    (before.askedMonth !== after.askedMonth || isSameWhereKnown(before.target, after.target))
  );
}

/** A slide that gives no status says nothing about whether it changed. */
function isSameWhereKnown<T>(before: T | null, after: T | null): boolean {
  return before === null || after === null || before === after;
}

/** What only one side's slides gave is left out of both, so that it does not look like a change. */
function sideOf(figure: SlideFigure, other: SlideFigure | null): NonNullable<FigureChange['before']> {
  const { value, held, expected, basis, status, target } = figure;
  const isKnown = (ofOther: unknown) => other === null || ofOther !== null;
  return {
    value,
    held,
    expected,
    basis,
    status: isKnown(other?.status) ? status : null,
    target: isKnown(other?.target) ? target : null,
  };
}

function differenceOf(before: SlideFigure | null, after: SlideFigure | null): number | null {
  if (before?.value == null || after?.value == null) return null;
  const { decimals, aggregation } = after.indicator;
  // A ratio is divided anew each time; everything else is kept with its decimals.
  const places = aggregation === 'ratio' ? Math.min(6, decimals + 2) : decimals;
  const scaled = toScaled(after.value, places) - toScaled(before.value, places);
  return scaled === 0 ? 0 : scaled / 10 ** places;
}

function explains(line: LedgerLine, figure: SlideFigure): boolean {
  return (
    line.month === figure.month &&
    figure.seriesId === null &&
    line.indicatorIds.includes(figure.indicator.id) &&
    isBeneath(line.areaId, figure.areaId)
  );
}

/** Codes of areas grow from the whole to its parts: 76, 76.05, 76.05.01. */
function isBeneath(areaId: string, of: string): boolean {
  return areaId === of || of === 'ID' || areaId.startsWith(`${of}.`);
}

function isBetween(at: string, { from, to }: { from: string; to: string }): boolean {
  const [earlier, later] = from <= to ? [from, to] : [to, from];
  return earlier < at && at <= later;
}

function reasonOf(line: LedgerLine): ChangeReason {
  const { month: _month, indicatorIds: _ids, ...reason } = line;
  return reason;
}

/** The province before its parts, within the issue and the indicator. */
function orderOf({ issueId, indicator, areaId, month, seriesId }: FigureChange): string {
  return [issueId, indicator.id, areaId, month, seriesId ?? ''].join('|');
}

/** Headlines that speak for another month than before. */
function movementsOf(before: readonly SlideFigure[], after: readonly SlideFigure[]): Movement[] {
  const earlier = headlinesOf(before);
  return [...headlinesOf(after)].flatMap(([place, to]) => {
    const from = earlier.get(place);
    const difference = differenceOf(from ?? null, to);
    if (!from || from.month === to.month || from.value === null || to.value === null || difference === null) return [];
    return {
      issueId: to.issueId,
      indicator: to.indicator,
      areaId: to.areaId,
      areaName: to.areaName,
      from: { month: from.month, value: from.value, status: from.status },
      to: { month: to.month, value: to.value, status: to.status },
      difference,
      isPercentagePoint: to.indicator.isPercentage,
      isComparable: areComparable(from, to),
    };
  });
}

/** The latest headline of each indicator and area. */
function headlinesOf(figures: readonly SlideFigure[]): Map<string, SlideFigure> {
  const found = new Map<string, SlideFigure>();
  for (const figure of figures) {
    if (figure.role !== 'headline' || figure.value === null) continue;
    const place = `${figure.indicator.id}|${figure.areaId}`;
    const known = found.get(place);
    if (!known || known.month < figure.month) found.set(place, figure);
  }
  return found;
}

/** Equally many cells of one series, with no break between the two. */
function areComparable(one: SlideFigure, other: SlideFigure): boolean {
  const [earlier, later] = one.month < other.month ? [one.month, other.month] : [other.month, one.month];
  return (
    one.isComparable &&
    other.isComparable &&
    one.held === other.held &&
    one.seriesId === other.seriesId &&
    ![...one.breaks, ...other.breaks].some((month) => earlier < month && month <= later)
  );
}
