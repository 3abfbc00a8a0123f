import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatDate } from '#shared/date-format.ts';

/** Writes a validity: `sejak 2 Jul 2023`, `2 Jul 2023 – 31 Des 2025`. */
export function usePeriod(): (validFrom: string, validTo: string | null) => string {
  const { t } = useTranslation('manage');
  const locale = useLocale();
  return useCallback(
    (validFrom, validTo) => {
      const from = formatDate(validFrom, locale, 'short');
      if (validTo === null) return t('period.from', { from });
      return t('period.between', { from, to: formatDate(validTo, locale, 'short') });
    },
    [t, locale],
  );
}
