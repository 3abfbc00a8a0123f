import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useFormatValue } from '#client/ui/value-format.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { Headline, IndicatorBrief } from '#shared/figure.ts';
import type { TrajectoryAnswer } from '#shared/issue-page.ts';
import { monthsBetween } from '#shared/month.ts';

type RunRate = NonNullable<TrajectoryAnswer['runRate']>;

/** A percentage cannot leave 0–100 and a count cannot fall below nothing, whatever a straight line says. */
export function possibleValue(value: number, { isPercentage }: Pick<IndicatorBrief, 'isPercentage'>): number {
  return Math.max(0, isPercentage ? Math.min(100, value) : value);
}

/** "Dengan laju sekarang … pada Desember; perlu … per bulan." Undefined without a target. */
export function useRunRateSentence(): (
  headline: Headline & { trajectory: TrajectoryAnswer },
  asked: string,
) => string | undefined {
  const { t } = useTranslation('issue');
  const locale = useLocale();
  const text = useFigureText();
  const formatValue = useFormatValue();

  return ({ trajectory: { runRate }, indicator, figure }, asked) => {
    if (!runRate || !figure) return undefined;
    const target = text.valueWithUnit(runRate.targetValue, indicator);
    const month = formatMonth(runRate.targetMonth, locale);
    const stale =
      monthsBetween(figure.month, asked) > 1 ? t('runRate.stale', { month: formatMonth(figure.month, locale) }) : '';
    if (runRate.monthsLeft === 0 && runRate.targetMonth < asked) return t('runRate.over', { target, month });
    if (runRate.neededPerMonth === 0 && indicator.direction === 'higher') return t('runRate.reached', { target });
    if (runRate.perMonth === null || runRate.projected === null) return t('runRate.unknown');
    const sentences = [
      t('runRate.projected', {
        pace: amount(runRate.perMonth, indicator),
        count: runRate.basisMonths,
        projected: text.valueWithUnit(possibleValue(runRate.projected, indicator), indicator),
        month,
      }),
      outlook(runRate, indicator, target),
      stale,
    ];
    return sentences.filter(Boolean).join(' ');
  };

  function amount(value: number, { decimals, isPercentage }: IndicatorBrief): string {
    // A pace is an average: one decimal more than the figure where the figure is small, signed as a change is.
    const number = formatValue(value, { decimals: isPercentage ? Math.max(2, decimals) : decimals, signed: true });
    return isPercentage ? t('runRate.points', { value: number }) : number;
  }

  function outlook(rate: RunRate, indicator: IndicatorBrief, target: string): string {
    if (rate.reachedByMonth !== null && rate.reachedByMonth <= rate.targetMonth) {
      return t('runRate.onPace', { target, reachedBy: formatMonth(rate.reachedByMonth, locale) });
    }
    return rate.neededPerMonth === null
      ? ''
      : t('runRate.needed', { target, needed: amount(rate.neededPerMonth, indicator) });
  }
}
