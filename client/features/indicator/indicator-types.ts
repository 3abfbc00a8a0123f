import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { RouterOutput } from '#client/lib/trpc.ts';
import { formatMonthName } from '#shared/date-format.ts';
import { formatPercent, formatScaled } from '#shared/number-format.ts';

export type Catalogue = RouterOutput['indicator']['catalogue'];
export type Indicator = Catalogue['indicators'][number];
export type Rule = Catalogue['rules'][number];
export type Issue = Catalogue['issues'][number];

/** An indicator's facts in the words of the screen's language. */
export function useIndicatorWords(catalogue: Catalogue) {
  const { t } = useTranslation(['indicators', 'common']);
  const locale = useLocale();
  const byId = new Map(catalogue.indicators.map((each) => [each.id, each]));
  const shortName = (id: string) => {
    const found = byId.get(id);
    if (!found) return id;
    return locale === 'en' ? found.shortNameEn : found.shortNameId;
  };
  const limit = (scaled: number | null, decimals: number) =>
    scaled === null ? t('openEnd') : formatScaled(scaled, decimals, locale);
  return {
    shortName,
    name: (each: Indicator) => (locale === 'en' ? each.nameEn : each.nameId),
    unit: (each: Indicator) => (locale === 'en' ? each.unitEn : each.unitId),
    definition: (each: Indicator) => (locale === 'en' ? each.definitionEn : each.definitionId),
    level: (each: Indicator) => {
      const level = each.collectLevel === 'nation' ? '–' : t(`common:level.${each.collectLevel}`);
      if (each.collectedAt.length === 0) return level;
      return t('field.levelSome', { level, names: each.collectedAt.join(', ') });
    },
    period: (each: Indicator) => {
      const periodicity = t(`periodicity.${each.periodicity}`);
      if (each.expectedMonths === '') return periodicity;
      const months = each.expectedMonths
        .split(',')
        .map((month) => formatMonthName(`2000-${month.trim()}`, locale, 'long'));
      return t('dueIn', { periodicity, months: months.join(', ') });
    },
    aggregation: (each: Indicator) =>
      t(`aggregation.${each.aggregation}`, {
        numerator: shortName(each.numeratorId ?? ''),
        denominator: shortName(each.denominatorId ?? ''),
        factor: each.factor ?? 1,
      }),
    thresholds: (each: Indicator) => {
      const percent = (permille: number) =>
        formatPercent(permille / 10, { locale, decimals: permille % 10 === 0 ? 0 : 1 });
      return t('thresholds', { onTrack: percent(each.onTrackPermille), attention: percent(each.attentionPermille) });
    },
    plausible: ({ plausibleMin, plausibleMax, decimals }: Indicator) =>
      plausibleMin === null && plausibleMax === null
        ? t('openEnd')
        : t('range', { min: limit(plausibleMin, decimals), max: limit(plausibleMax, decimals) }),
    rule: (rule: Rule) =>
      t(rule.rightMonth === 'previous' ? 'rules.sentencePrevious' : 'rules.sentence', {
        left: rule.left.map(shortName).join(' + '),
        operator: t(`rules.operator.${rule.operator}`),
        right: rule.right.map(shortName).join(' + '),
      }),
  };
}
