import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { renewSession, useSession } from '#client/lib/session.ts';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import classes from './account.module.css';
import { beginTwoFactor, disableTwoFactor, makeBackupCodes, type TwoFactorSetup } from './auth-api.ts';
import { BackupCodes } from './backup-codes.tsx';
import { TwoFactorEnrol } from './two-factor-enrol.tsx';
import { useAuthError } from './use-auth-error.ts';

/** Switching the second step on and off; each takes the password, so that a borrowed screen is not enough. */
export function TwoFactorPanel() {
  const { t } = useTranslation('account');
  const { user } = useSession();
  const [setup, setSetup] = useState<TwoFactorSetup>();
  const [newCodes, setNewCodes] = useState<string[]>();
  const isOn = user?.twoFactorEnabled ?? false;

  const begin = async (password: string) => setSetup(await beginTwoFactor(password));
  const finish = async () => {
    await renewSession();
    setSetup(undefined);
    notifySuccess(t('twoFactor.enabled'));
  };
  const disable = async (password: string) => {
    await disableTwoFactor(password);
    await renewSession();
    notifySuccess(t('twoFactor.disabled'));
  };
  const renewCodes = async (password: string) => {
    setNewCodes(await makeBackupCodes(password));
    notifySuccess(t('twoFactor.newCodesDone'));
  };

  return (
    <Panel
      title={t('twoFactor.title')}
      subtitle={isOn ? t('twoFactor.onLead') : t('twoFactor.lead')}
      actions={<Tag kind={isOn ? 'verified' : 'provisional'}>{isOn ? t('twoFactor.on') : t('twoFactor.off')}</Tag>}
    >
      {setup && !isOn && <TwoFactorEnrol setup={setup} onEnabled={finish} />}
      {!setup && !isOn && <PasswordGate actions={[{ label: t('twoFactor.start'), run: begin }]} />}
      {isOn && newCodes && (
        <div className={classes.form}>
          <BackupCodes codes={newCodes} />
          <div>
            <Button mih={44} onClick={() => setNewCodes(undefined)}>
              {t('twoFactor.finish')}
            </Button>
          </div>
        </div>
      )}
      {isOn && !newCodes && (
        <PasswordGate
          actions={[
            { label: t('twoFactor.newCodes'), run: renewCodes },
            { label: t('twoFactor.disable'), run: disable, isQuiet: true },
          ]}
        />
      )}
    </Panel>
  );
}

interface GateAction {
  label: string;
  run: (password: string) => Promise<void>;
  isQuiet?: boolean;
}

/** Asks for the password and then does one of the actions. */
function PasswordGate({ actions }: { actions: GateAction[] }) {
  const { t } = useTranslation(['account', 'auth']);
  const authError = useAuthError();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<string>();

  const run = async (action: GateAction) => {
    setBusy(action.label);
    setError(undefined);
    try {
      await action.run(password);
      setPassword('');
    } catch (failure) {
      setError(authError(failure));
    } finally {
      setBusy(undefined);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = actions;
    if (first && password !== '') void run(first);
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <PasswordInput
        label={t('twoFactor.passwordFirst')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('auth:account.showPassword') }}
        size="md"
      />
      <FormError>{error}</FormError>
      <div className={classes.buttons}>
        {actions.map((action, index) => (
          <Button
            key={action.label}
            type={index === 0 ? 'submit' : 'button'}
            variant={action.isQuiet ? 'default' : 'filled'}
            mih={44}
            loading={busy === action.label}
            disabled={password === '' || (busy !== undefined && busy !== action.label)}
            onClick={index === 0 ? undefined : () => void run(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </form>
  );
}
