import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ErrorState } from '#client/ui/error-state.tsx';
import classes from './opening.module.css';
import { homeOf, type Presentation } from './presentation.ts';

interface OpeningProps {
  of: Pick<Presentation, 'kind' | 'id'>;
  query: { data?: Presentation; error: unknown; isFetching: boolean; refetch: () => unknown };
}

/** What stands on the screen before there is a slide, or instead of one. */
export function Opening({ of, query }: OpeningProps) {
  const { t } = useTranslation('presenter');
  const errorText = useErrorText();
  const back = (
    <Button component={Link} to={homeOf(of)} variant="default" mih={44}>
      {t('back')}
    </Button>
  );
  return (
    <main className={classes.page} aria-busy={query.isFetching}>
      {query.data ? (
        <>
          <h1 className="sr-only">{query.data.title}</h1>
          <EmptyState title={t('emptyTitle')} action={back}>
            {t('emptyText')}
          </EmptyState>
        </>
      ) : query.error ? (
        <>
          <h1 className="sr-only">{t('failed')}</h1>
          <ErrorState
            title={t('failed')}
            whatToDo={errorText(query.error)}
            retrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
          {back}
        </>
      ) : (
        <>
          <h1 className={classes.loading}>{t('loading')}</h1>
          <Loader aria-hidden />
        </>
      )}
    </main>
  );
}
