import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { useSession } from '#client/lib/session.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { formatDateTime } from '#shared/date-format.ts';
import classes from './user-admin.module.css';
import { useInvitationExport } from './user-export.ts';

/** Invitations that wait for their person. */
export function OpenInvitations() {
  const { t } = useTranslation(['users', 'common']);
  const { app } = useSession();
  const locale = useLocale();
  const errorText = useErrorText();
  const exportOf = useInvitationExport();
  const invitations = useQuery(trpc.user.invitations.queryOptions());
  const revoke = useMutation(
    trpc.user.revokeInvitation.mutationOptions({
      onError: (error) => notifyError({ id: 'revoke', message: errorText(error) }),
      onSuccess: () => notifySuccess(t('invitations.revoked')),
    }),
  );
  if (invitations.error && !invitations.data) {
    return (
      <Panel title={t('invitations.title')}>
        <ErrorState
          title={errorText(invitations.error)}
          onRetry={() => invitations.refetch()}
          retrying={invitations.isFetching}
        />
      </Panel>
    );
  }
  const { data } = invitations;
  if (!data) return null;
  return (
    <Panel
      title={t('invitations.title')}
      footer={
        data.length > 0 && (
          <TableDownload isQuiet about={{ title: t('invitations.title') }} table={() => exportOf(data)} />
        )
      }
    >
      {data.length === 0 && <p className={form.note}>{t('invitations.empty')}</p>}
      <ul className={classes.invitations}>
        {data.map(({ id, name, email, role, agencyName, expiresAt }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong> · {email}
              <p className={form.note}>
                {[t(`common:role.${role}`), agencyName].filter(Boolean).join(', ')} ·{' '}
                {t('invitations.validUntil', {
                  time: formatDateTime(expiresAt, locale, app.timeZone, app.timeZoneLabel),
                })}
              </p>
            </div>
            <Button
              variant="default"
              mih={44}
              loading={revoke.isPending && revoke.variables.id === id}
              onClick={() => revoke.mutate({ id })}
              aria-label={t('invitations.revokeOf', { name })}
            >
              {t('invitations.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
