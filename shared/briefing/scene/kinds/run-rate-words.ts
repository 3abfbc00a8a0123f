import { valueText, withMinus, withUnit } from '#shared/briefing/scene/figure-words.ts';
import type { Kit } from '#shared/briefing/scene/kit.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Headline, IndicatorBrief } from '#shared/figure.ts';
import type { TrajectoryAnswer } from '#shared/issue-page.ts';
import { monthsBetween } from '#shared/month.ts';
import { formatNumber } from '#shared/number-format.ts';

type RunRate = NonNullable<TrajectoryAnswer['runRate']>;

/** "Dengan laju sekarang *14.935* pada Desember 2023 · perlu *1.823 per bulan*"; undefined without a target or figure. */
export function runRateWords(
  { trajectory: { runRate }, indicator, figure }: Headline & { trajectory: TrajectoryAnswer },
  kit: Kit,
): string | undefined {
  if (!runRate || !figure) return undefined;
  const { locale, month } = kit;
  const words = kit.words.runRate;
  const target = withUnit(runRate.targetValue, indicator, locale);
  const when = formatMonth(runRate.targetMonth, locale);
  if (runRate.monthsLeft === 0 && runRate.targetMonth < month) return words.over(target, when);
  if (runRate.neededPerMonth === 0 && indicator.direction === 'higher') return words.reached(target);
  if (runRate.perMonth === null || runRate.projected === null) return words.unknown;
  const projected = valueText(possible(runRate.projected, indicator), indicator, locale);
  const isStale = monthsBetween(figure.month, month) > 1;
  return [
    words.projected(projected, when, paceText(runRate.perMonth, indicator, kit)),
    outlook(runRate, indicator, target, kit),
    isStale ? words.stale(formatMonth(figure.month, locale)) : '',
  ].join('');
}

function outlook(rate: RunRate, indicator: IndicatorBrief, target: string, kit: Kit): string {
  const words = kit.words.runRate;
  if (rate.reachedByMonth !== null && rate.reachedByMonth <= rate.targetMonth && rate.reachedByMonth >= kit.month) {
    return words.onPace(target, formatMonth(rate.reachedByMonth, kit.locale));
  }
  return rate.neededPerMonth === null ? '' : words.needed(paceText(rate.neededPerMonth, indicator, kit));
}

/** A pace is an average of changes, and signed as they are. */
function paceText(value: number, { decimals, isPercentage }: IndicatorBrief, { locale, words }: Kit): string {
  const shown = isPercentage ? Math.max(2, decimals) : decimals;
  const number = withMinus(formatNumber(value, { locale, decimals: shown, signed: true }));
  return isPercentage ? words.points(number) : number;
}

/** A percentage cannot leave 0–100 and a count cannot fall below nothing, whatever a straight line says. */
function possible(value: number, { isPercentage }: IndicatorBrief): number {
  return Math.max(0, isPercentage ? Math.min(100, value) : value);
}
