import { formatMonth } from '#shared/date-format.ts';
import type { AreaBrief, Figure, IndicatorBrief } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import type { Month } from '#shared/month.ts';
import { formatNumber, formatPercent } from '#shared/number-format.ts';

type Words = Pick<IndicatorBrief, 'decimals' | 'isPercentage' | 'unitId' | 'unitEn'>;

/** A value with its unit: `9.085 anak`, `35,00 %`. */
export function valueWords(value: number, indicator: Words, locale: Locale): string {
  const { decimals, isPercentage } = indicator;
  if (isPercentage) return formatPercent(value, { locale, decimals });
  return `${formatNumber(value, { locale, decimals })} ${locale === 'id' ? indicator.unitId : indicator.unitEn}`;
}

/** The size of a difference, which of percentages is in percentage points; null where it rounds to nothing. */
export function differenceWords(difference: number, indicator: Words, locale: Locale): string | null {
  const amount = formatNumber(Math.abs(difference), { locale, decimals: indicator.decimals });
  if (amount === formatNumber(0, { locale, decimals: indicator.decimals })) return null;
  const points = locale === 'id' ? 'poin persen' : 'percentage points';
  const unit = indicator.isPercentage ? points : locale === 'id' ? indicator.unitId : indicator.unitEn;
  return `${amount} ${unit}`;
}

export function shortName(indicator: Pick<IndicatorBrief, 'shortNameId' | 'shortNameEn'>, locale: Locale): string {
  return locale === 'id' ? indicator.shortNameId : indicator.shortNameEn;
}

/** `Majene: …` for a part of the province; the province itself goes without saying. */
export function ofArea(area: Pick<AreaBrief, 'level' | 'name'>, sentence: string): string {
  return area.level === 'province' || area.level === 'nation' ? sentence : `${area.name}: ${sentence}`;
}

/** Says of which month the figure is where that is not the one asked for. */
export function withMonth(sentence: string, month: Month, asked: Month, locale: Locale): string {
  return month === asked ? sentence : `${sentence} (${formatMonth(month, locale)})`;
}

export function noFigures(name: string, month: Month, locale: Locale): string {
  const at = formatMonth(month, locale);
  if (locale === 'id') return name === '' ? `Belum ada angka untuk ${at}` : `Belum ada angka ${name} untuk ${at}`;
  return name === '' ? `No figures yet for ${at}` : `No figures yet on ${name} for ${at}`;
}

/** Equally many cells and, of publications, one cut-off: figures of two weeks are no part and whole. */
export function haveOneBase(one: Figure, other: Figure): boolean {
  return (
    one.held === other.held &&
    one.month === other.month &&
    one.periodLabel === other.periodLabel &&
    one.cutOff === other.cutOff &&
    one.isComparable &&
    other.isComparable
  );
}
