import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#client/ui/form-error.tsx';
import classes from './account.module.css';
import { signIn } from './auth-api.ts';
import { formatWait } from './format-wait.ts';
import { useAuthError, waitSeconds } from './use-auth-error.ts';
import { useCountdown } from './use-countdown.ts';

interface SignInFormProps {
  onSignedIn: () => Promise<void>;
  onCodeNeeded: () => void;
}

export function SignInForm({ onSignedIn, onCodeNeeded }: SignInFormProps) {
  const { t } = useTranslation('auth');
  const authError = useAuthError();
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [wasSent, setWasSent] = useState(false);
  const [error, setError] = useState<string>();
  const [wait, startWait] = useCountdown();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    setError(undefined);
    if (identifier.trim() === '' || password === '' || wait > 0) return;
    setBusy(true);
    try {
      const { needsCode } = await signIn({ identifier, password, remember });
      if (needsCode) onCodeNeeded();
      else await onSignedIn();
    } catch (failure) {
      setError(authError(failure));
      startWait(waitSeconds(failure) ?? 0);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('signIn.identifier')}
        value={identifier}
        onChange={(event) => setIdentifier(event.currentTarget.value)}
        error={wasSent && identifier.trim() === '' ? t('signIn.required') : undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        size="md"
      />
      <PasswordInput
        label={t('signIn.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={wasSent && password === '' ? t('signIn.required') : undefined}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
        size="md"
      />
      <Checkbox
        label={t('signIn.remember')}
        description={t('signIn.rememberHint')}
        checked={remember}
        onChange={(event) => setRemember(event.currentTarget.checked)}
      />
      <FormError>{error}</FormError>
      <Button type="submit" size="md" loading={isBusy} disabled={wait > 0}>
        {wait > 0 ? t('signIn.wait', { time: formatWait(wait) }) : t('signIn.submit')}
      </Button>
    </form>
  );
}
