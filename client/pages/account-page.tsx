import { useTranslation } from 'react-i18next';
import classes from '#client/features/account/account.module.css';
import { PasswordPanel } from '#client/features/account/password-panel.tsx';
import { ProfilePanel } from '#client/features/account/profile-panel.tsx';
import { SessionsPanel } from '#client/features/account/sessions-panel.tsx';
import { TwoFactorPanel } from '#client/features/account/two-factor-panel.tsx';
import { CalendarPanel } from '#client/features/calendar/calendar-panel.tsx';
import { NotificationSettingsPanel } from '#client/features/notification/notification-settings.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useCan } from '#client/lib/session.ts';
import { PageHeader } from '#client/ui/page-header.tsx';

export function AccountPage() {
  const { t } = useTranslation('account');
  const hasCalendar = useCan('calendar.read');
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.page}>
        <div className={classes.column}>
          <ProfilePanel />
          <NotificationSettingsPanel />
          <SessionsPanel />
        </div>
        <div className={classes.column}>
          <PasswordPanel />
          <TwoFactorPanel />
          {hasCalendar && <CalendarPanel />}
        </div>
      </div>
    </>
  );
}
