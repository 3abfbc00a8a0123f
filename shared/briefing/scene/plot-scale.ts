import { formatMonth, formatMonthName } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import { type Month, monthsBetween } from '#shared/month.ts';
import { formatCompact, formatNumber, formatPercent } from '#shared/number-format.ts';
import { type KnownPoint, monthTicks, sortByMonth } from '#shared/series.ts';
import { type Written, withMinus } from './figure-words.ts';
import type { Area } from './kit.ts';

/** Months and values to places on the slide. */
export interface PlotScale {
  x: (month: Month) => number;
  y: (value: number) => number;
}

export function plotScale(area: Area, from: Month, to: Month, low: number, high: number): PlotScale {
  const span = Math.max(1, monthsBetween(from, to));
  const range = high - low || 1;
  return {
    x: (month) => area.x + (monthsBetween(from, month) / span) * area.width,
    y: (value) => area.y + area.height - ((value - low) / range) * area.height,
  };
}

/** A value on an axis, as short as its neighbours allow: "15 rb", "2,5 %". */
export function tickText(value: number, ticks: readonly number[], { isPercentage }: Written, locale: Locale): string {
  const largest = Math.max(...ticks.map(Math.abs));
  if (!isPercentage && largest >= 10_000) {
    return value === 0 ? formatNumber(0, { locale, decimals: 0 }) : withMinus(formatCompact(value, locale));
  }
  const decimals = Math.max(...ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  return withMinus(
    isPercentage ? formatPercent(value, { locale, decimals }) : formatNumber(value, { locale, decimals }),
  );
}

/** Months to name below an axis, the last one first; the year stands beside the first and beside each January. */
export function monthLabels(from: Month, to: Month, width: number, locale: Locale): { month: Month; label: string }[] {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const ticks = monthTicks(from, to, Math.max(2, Math.floor(width / (isOneYear ? 64 : 96)))).filter(
    (month) => month !== to,
  );
  const [first] = ticks;
  const labels = ticks.map((month) => ({
    month,
    label:
      month === first || (!isOneYear && month.endsWith('-01'))
        ? formatMonth(month, locale, 'short')
        : formatMonthName(month, locale),
  }));
  return [
    { month: to, label: isOneYear && first ? formatMonthName(to, locale) : formatMonth(to, locale, 'short') },
    ...labels,
  ];
}

/** Those points that hold a value, by month. */
export function heldPoints(points: readonly { month: Month; value: number | null }[]): KnownPoint[] {
  return sortByMonth(points.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }])));
}
