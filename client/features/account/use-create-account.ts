import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { notifyInfo } from '#client/lib/notify.ts';
import { signIn } from './auth-api.ts';
import type { NewAccount } from './new-account-form.tsx';
import { useEnter } from './use-enter.ts';

/** Creates the account by `create`, then signs in with it; where that fails, the sign-in page is next. */
export function useCreateAccount(create: (account: NewAccount) => Promise<unknown>) {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const enter = useEnter();
  return useCallback(
    async (account: NewAccount) => {
      await create(account);
      try {
        await signIn({ identifier: account.username, password: account.password, remember: false });
        await enter('/');
      } catch {
        notifyInfo(t('account.signInFailed'));
        await navigate('/masuk', { replace: true });
      }
    },
    [create, enter, navigate, t],
  );
}
