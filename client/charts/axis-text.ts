import type { ValueFormat } from '#client/ui/value-format.ts';
import type { Locale } from '#shared/locale.ts';
import { formatCompact, formatNumber, formatPercent } from '#shared/number-format.ts';

/** A value on an axis: as short as its neighbours allow ("15 rb", "2,5 %"), with the same decimals on all ticks. */
export function axisText(
  value: number,
  ticks: readonly number[],
  format: ValueFormat | undefined,
  locale: Locale,
): string {
  const largest = Math.max(...ticks.map(Math.abs));
  if (!format?.percent && largest >= 10_000) return value === 0 ? '0' : formatCompact(value, locale);
  const decimals = Math.max(...ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  return format?.percent ? formatPercent(value, { decimals, locale }) : formatNumber(value, { decimals, locale });
}
