import { formatMonthName } from '#shared/date-format.ts';
import type { Locale } from '#shared/locale.ts';
import { type Month, monthsBetween } from '#shared/month.ts';

type MonthTickProps = { x: number; y: number; month: Month; ticks: readonly Month[]; locale: Locale };

/** A month on the axis, with its year below the first tick of each year. */
export function MonthTick({ x, y, month, ticks, locale }: MonthTickProps) {
  const at = ticks.indexOf(month);
  const before = ticks[at - 1];
  const after = ticks[at + 1];
  const neighbour = after ?? before;
  const isYearly = neighbour !== undefined && Math.abs(monthsBetween(month, neighbour)) >= 12;
  const isFirstOfYear = before?.slice(0, 4) !== month.slice(0, 4);
  return (
    <text x={x} y={y} dy="0.9em" textAnchor="middle" fill="var(--chart-axis)">
      {isYearly ? month.slice(0, 4) : formatMonthName(month, locale)}
      {!isYearly && isFirstOfYear && (
        <tspan x={x} dy="1.2em" fontWeight={650}>
          {month.slice(0, 4)}
        </tspan>
      )}
    </text>
  );
}
