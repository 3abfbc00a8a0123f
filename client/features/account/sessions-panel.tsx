import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { useSession } from '#client/lib/session.ts';
import { type RouterOutput, trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatDateTime } from '#shared/date-format.ts';
import classes from './account.module.css';
import { describeUserAgent } from './user-agent.ts';

type SessionRow = RouterOutput['session']['list'][number];

export function SessionsPanel() {
  const { t } = useTranslation('account');
  const errorText = useErrorText();
  const sessions = useQuery(trpc.session.list.queryOptions());
  const onError = (error: unknown) => notifyError({ id: 'sessions', message: errorText(error) });
  const revoke = useMutation(
    trpc.session.revoke.mutationOptions({ onError, onSuccess: () => notifySuccess(t('sessions.ended')) }),
  );
  const revokeOthers = useMutation(
    trpc.session.revokeOthers.mutationOptions({ onError, onSuccess: () => notifySuccess(t('sessions.endedOthers')) }),
  );

  if (sessions.isPending) return <CardSkeleton height={180} />;
  if (!sessions.data) return <ErrorState onRetry={() => sessions.refetch()} retrying={sessions.isFetching} />;
  return (
    <Panel title={t('sessions.title')} subtitle={t('sessions.lead')}>
      <ul className={classes.sessions}>
        {sessions.data.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            isBusy={revoke.isPending && revoke.variables.id === session.id}
            onEnd={() => revoke.mutate({ id: session.id })}
          />
        ))}
      </ul>
      {sessions.data.length > 1 && (
        <Button
          variant="default"
          mt="sm"
          mih={44}
          loading={revokeOthers.isPending}
          onClick={() => revokeOthers.mutate()}
        >
          {t('sessions.endOthers')}
        </Button>
      )}
    </Panel>
  );
}

function SessionItem({ session, isBusy, onEnd }: { session: SessionRow; isBusy: boolean; onEnd: () => void }) {
  const { t } = useTranslation('account');
  const { app } = useSession();
  const locale = useLocale();
  const agent = describeUserAgent(session.userAgent ?? '');
  const device = agent ? t('sessions.device', agent) : t('sessions.unknownDevice');
  const time = formatDateTime(session.createdAt, locale, app.timeZone, app.timeZoneLabel);
  return (
    <li className={classes.session}>
      <div>
        <strong>{device}</strong> {session.isCurrent && <Tag>{t('sessions.current')}</Tag>}
        <p className={classes.note}>
          {t('sessions.since', { time })}
          {session.ipAddress && ` ${t('sessions.address', { address: session.ipAddress })}`}
        </p>
      </div>
      {!session.isCurrent && (
        <Button
          variant="default"
          mih={44}
          loading={isBusy}
          onClick={onEnd}
          aria-label={t('sessions.endOf', { device })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
