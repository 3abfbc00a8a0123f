import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpcClient } from '#client/lib/trpc.ts';
import { useFieldErrors } from '#client/lib/use-error-text.ts';
import { FormError } from '#client/ui/form-error.tsx';
import { passwordProblems } from '#shared/password.ts';
import classes from './account.module.css';
import type { OneTimeLink } from './link-page.tsx';
import { PasswordField } from './password-field.tsx';
import { useAuthError } from './use-auth-error.ts';

interface ResetFormProps {
  token: string;
  link: OneTimeLink;
  onDone: () => void;
}

export function ResetForm({ token, link, onDone }: ResetFormProps) {
  const { t } = useTranslation('auth');
  const authError = useAuthError();
  const fieldErrors = useFieldErrors();
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const errors = failure ? fieldErrors(failure) : {};
  const personal = [link.name ?? '', link.username ?? '', link.email ?? ''];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await trpcClient.link.resetPassword.mutate({ token, password });
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      {/* Password managers save the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={link.username ?? ''} readOnly />
      <PasswordField
        label={t('account.newPassword')}
        value={password}
        onChange={setPassword}
        personal={personal}
        error={errors.password}
      />
      <FormError>{failure && Object.keys(errors).length === 0 ? authError(failure) : undefined}</FormError>
      <Button type="submit" size="md" loading={isBusy} disabled={passwordProblems(password, personal).length > 0}>
        {t('reset.submit')}
      </Button>
    </form>
  );
}
