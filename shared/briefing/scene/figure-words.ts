import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { Change, CutOff, Figure, IndicatorBrief, StatusAnswer, TargetPoint } from '#shared/figure.ts';
import type { Locale } from '#shared/locale.ts';
import { formatNumber, formatPercent, formatPointChange } from '#shared/number-format.ts';
import type { Kit } from './kit.ts';
import { textWidth } from './text-metrics.ts';
import type { Type } from './wrap.ts';

/** What a figure needs to be written down. */
export type Written = Pick<IndicatorBrief, 'decimals' | 'isPercentage'>;

/** With the minus that stands as high as a plus; a hyphen before a number is overlooked from the back of a room. */
export function withMinus(words: string): string {
  return words.replace(/^-(?=\d)/, '\u2212');
}

/** What stands where a figure is missing. */
export const missing = '–';

export function nameOf(named: { nameId: string; nameEn: string }, locale: Locale): string {
  return locale === 'en' ? named.nameEn : named.nameId;
}

export function shortNameOf(indicator: { shortNameId: string; shortNameEn: string }, locale: Locale): string {
  return locale === 'en' ? indicator.shortNameEn : indicator.shortNameId;
}

/** Within a sentence: "Valid ATS" keeps its letters, "Diintervensi" loses its capital. */
export function withinSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function unitOf(indicator: { unitId: string; unitEn: string }, locale: Locale): string {
  return locale === 'en' ? indicator.unitEn : indicator.unitId;
}

export function valueText(value: number | null, { decimals, isPercentage }: Written, locale: Locale): string {
  if (value === null) return missing;
  return withMinus(
    isPercentage ? formatPercent(value, { locale, decimals }) : formatNumber(value, { locale, decimals }),
  );
}

export function withUnit(value: number | null, indicator: IndicatorBrief, locale: Locale): string {
  const text = valueText(value, indicator, locale);
  return value === null || indicator.isPercentage ? text : `${text} ${unitOf(indicator, locale)}`;
}

/** The figure with its unit where that fits, else the figure alone: a number is never cut. */
export function fittingValue(
  value: number | null,
  indicator: IndicatorBrief,
  width: number,
  type: Type,
  locale: Locale,
): string {
  const whole = withUnit(value, indicator, locale);
  return textWidth(whole, type.size, type.weight) <= width ? whole : valueText(value, indicator, locale);
}

export function countText(value: number, locale: Locale): string {
  return withMinus(formatNumber(value, { locale, decimals: 0 }));
}

export function shareText(percent: number, locale: Locale, decimals = 1): string {
  return withMinus(formatPercent(percent, { locale, decimals }));
}

/** "58/69 kecamatan", for where there is little room; nothing of a figure that covers all. */
export function shortCoverageText(
  { held, expected }: Pick<Figure, 'held' | 'expected'>,
  { collectLevel }: Pick<IndicatorBrief, 'collectLevel'>,
  { locale, words }: Kit,
): string | undefined {
  if (held >= expected) return undefined;
  return `${countText(held, locale)}/${countText(expected, locale)} ${words.level[collectLevel]}`;
}

/** "58 dari 69 kecamatan"; a figure of a single cell has nothing to cover. */
export function coverageText(
  figure: Pick<Figure, 'held' | 'expected'>,
  { collectLevel }: Pick<IndicatorBrief, 'collectLevel'>,
  { locale, words }: Kit,
): string | undefined {
  if (figure.expected <= 1) return undefined;
  return words.coverage(countText(figure.held, locale), countText(figure.expected, locale), words.level[collectLevel]);
}

export function cutOffText({ label, date }: CutOff, { locale, words }: Kit): string | undefined {
  return label ?? (date === null ? undefined : words.upTo(formatDate(date, locale)));
}

/** "naik 1.785 sejak Jul 2023"; no direction where the two months cannot be compared. */
export function changeText(change: Change, indicator: Written, { locale, words }: Kit): string {
  const month = formatMonth(change.fromMonth, locale, 'short');
  if (!change.isComparable) return words.change.notComparable(month);
  return words.change.since(
    movedText(change.value, indicator.decimals, change.isPercentagePoint, locale, words),
    month,
  );
}

function movedText(value: number, decimals: number, isPoint: boolean, locale: Locale, words: Kit['words']): string {
  if (isPoint) return formatPointChange(value, { locale, decimals }).text;
  const amount = formatNumber(Math.abs(value), { locale, decimals });
  if (amount === formatNumber(0, { locale, decimals })) return words.change.unchanged;
  return value > 0 ? words.change.up(amount) : words.change.down(amount);
}

export function targetText(target: TargetPoint | null, indicator: Written, { locale, words }: Kit): string {
  if (target === null) return words.target.none;
  const { low, high, value, month } = target;
  return low !== null && high !== null
    ? words.target.band(valueText(low, indicator, locale), valueText(high, indicator, locale))
    : words.target.to(valueText(value, indicator, locale), formatMonth(month, locale, 'short'));
}

/** The word of a status, with the reason where there is none. */
export function statusText({ status, reason }: Pick<StatusAnswer, 'status' | 'reason'>, { words }: Kit): string {
  return status === 'no_data' && reason !== null ? words.noDataReason[reason] : words.status[status];
}

export function periodText(figure: Figure, locale: Locale): string {
  return figure.periodLabel ?? formatMonth(figure.month, locale, 'short');
}

export function originOf(figure: Figure | null) {
  return figure === null ? undefined : { indicatorId: figure.indicatorId, areaId: figure.areaId, month: figure.month };
}
