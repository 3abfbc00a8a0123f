import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useFieldErrors } from '#client/lib/use-error-text.ts';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { passwordProblems } from '#shared/password.ts';
import classes from './account.module.css';
import { PasswordField } from './password-field.tsx';
import { useAuthError } from './use-auth-error.ts';

export function PasswordPanel() {
  const { t } = useTranslation(['account', 'auth']);
  const { user } = useSession();
  const authError = useAuthError();
  const fieldErrors = useFieldErrors();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation(
    trpc.user.changePassword.mutationOptions({
      onSuccess: () => {
        setCurrent('');
        setNew('');
        notifySuccess(t('password.saved'));
      },
    }),
  );
  const personal = [user?.name ?? '', user?.username ?? '', user?.email ?? ''];
  const errors = change.error ? fieldErrors(change.error) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ currentPassword, newPassword });
  };

  return (
    <Panel title={t('password.title')} subtitle={t('password.note')}>
      <form className={classes.form} onSubmit={submit}>
        <PasswordInput
          label={t('password.current')}
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={errors.currentPassword}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth:account.showPassword') }}
          size="md"
        />
        <PasswordField
          label={t('auth:account.newPassword')}
          value={newPassword}
          onChange={setNew}
          personal={personal}
          error={errors.newPassword}
        />
        {/* A problem that a field already names is not said twice. */}
        <FormError>{change.error && Object.keys(errors).length === 0 ? authError(change.error) : undefined}</FormError>
        <div>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={currentPassword === '' || passwordProblems(newPassword, personal).length > 0}
            mih={44}
          >
            {t('password.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
