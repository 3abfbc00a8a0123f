import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#client/ui/form-error.tsx';
import classes from './account.module.css';
import { type TwoFactorSetup, verifyCode } from './auth-api.ts';
import { BackupCodes } from './backup-codes.tsx';
import { QrCode } from './qr-code.tsx';
import { useAuthError } from './use-auth-error.ts';

interface TwoFactorEnrolProps {
  setup: TwoFactorSetup;
  onEnabled: () => Promise<void>;
}

/** Key into the app, codes into safety, and a first code as proof that it worked. */
export function TwoFactorEnrol({ setup, onEnabled }: TwoFactorEnrolProps) {
  const { t } = useTranslation(['account', 'auth']);
  const authError = useAuthError();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const key = new URL(setup.uri).searchParams.get('secret') ?? '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await verifyCode(code);
      await onEnabled();
    } catch (failure) {
      setError(authError(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={classes.form}>
      <h3 className={classes.step}>{t('twoFactor.stepKey')}</h3>
      <p className={classes.note}>{t('twoFactor.stepKeyText')}</p>
      <div className={classes.key}>
        <QrCode text={setup.uri} label={t('twoFactor.qr')} />
        <div>
          <p className={classes.note}>{t('twoFactor.key')}</p>
          <code className={classes.keyText}>{key.match(/.{1,4}/g)?.join(' ')}</code>
          <p>
            <a href={setup.uri} className={classes.link}>
              {t('twoFactor.openApp')}
            </a>
          </p>
        </div>
      </div>
      <h3 className={classes.step}>{t('twoFactor.stepCodes')}</h3>
      <BackupCodes codes={setup.backupCodes} />
      <h3 className={classes.step}>{t('twoFactor.stepVerify')}</h3>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('auth:code.label')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          size="md"
        />
        <FormError>{error}</FormError>
        <div>
          <Button type="submit" mih={44} loading={isBusy} disabled={code.replace(/\D/g, '').length !== 6}>
            {t('twoFactor.verify')}
          </Button>
        </div>
      </form>
    </div>
  );
}
