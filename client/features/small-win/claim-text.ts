import { useTranslation } from 'react-i18next';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { SmallWinClaim } from '#shared/small-win.ts';

type Indicator = SmallWinClaim['indicator'];

/** The figures of a claim as they are written in the language of the screen. */
export function useClaimText() {
  const { t, i18n } = useTranslation('smallWins');
  const formatValue = useFormatValue();
  const isEnglish = i18n.language.startsWith('en');
  const value = (number: number | null, { decimals, isPercentage }: Indicator, signed = false) =>
    formatValue(number, { decimals, percent: isPercentage, signed });
  return {
    value,
    indicator: (indicator: Indicator) => (isEnglish ? indicator.nameEn : indicator.nameId),
    unit: (indicator: Indicator) => (isEnglish ? indicator.unitEn : indicator.unitId),
    /** One line: whether the figures agree, with both where they do not. */
    verdict: ({ result, claimed, figure, indicator }: SmallWinClaim) =>
      t(`claim.${result}`, {
        claimed: value(claimed, indicator),
        held: value(figure?.value ?? null, indicator),
      }),
  };
}
