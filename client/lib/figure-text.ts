import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFormatValue, type ValueFormat } from '#client/ui/value-format.ts';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { Change, CutOff, Figure, IndicatorBrief, SeriesPoint, TargetPoint } from '#shared/figure.ts';
import { type ChangeDirection, formatPointChange } from '#shared/number-format.ts';

/** How the figures of an indicator are written where the unit is said elsewhere. */
export function formatOf(indicator: Pick<IndicatorBrief, 'decimals' | 'isPercentage'>): ValueFormat {
  return { decimals: indicator.decimals, percent: indicator.isPercentage };
}

/** Points of an answer as charts take them. */
export function chartPoints(points: readonly SeriesPoint[]) {
  return points.map(({ month, value, basis, isSample }) => ({
    month,
    value,
    provisional: basis === 'provisional',
    sample: isSample && value !== null,
  }));
}

/** Words about figures, in the language of the screen. */
export function useFigureText() {
  const { t } = useTranslation(['figure', 'charts']);
  const locale = useLocale();
  const formatValue = useFormatValue();

  return useMemo(() => {
    const inLanguage = (indonesian: string, english: string) => (locale === 'en' ? english : indonesian);
    const name = (named: { nameId: string; nameEn: string }) => inLanguage(named.nameId, named.nameEn);
    const shortName = (indicator: { shortNameId: string; shortNameEn: string }) =>
      inLanguage(indicator.shortNameId, indicator.shortNameEn);
    const unit = (indicator: { unitId: string; unitEn: string }) => inLanguage(indicator.unitId, indicator.unitEn);
    const value = (number: number | null, indicator: Pick<IndicatorBrief, 'decimals' | 'isPercentage'>) =>
      formatValue(number, formatOf(indicator));
    /** With the unit where the sign of per cent does not already say it. */
    const valueWithUnit = (number: number | null, indicator: IndicatorBrief) =>
      number === null || indicator.isPercentage
        ? value(number, indicator)
        : `${value(number, indicator)} ${unit(indicator)}`;

    /** "58 dari 69 kecamatan": only a sum over several cells has something to say. */
    const coverage = ({ held, expected }: Pick<Figure, 'held' | 'expected'>, { collectLevel }: IndicatorBrief) =>
      expected > 1
        ? t('coverage', {
            held: formatValue(held),
            expected: formatValue(expected),
            level: t(`levelOf.${collectLevel}`),
          })
        : undefined;

    /** A label is written as the source has it; a bare date gets "s.d.". */
    const cutOff = ({ label, date }: CutOff) =>
      label ?? (date === null ? undefined : t('cutOff', { date: formatDate(date, locale) }));

    /** Without a direction where the two months cannot be compared: their difference would read as a rise or fall. */
    const change = (
      each: Change,
      { decimals }: Pick<IndicatorBrief, 'decimals'>,
    ): { direction: ChangeDirection | null; text: string } => {
      const month = formatMonth(each.fromMonth, locale, 'short');
      if (!each.isComparable) return { direction: null, text: t('change.notComparable', { month }) };
      const { direction, text } = changeWords(each, decimals);
      return { direction, text: t('change.since', { change: text, month }) };
    };

    function changeWords(each: Change, decimals: number): { direction: ChangeDirection; text: string } {
      if (each.isPercentagePoint) return formatPointChange(each.value, { locale, decimals });
      const amount = formatValue(Math.abs(each.value), { decimals });
      const isUnchanged = amount === formatValue(0, { decimals });
      const direction = isUnchanged ? 'unchanged' : each.value > 0 ? 'up' : 'down';
      return { direction, text: t(`change.${direction}`, { amount }) };
    }

    /** Legal basis and source of a target, without saying the same twice. What is sample data says that alone. */
    const basis = ({ legalBasis, source, areaId, isSample }: TargetPoint) => {
      if (isSample) return [t('charts:frame.sample')];
      return [legalBasis, source, areaId === 'ID' ? t('target.national') : null].flatMap((each) => each ?? []);
    };

    const targetValue = (point: Pick<TargetPoint, 'value' | 'low' | 'high'>, indicator: IndicatorBrief) =>
      point.low !== null && point.high !== null
        ? t('target.between', { low: value(point.low, indicator), high: value(point.high, indicator) })
        : valueWithUnit(point.value, indicator);

    return { basis, targetValue, name, shortName, unit, value, valueWithUnit, coverage, cutOff, change };
  }, [locale, formatValue, t]);
}
