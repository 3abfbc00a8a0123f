import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DueList } from '#client/features/report/due-list.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { dueQuery } from '#client/lib/kept/queries.ts';
import { useSession } from '#client/lib/session.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';

/** Pelaporan: every report this person's agency owes, and what became of those it handed in. */
export function ReportingPage() {
  const { t } = useTranslation('report');
  const { user } = useSession();
  const errorText = useErrorText();
  const { data, error, isFetching, refetch } = useQuery(dueQuery());
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} meta={user?.agencyName} description={t('description')} />
      {data ? (
        <DueList due={data} />
      ) : error ? (
        <ErrorState
          title={t('loadFailed')}
          whatToDo={errorText(error)}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <CardSkeleton />
      )}
    </>
  );
}
