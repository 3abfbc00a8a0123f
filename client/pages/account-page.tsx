import { useTranslation } from 'react-i18next';
import classes from '#client/features/account/account.module.css';
import { PasswordPanel } from '#client/features/account/password-panel.tsx';
import { ProfilePanel } from '#client/features/account/profile-panel.tsx';
import { SessionsPanel } from '#client/features/account/sessions-panel.tsx';
import { TwoFactorPanel } from '#client/features/account/two-factor-panel.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { PageHeader } from '#client/ui/page-header.tsx';

export function AccountPage() {
  const { t } = useTranslation('account');
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.page}>
        <div className={classes.column}>
          <ProfilePanel />
          <SessionsPanel />
        </div>
        <div className={classes.column}>
          <PasswordPanel />
          <TwoFactorPanel />
        </div>
      </div>
    </>
  );
}
