import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '#client/lib/app-error.ts';
import { FormError } from '#client/ui/form-error.tsx';
import classes from './account.module.css';
import { verifyBackupCode, verifyCode } from './auth-api.ts';
import { useAuthError } from './use-auth-error.ts';

interface CodeFormProps {
  onSignedIn: () => Promise<void>;
  /** The password has to be given again. */
  onRestart: () => void;
}

/** The second step of signing in. */
export function CodeForm({ onSignedIn, onRestart }: CodeFormProps) {
  const { t } = useTranslation('auth');
  const authError = useAuthError();
  const [isBackup, setBackup] = useState(false);
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  // The step appears because of the person's own action, so the field is what comes next.
  useEffect(() => {
    if (!isBusy && !isOver) input.current?.focus();
  }, [isBusy, isOver]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    setBusy(true);
    try {
      await (isBackup ? verifyBackupCode(code) : verifyCode(code));
      await onSignedIn();
    } catch (failure) {
      setError(authError(failure));
      setOver(toAppError(failure).code === 'CODE_EXPIRED');
      setCode('');
    } finally {
      setBusy(false);
    }
  };

  const change = () => {
    setBackup(!isBackup);
    setCode('');
    setError(undefined);
    input.current?.focus();
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.note}>{isBackup ? t('code.backupLead') : t('code.lead')}</p>
      <TextInput
        label={isBackup ? t('code.backupLabel') : t('code.label')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="one-time-code"
        inputMode={isBackup ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        ref={input}
        size="md"
      />
      <FormError>{error}</FormError>
      {isOver ? (
        <Button size="md" onClick={onRestart}>
          {t('forgot.back')}
        </Button>
      ) : (
        <Button type="submit" size="md" loading={isBusy} disabled={code.trim().length < 6}>
          {t('code.submit')}
        </Button>
      )}
      <div className={classes.links}>
        <button type="button" className={classes.link} onClick={change}>
          {isBackup ? t('code.useApp') : t('code.useBackup')}
        </button>
        <button type="button" className={classes.link} onClick={onRestart}>
          {t('code.back')}
        </button>
      </div>
      <p className={classes.note}>{t('code.lost')}</p>
    </form>
  );
}
