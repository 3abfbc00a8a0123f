import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRevalidator, useRouteError } from 'react-router';
import classes from '#client/layout/message-page.module.css';
import { MessagePage } from '#client/layout/message-page.tsx';
import { isConnectionError, toAppError } from '#client/lib/app-error.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { useSession } from '#client/lib/session.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { NotFoundPage } from './not-found.tsx';

/** What a page shows instead of itself when it cannot be loaded or breaks. The frame around it stays usable. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const { code } = toAppError(error);
  if (code === 'NOT_ALLOWED') return <ForbiddenPage />;
  return <FailedPage error={error} />;
}

function ForbiddenPage() {
  const { t } = useTranslation(['shell', 'common']);
  const { user } = useSession();
  return (
    <MessagePage
      icon={<IconLock size={40} stroke={1.3} />}
      title={t('forbidden.title')}
      text={t('forbidden.text', { role: t(`common:role.${user?.role ?? 'public'}`) })}
      actions={
        <Button component={Link} to="/" mih={44}>
          {t('notFound.home')}
        </Button>
      }
    />
  );
}

/** Also stands alone, without the frame, when not even the session could be loaded. */
export function FailedPage({ error }: { error: unknown }) {
  const { t } = useTranslation(['shell', 'common']);
  const errorText = useErrorText();
  const { revalidate, state } = useRevalidator();
  const { code, message } = toAppError(error);

  if (isMissingScript(error)) {
    return (
      <MessagePage
        icon={<IconRefresh size={40} stroke={1.3} />}
        title={t('error.scriptTitle')}
        text={t('error.scriptText')}
        actions={
          <Button onClick={() => window.location.reload()} mih={44} data-missing-part>
            {t('common:action.reload')}
          </Button>
        }
      />
    );
  }

  const isOffline = isConnectionError(error);
  const retry = async () => {
    await queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' });
    await revalidate();
  };
  return (
    <MessagePage
      icon={isOffline ? <IconPlugConnectedX size={40} stroke={1.3} /> : <IconAlertTriangle size={40} stroke={1.3} />}
      title={isOffline ? t('error.offlineTitle') : t('error.title')}
      text={isOffline ? t('error.offlineText') : errorText(error)}
      actions={
        <>
          <Button onClick={retry} loading={state === 'loading'} mih={44}>
            {t('common:action.retry')}
          </Button>
          <Button variant="default" onClick={() => window.location.reload()} mih={44}>
            {t('common:action.reload')}
          </Button>
        </>
      }
      detail={
        isOffline ? undefined : (
          <details className={classes.detail}>
            <summary>{t('error.detail')}</summary>
            <code>{code === message ? code : `${code}: ${message}`}</code>
          </details>
        )
      }
    />
  );
}

/** The error of the outermost route: there may be no session, so nothing here may ask for one. */
export function StartErrorPage() {
  return (
    <main>
      <FailedPage error={useRouteError()} />
    </main>
  );
}

/** A page's code is gone after an update of the server, or could not be fetched. Each browser words it differently. */
function isMissingScript(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|importing a module script|preload css/i.test(error.message)
  );
}
