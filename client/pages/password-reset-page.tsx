import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AuthCard } from '#client/features/account/auth-card.tsx';
import { LinkPage } from '#client/features/account/link-page.tsx';
import { ResetForm } from '#client/features/account/reset-form.tsx';

export function PasswordResetPage() {
  const { t } = useTranslation('auth');
  const { token = '' } = useParams();
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <AuthCard title={t('reset.doneTitle')} lead={<span role="status">{t('reset.done')}</span>}>
        <Button component={Link} to="/masuk" mih={44}>
          {t('link.toSignIn')}
        </Button>
      </AuthCard>
    );
  }
  return (
    <LinkPage token={token} kind="password_reset">
      {(link) => (
        <AuthCard
          title={t('reset.title')}
          lead={t('reset.lead', { name: link.name ?? '', username: link.username ?? '' })}
        >
          <ResetForm token={token} link={link} onDone={() => setDone(true)} />
        </AuthCard>
      )}
    </LinkPage>
  );
}
