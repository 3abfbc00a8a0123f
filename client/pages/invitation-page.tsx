import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AuthCard } from '#client/features/account/auth-card.tsx';
import { LinkPage, type OneTimeLink } from '#client/features/account/link-page.tsx';
import { type NewAccount, NewAccountForm } from '#client/features/account/new-account-form.tsx';
import { useCreateAccount } from '#client/features/account/use-create-account.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { trpcClient } from '#client/lib/trpc.ts';

export function InvitationPage() {
  const { token = '' } = useParams();
  return (
    <LinkPage token={token} kind="invitation">
      {(link) => <Invitation token={token} link={link} />}
    </LinkPage>
  );
}

function Invitation({ token, link }: { token: string; link: OneTimeLink }) {
  const { t } = useTranslation(['auth', 'common']);
  const locale = useLocale();
  const create = useCallback(
    ({ name, username, password, phone }: NewAccount) =>
      trpcClient.link.acceptInvitation.mutate({ token, name, username, password, phone, locale }),
    [token, locale],
  );
  const onSubmit = useCreateAccount(create);
  const role = t(`common:role.${link.role ?? 'public'}`);
  const lead = link.agencyName
    ? t('invitation.leadAgency', { role, agency: link.agencyName })
    : t('invitation.lead', { role });
  return (
    <AuthCard title={t('invitation.title')} lead={lead}>
      <NewAccountForm initialName={link.name ?? ''} fixedEmail={link.email ?? ''} onSubmit={onSubmit} />
    </AuthCard>
  );
}
