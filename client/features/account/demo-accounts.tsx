import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '#client/lib/session.ts';
import { FormError } from '#client/ui/form-error.tsx';
import classes from './account.module.css';
import { signIn } from './auth-api.ts';
import { useAuthError } from './use-auth-error.ts';

interface DemoAccountsProps {
  demo: NonNullable<Session['app']['demo']>;
  onSignedIn: () => Promise<void>;
}

/** The demo's accounts, one tap each. */
export function DemoAccounts({ demo, onSignedIn }: DemoAccountsProps) {
  const { t } = useTranslation(['auth', 'common']);
  const authError = useAuthError();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  if (demo.accounts.length === 0) return null;

  const enter = async (username: string) => {
    setBusy(true);
    setError(undefined);
    try {
      await signIn({ identifier: username, password: demo.password, remember: false });
      await onSignedIn();
    } catch (failure) {
      setError(authError(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className={classes.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={classes.demoTitle}>
        {t('demo.title')}
      </h2>
      <p className={classes.lead}>{t('demo.lead')}</p>
      <FormError>{error}</FormError>
      <ul className={classes.demoList}>
        {demo.accounts.map(({ username, name, role, agencyAbbr }) => (
          <li key={username}>
            <button
              type="button"
              className={classes.demoAccount}
              disabled={isBusy}
              onClick={() => enter(username)}
              aria-label={t('demo.enter', { name, role: t(`common:role.${role}`) })}
            >
              <strong>{t(`common:role.${role}`)}</strong>
              <span>{[name, agencyAbbr].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
