import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EntryWorkspace } from '#client/features/entry/entry-workspace.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { DeadlineText } from '#client/features/report/deadline-text.tsx';
import { ReportState } from '#client/features/report/report-state.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { toAppError } from '#client/lib/app-error.ts';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { reportQuery } from '#client/lib/kept/queries.ts';
import { useCan } from '#client/lib/session.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { formatMonth } from '#shared/date-format.ts';

/** One report: to be entered, reviewed or read, by what the person may do with it. */
export function EntryPage() {
  const { reportKey = '' } = useParams();
  const { t } = useTranslation('entry');
  const locale = useLocale();
  const errorText = useErrorText();
  const mayEnter = useCan('report.enter');
  const mayVerify = useCan('report.verify');
  const { data, error, isFetching, refetch } = useQuery(reportQuery(reportKey));
  useDocumentTitle(
    data &&
      t('title', {
        issue: t(`common:issue.${data.report.issueId.toLowerCase()}`).toLowerCase(),
        month: formatMonth(data.report.month, locale),
      }),
  );
  const back =
    data?.permissions.canVerify || (mayVerify && !mayEnter) ? 'verification' : mayEnter ? 'reporting' : 'completeness';
  const places = { verification: '/verifikasi', reporting: '/pelaporan', completeness: '/kelengkapan' };
  return (
    <>
      <Anchor component={Link} to={places[back]} fz="sm" display="inline-block" mb={4} py={{ base: 8, sm: 0 }}>
        ‹ {t(`back.${back}`)}
      </Anchor>
      {data ? (
        <OriginProvider>
          <EntryWorkspace
            key={reportKey}
            grid={data}
            badge={<ReportState report={data.report} />}
            deadline={<DeadlineText report={data.report} />}
          />
        </OriginProvider>
      ) : error ? (
        <ErrorState
          title={t('loadFailed')}
          nothingLost={errorText(toAppError(error))}
          whatToDo=""
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <TableSkeleton rows={10} />
      )}
    </>
  );
}
