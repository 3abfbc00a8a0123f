import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldErrors } from '#client/lib/use-error-text.ts';
import { FormError } from '#client/ui/form-error.tsx';
import { passwordProblems } from '#shared/password.ts';
import classes from './account.module.css';
import { PasswordField } from './password-field.tsx';
import { useAuthError } from './use-auth-error.ts';

export interface NewAccount {
  name: string;
  email: string;
  username: string;
  phone: string;
  password: string;
}

interface NewAccountFormProps {
  initialName?: string;
  /** Where it is known from the invitation it cannot be changed. */
  fixedEmail?: string;
  onSubmit: (account: NewAccount) => Promise<void>;
}

/** What a person fills in to get an account: by invitation, or as the first administrator. */
export function NewAccountForm({ initialName = '', fixedEmail, onSubmit }: NewAccountFormProps) {
  const { t } = useTranslation('auth');
  const authError = useAuthError();
  const fieldErrors = useFieldErrors();
  const [account, setAccount] = useState<NewAccount>({
    name: initialName,
    email: fixedEmail ?? '',
    username: suggestUsername(fixedEmail ?? ''),
    phone: '',
    password: '',
  });
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const errors = failure ? fieldErrors(failure) : {};
  // A password manager fills several fields at once, before this is drawn again.
  const change = (key: keyof NewAccount, value: string) => setAccount((old) => ({ ...old, [key]: value }));
  const field = (key: keyof NewAccount) => ({
    value: account[key],
    onChange: (event: { currentTarget: { value: string } }) => change(key, event.currentTarget.value),
    error: errors[key],
    size: 'md',
  });
  const personal = [account.name, account.username, account.email];
  const isReady = account.name.trim() !== '' && account.username.trim() !== '' && account.email.trim() !== '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await onSubmit(account);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput label={t('account.name')} autoComplete="name" {...field('name')} />
      <TextInput
        label={t('account.email')}
        type="email"
        autoComplete="email"
        readOnly={fixedEmail !== undefined}
        variant={fixedEmail === undefined ? 'default' : 'filled'}
        {...field('email')}
      />
      <TextInput
        label={t('account.username')}
        description={t('account.usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...field('username')}
      />
      <TextInput
        label={`${t('account.phone')} (${t('account.optional')})`}
        description={t('account.phoneHint')}
        type="tel"
        autoComplete="tel"
        {...field('phone')}
      />
      <PasswordField
        label={t('account.password')}
        value={account.password}
        onChange={(password) => change('password', password)}
        personal={personal}
        error={errors.password}
      />
      <FormError>{failure && Object.keys(errors).length === 0 ? authError(failure) : undefined}</FormError>
      <Button
        type="submit"
        size="md"
        loading={isBusy}
        disabled={!isReady || passwordProblems(account.password, personal).length > 0}
      >
        {t('account.submit')}
      </Button>
    </form>
  );
}

/** `rahmat.hidayat@contoh.go.id` → `rahmat.hidayat`; a start that most people keep. */
function suggestUsername(email: string): string {
  const name =
    email
      .split('@')[0]
      ?.toLowerCase()
      .replace(/[^a-z0-9._-]/g, '') ?? '';
  return name.length >= 3 ? name.slice(0, 30) : '';
}
