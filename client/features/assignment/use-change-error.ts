import { useTranslation } from 'react-i18next';
import { toAppError } from '#client/lib/app-error.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { usePeriod } from '#client/lib/use-period.ts';

/** The sentence for a refused change; an overlap names the agency that holds the task, and when. */
export function useChangeError(): (error: unknown) => string {
  const { t } = useTranslation('assignments');
  const errorText = useErrorText();
  const period = usePeriod();
  return (error) => {
    const { code, params } = toAppError(error);
    if (code !== 'ASSIGNMENT_OVERLAPS' || typeof params.from !== 'string') return errorText(error);
    const validTo = typeof params.to === 'string' ? params.to : null;
    return t('overlap', { agency: params.agency, period: period(params.from, validTo) });
  };
}
