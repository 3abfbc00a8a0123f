import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { GroupTextsPanel } from '#client/features/notification/group-texts.tsx';
import { AssignmentGapsView } from '#client/features/report/assignment-gaps.tsx';
import { type CompletenessMode, CompletenessView } from '#client/features/report/completeness-view.tsx';
import { ReminderList } from '#client/features/report/reminder-list.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useMonthParam } from '#client/lib/month-param.ts';
import { useCan, useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { MonthPicker } from '#client/ui/month-picker.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { TableSkeleton } from '#client/ui/skeletons.tsx';
import { type IssueId, issueIdSchema } from '#shared/indicator.ts';
import { addMonths, monthRange } from '#shared/month.ts';

const monthsBack = 5;

/** Kelengkapan: who owes what, what has come, who is to be reminded. */
export function CompletenessPage() {
  const { t } = useTranslation('completeness');
  const { app } = useSession();
  const errorText = useErrorText();
  const { month: wanted, isMonthChosen, setMonth } = useMonthParam();
  const [params, setParams] = useSearchParams();
  // The present month has hardly begun to be reported: the last closed one is what people ask for.
  const month = isMonthChosen ? wanted : app.defaultMonth;
  const mode: CompletenessMode = params.get('tampilan') === 'bulanan' ? 'months' : 'month';
  const issue = issueIdSchema.safeParse(params.get('isu'));
  const issueId = issue.success ? issue.data : undefined;
  const mayRemind = useCan('reminder.read');
  const mayWriteToGroup = useCan('manage.read');

  const query = useQuery(
    trpc.report.completeness.queryOptions(
      mode === 'months' ? { months: monthRange(addMonths(month, -monthsBack), month) } : { month },
    ),
  );
  const gaps = useQuery(trpc.report.assignmentGaps.queryOptions({ month }));
  const reminders = useQuery({ ...trpc.report.reminders.queryOptions({ month }), enabled: mayRemind });
  useDocumentTitle(t('title'));

  function setParam(name: string, value: string | undefined): void {
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { preventScrollReset: true },
    );
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        beside={<MonthPicker value={month} onChange={setMonth} max={app.currentMonth} />}
        description={t('description')}
      />
      {query.data ? (
        <CompletenessView
          data={query.data}
          month={month}
          mode={mode}
          issueId={issueId}
          onMode={(next) => setParam('tampilan', next === 'months' ? 'bulanan' : undefined)}
          onIssue={(next: IssueId | undefined) => setParam('isu', next)}
        >
          {mayRemind && (
            <Panel title={t('reminder.title')} subtitle={t('reminder.subtitle')}>
              {reminders.data ? (
                <ReminderList reminders={reminders.data} month={month} />
              ) : reminders.error ? (
                <p role="alert">{errorText(reminders.error)}</p>
              ) : (
                <TableSkeleton rows={3} />
              )}
            </Panel>
          )}
          {mayWriteToGroup && <GroupTextsPanel />}
          <Panel title={t('gaps.title')} subtitle={t('gaps.subtitle')}>
            {gaps.data ? (
              <AssignmentGapsView gaps={gaps.data} />
            ) : gaps.error ? (
              <p role="alert">{errorText(gaps.error)}</p>
            ) : (
              <TableSkeleton rows={3} />
            )}
          </Panel>
        </CompletenessView>
      ) : query.error ? (
        <ErrorState
          title={t('loadFailed')}
          whatToDo={errorText(query.error)}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <TableSkeleton rows={10} />
      )}
    </>
  );
}
