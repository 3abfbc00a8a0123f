import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toAppError } from '#client/lib/app-error.ts';
import { type RouterOutput, trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import classes from './account.module.css';
import { AuthCard } from './auth-card.tsx';

export type OneTimeLink = RouterOutput['link']['describe'];

interface LinkPageProps {
  token: string;
  kind: OneTimeLink['kind'];
  children: (link: OneTimeLink) => ReactNode;
}

/** A page behind a one-time link: looks the link up first, and says what to do when it does not work. */
export function LinkPage({ token, kind, children }: LinkPageProps) {
  const { t } = useTranslation('auth');
  const errorText = useErrorText();
  const link = useQuery(
    trpc.link.describe.queryOptions(
      { token },
      // Once used, a link is gone; asking again in the background would take the form away.
      { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false, retry: false },
    ),
  );
  if (link.data?.kind === kind) return children(link.data);
  if (link.isPending) {
    return (
      <p className={classes.note} role="status">
        <Loader size="xs" /> {t('link.loading')}
      </p>
    );
  }
  const code = link.error ? toAppError(link.error).code : 'LINK_INVALID';
  if (code !== 'LINK_INVALID' && code !== 'BAD_INPUT') {
    return <ErrorState title={errorText(link.error)} onRetry={() => link.refetch()} retrying={link.isFetching} />;
  }
  return (
    <AuthCard title={t('link.invalidTitle')} lead={t('link.invalidText')}>
      <Button component={Link} to="/masuk" mih={44}>
        {t('link.toSignIn')}
      </Button>
    </AuthCard>
  );
}
