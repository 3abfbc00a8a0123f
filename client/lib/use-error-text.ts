import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from './app-error.ts';

/** The second comes with the pages where its refusals can happen (`routes.tsx`). */
export const errorWords = { ns: ['errors', 'workErrors'] };

/** Gives the sentence for an error in the reader's language: what happened, what is safe, what to do. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return useCallback(
    (error) => {
      const { code, params } = toAppError(error);
      return t([code, 'UNKNOWN'], { ...params, ...errorWords });
    },
    [t],
  );
}

/**
 * Gives the sentences for the fields of a form that the server refused, keyed by the field's path. A field's problem is
 * a code of ours, or a validator's technical text that no person should read.
 */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
  const { t } = useTranslation('errors');
  return useCallback(
    (error) => {
      const { fields, params } = toAppError(error);
      const sentence = (code: string) =>
        t(/^[A-Z_]+$/.test(code) ? [`field.${code}`, code, 'field.INVALID'] : 'field.INVALID', {
          ...params,
          ...errorWords,
        });
      return Object.fromEntries(Object.entries(fields).map(([field, code]) => [field, sentence(code)]));
    },
    [t],
  );
}
