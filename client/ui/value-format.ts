import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatNumber, formatPercent } from '#shared/number-format.ts';

/** How a figure is written. `percent` takes the value as it is read: 35.4 becomes "35,4 %". */
export type ValueFormat = { decimals?: number; percent?: boolean; unit?: string; signed?: boolean };

export type FormatValue = (value: number | null | undefined, format?: ValueFormat) => string;

/** Writes figures in the language of the screen; a missing one says so and is never a zero. */
export function useFormatValue(): FormatValue {
  const locale = useLocale();
  const { t } = useTranslation('ui');
  const noData = t('noData');
  return useCallback(
    (value, format = {}) => {
      if (value === null || value === undefined) return noData;
      const decimals = format.decimals ?? 0;
      if (format.percent) return formatPercent(value, { decimals, locale, signed: format.signed });
      const number = formatNumber(value, { decimals, locale, signed: format.signed });
      return format.unit ? `${number} ${format.unit}` : number;
    },
    [locale, noData],
  );
}
