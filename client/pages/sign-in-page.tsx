import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import classes from '#client/features/account/account.module.css';
import { AuthCard } from '#client/features/account/auth-card.tsx';
import { CodeForm } from '#client/features/account/code-form.tsx';
import { DemoAccounts } from '#client/features/account/demo-accounts.tsx';
import { ForgotPassword } from '#client/features/account/forgot-password.tsx';
import { SignInForm } from '#client/features/account/sign-in-form.tsx';
import { useEnter } from '#client/features/account/use-enter.ts';
import { useSession } from '#client/lib/session.ts';
import { returnPath } from '#client/lib/sign-in-path.ts';

type Step = 'password' | 'code' | 'forgot';

export function SignInPage() {
  const { t } = useTranslation('auth');
  const { app } = useSession();
  const { search } = useLocation();
  const enter = useEnter();
  const [step, setStep] = useState<Step>('password');
  const onSignedIn = () => enter(returnPath(search));

  if (step === 'forgot') return <ForgotPassword onBack={() => setStep('password')} />;
  if (step === 'code') {
    return (
      <AuthCard title={t('code.title')}>
        <CodeForm onSignedIn={onSignedIn} onRestart={() => setStep('password')} />
      </AuthCard>
    );
  }
  return (
    <div>
      <AuthCard title={t('signIn.title')} lead={t('signIn.lead', { province: app.provinceName })}>
        <SignInForm onSignedIn={onSignedIn} onCodeNeeded={() => setStep('code')} />
        <div className={classes.links}>
          <button type="button" className={classes.link} onClick={() => setStep('forgot')}>
            {t('signIn.forgot')}
          </button>
          <Link to="/" className={classes.link}>
            {t('signIn.publicView')}
          </Link>
        </div>
        <p className={classes.note}>{t('signIn.noAccount')}</p>
      </AuthCard>
      {app.demo && <DemoAccounts demo={app.demo} onSignedIn={onSignedIn} />}
    </div>
  );
}
