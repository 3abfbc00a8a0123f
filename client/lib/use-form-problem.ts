import { useTranslation } from 'react-i18next';
import type { ZodType } from 'zod';
import { errorWords, useErrorText, useFieldErrors } from './use-error-text.ts';

/** A form's problems in the reader's language: those of its fields, and what concerns it as a whole. */
export function useFormProblem() {
  const { t } = useTranslation('errors');
  const errorText = useErrorText();
  const fieldErrors = useFieldErrors();
  return {
    /** For `form.setErrors` after the server refused. */
    ofFields: fieldErrors,
    /** Undefined where a field says it already. */
    ofForm: (error: unknown) => (error && Object.keys(fieldErrors(error)).length === 0 ? errorText(error) : undefined),
    /** For `validate`: the schema that the server applies, before anything is sent. */
    validator:
      (schema: ZodType) =>
      (values: unknown): Record<string, string> => {
        const result = schema.safeParse(values);
        if (result.success) return {};
        return Object.fromEntries(
          result.error.issues.map(({ path, message }) => [
            path.join('.'),
            t(/^[A-Z_]+$/.test(message) ? [`field.${message}`, 'field.INVALID'] : 'field.INVALID', errorWords),
          ]),
        );
      },
  };
}
