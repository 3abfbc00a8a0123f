import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { areaRows, type FigureSet, loadCatalogue, loadFigures } from '#server/figure/figure.service.ts';
import { type Band, movementOf } from '#shared/action-item.ts';
import type { FollowedFigure } from '#shared/action-item-brief.ts';
import type { SeriesPoint } from '#shared/figure.ts';
import { addMonths, type Month } from '#shared/month.ts';
import { fromScaled, toScaled } from '#shared/scale.ts';
import type { ActionItemRow, ListedItem } from './action-item.queries.ts';

/** How far back the latest figure may lie when an item is recorded: surveys come once a year. */
const MONTHS_BACK = 36;

export type FigureColumns = Pick<
  ActionItemRow,
  'indicatorId' | 'areaId' | 'figureMonth' | 'figureValue' | 'figureSeriesId' | 'figureHeld'
>;

export const noFigure: FigureColumns = {
  indicatorId: null,
  areaId: null,
  figureMonth: null,
  figureValue: null,
  figureSeriesId: null,
  figureHeld: null,
};

/**
 * The latest verified or published figure up to a month, as it is copied into an item that is about it. Where there is
 * none yet, the item still follows the figure, from nothing.
 */
export async function figureColumns(
  db: Kysely<Database>,
  { indicatorId, areaId }: { indicatorId: string; areaId: string },
  upTo: Month,
): Promise<FigureColumns> {
  const catalogue = await loadCatalogue(db);
  const areas = await areaRows(db, [areaId]);
  const from = addMonths(upTo, -MONTHS_BACK);
  const indicatorIds = [indicatorId];
  const figures = await loadFigures(db, catalogue, {
    scope: 'verified',
    audience: 'staff',
    indicatorIds,
    areas,
    from,
    to: upTo,
  });
  const latest = figures.latest(indicatorId, areaId, upTo);
  if (!latest || latest.value === null) return { ...noFigure, indicatorId, areaId, figureMonth: upTo };
  return {
    indicatorId,
    areaId,
    figureMonth: latest.month,
    figureValue: toScaled(latest.value, figures.indicator(indicatorId).decimals),
    figureSeriesId: latest.seriesId,
    figureHeld: latest.held,
  };
}

type Followed = ListedItem & { indicatorId: string; areaId: string; figureMonth: string };

function follows(item: ListedItem): item is Followed {
  return item.indicatorId !== null && item.areaId !== null && item.figureMonth !== null && item.decimals !== null;
}

/** Of each item that is about a figure: what it was, and what it is now, in the month given or before. */
export async function followedFigures(
  db: Kysely<Database>,
  items: readonly ListedItem[],
  upTo: Month,
): Promise<ReadonlyMap<string, FollowedFigure>> {
  const followed = items.filter(follows);
  const from = followed.map((item) => item.figureMonth).sort()[0];
  if (from === undefined) return new Map();
  const catalogue = await loadCatalogue(db);
  const areas = await areaRows(
    db,
    followed.map((item) => item.areaId),
  );
  const indicatorIds = [...new Set(followed.map((item) => item.indicatorId))];
  const figures = await loadFigures(db, catalogue, {
    scope: 'verified',
    audience: 'staff',
    indicatorIds,
    areas,
    from,
    to: upTo,
  });
  return new Map(
    followed.map((item) => {
      // An indicator that is no longer used has no new figures; what was copied still stands.
      const isUsed = catalogue.indicators.has(item.indicatorId);
      return [item.id, isUsed ? compare(item, figures, upTo) : headOf(item)];
    }),
  );
}

function headOf(item: Followed): FollowedFigure {
  const decimals = item.decimals ?? 0;
  const value = item.figureValue === null ? null : fromScaled(item.figureValue, decimals);
  return {
    indicatorId: item.indicatorId,
    nameId: item.nameId ?? item.indicatorId,
    nameEn: item.nameEn ?? item.indicatorId,
    unitId: item.unitId ?? '',
    unitEn: item.unitEn ?? '',
    decimals,
    direction: item.direction ?? 'higher',
    isPercentage: item.unitId === 'persen' || item.unitId === '%',
    areaId: item.areaId,
    areaName: item.areaName ?? item.areaId,
    before: { month: item.figureMonth, value },
    now: null,
    isComparable: true,
    moved: null,
  };
}

function compare(item: Followed, figures: FigureSet, upTo: Month): FollowedFigure {
  const head = headOf(item);
  const { month, value } = head.before;
  const now = latestPoint(item, figures, upTo);
  if (!now) return head;
  const isComparable =
    now.isComparable &&
    (item.figureHeld === null || now.held === item.figureHeld) &&
    !figures.breaks(item.indicatorId).some((each) => each.month > month && each.month <= now.month);
  const isMeasured = isComparable && value !== null && now.value !== null;
  const band = bandOf(item, figures, now.month);
  // A ratio is divided to more places than were copied: held against each other with the same.
  const places = (real: number) => fromScaled(toScaled(real, head.decimals), head.decimals);
  return {
    ...head,
    now: { month: now.month, value: now.value },
    isComparable,
    moved: isMeasured ? movementOf(head.direction, value, places(now.value ?? value), band) : null,
  };
}

/**
 * The latest later point of the line the figure was on: a survey is never compared with a count. A month that holds
 * fewer cells than then is not complete yet, and is taken only where there is no other.
 */
function latestPoint(item: Followed, figures: FigureSet, upTo: Month): SeriesPoint | undefined {
  const { indicatorId, areaId, figureMonth, figureHeld } = item;
  // Nothing was held then: whichever line has a figure now is the one to follow.
  const seriesId =
    item.figureValue === null ? (figures.latest(indicatorId, areaId, upTo)?.seriesId ?? null) : item.figureSeriesId;
  const later = figures
    .line(indicatorId, areaId, seriesId, figureMonth, upTo)
    .filter((point) => point.month > figureMonth && point.value !== null);
  return later.findLast((point) => point.held >= (figureHeld ?? 0)) ?? later.at(-1);
}

/** What inflation should keep within at that time, where a plan says so. */
function bandOf({ indicatorId, areaId }: Followed, figures: FigureSet, month: Month): Band | null {
  const bands = figures.targets(indicatorId, areaId).filter((target) => target.low !== null && target.high !== null);
  const band = bands.find((target) => target.month >= month) ?? bands.at(-1);
  return band && band.low !== null && band.high !== null ? { low: band.low, high: band.high } : null;
}
