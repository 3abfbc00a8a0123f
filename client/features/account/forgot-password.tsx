import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { FormError } from '#client/ui/form-error.tsx';
import classes from './account.module.css';
import { AuthCard } from './auth-card.tsx';
import { useAuthError } from './use-auth-error.ts';

/** By mail where the installation can send any; else it says whom to ask. */
export function ForgotPassword({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('auth');
  const { app } = useSession();
  const authError = useAuthError();
  const [identifier, setIdentifier] = useState('');
  const request = useMutation(trpc.link.requestReset.mutationOptions({ meta: { invalidate: false } }));

  const back = (
    <Button variant="default" onClick={onBack} mih={44}>
      {t('forgot.back')}
    </Button>
  );
  if (!app.isMailConfigured) {
    return (
      <AuthCard title={t('forgot.askTitle')} lead={t('forgot.ask')}>
        {back}
      </AuthCard>
    );
  }
  if (request.isSuccess) {
    return (
      <AuthCard title={t('forgot.sentTitle')} lead={<span role="status">{t('forgot.sent')}</span>}>
        {back}
      </AuthCard>
    );
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (identifier.trim().length >= 3) request.mutate({ identifier });
  };
  return (
    <AuthCard title={t('forgot.title')} lead={t('forgot.lead')}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('signIn.identifier')}
          value={identifier}
          onChange={(event) => setIdentifier(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
        />
        <FormError>{request.error ? authError(request.error) : undefined}</FormError>
        <Button type="submit" size="md" loading={request.isPending}>
          {t('forgot.submit')}
        </Button>
        {back}
      </form>
    </AuthCard>
  );
}
