import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '#client/lib/app-error.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { formatWait } from './format-wait.ts';

/** The sentence for a failure of sign-in: its own where there is one, else the general one. */
export function useAuthError(): (error: unknown) => string {
  const { t, i18n } = useTranslation('auth');
  const errorText = useErrorText();
  return useCallback(
    (error) => {
      const { code, params } = toAppError(error);
      const own = `auth:error.${code}`;
      if (!i18n.exists(own)) return errorText(error);
      return t(`error.${code}`, { ...params, time: formatWait(waitSeconds(error) ?? 0) });
    },
    [t, i18n, errorText],
  );
}

/** How long the server asks us to wait, where it does. */
export function waitSeconds(error: unknown): number | undefined {
  const { code, params } = toAppError(error);
  const isWait = code === 'SIGN_IN_WAIT' || code === 'TOO_MANY_REQUESTS';
  return isWait && typeof params.seconds === 'number' ? params.seconds : undefined;
}
