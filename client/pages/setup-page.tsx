import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AuthCard } from '#client/features/account/auth-card.tsx';
import { LinkPage } from '#client/features/account/link-page.tsx';
import { type NewAccount, NewAccountForm } from '#client/features/account/new-account-form.tsx';
import { useCreateAccount } from '#client/features/account/use-create-account.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { trpcClient } from '#client/lib/trpc.ts';

export function SetupPage() {
  const { t } = useTranslation('auth');
  const { token = '' } = useParams();
  const locale = useLocale();
  const create = useCallback(
    (account: NewAccount) => trpcClient.link.acceptSetup.mutate({ ...account, token, locale }),
    [token, locale],
  );
  const onSubmit = useCreateAccount(create);
  return (
    <LinkPage token={token} kind="setup">
      {() => (
        <AuthCard title={t('setup.title')} lead={t('setup.lead')}>
          <NewAccountForm onSubmit={onSubmit} />
        </AuthCard>
      )}
    </LinkPage>
  );
}
