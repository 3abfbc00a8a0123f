import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadView } from '#client/features/figure/read-view.tsx';
import { SmallWinList } from '#client/features/figure/small-win-list.tsx';
import { ViewControls } from '#client/features/figure/view-controls.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { CompletenessPanel } from '#client/features/overview/completeness-panel.tsx';
import { HeatPanel } from '#client/features/overview/heat-panel.tsx';
import { IssueCards } from '#client/features/overview/issue-cards.tsx';
import { NoFiguresNotice } from '#client/features/overview/no-figures-notice.tsx';
import { OverviewSkeleton } from '#client/features/overview/overview-skeleton.tsx';
import { usePageFacts } from '#client/features/overview/page-facts.ts';
import { RestatementPanel } from '#client/features/overview/restatement-panel.tsx';
import { loadWords } from '#client/i18n/index.ts';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useMonthParam } from '#client/lib/month-param.ts';
import { readQuery } from '#client/lib/read.ts';
import { useCan } from '#client/lib/session.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { type Overview, overviewSchema } from '#shared/overview.ts';
import classes from './overview-page.module.css';

/** For staff alone: the public does not wait for it, nor for its words. */
const OverduePanel = lazy(async () => {
  const [{ OverduePanel }] = await Promise.all([
    import('#client/features/action-item/overdue-panel.tsx'),
    loadWords(['actionItem']),
  ]);
  return { default: OverduePanel };
});

/** The situation of a month on one screen. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const { month, scope } = useMonthParam();
  const query = useQuery({
    ...readQuery('/overview', overviewSchema, { month, data: scope }),
    placeholderData: keepPreviousData,
  });
  const factsOf = usePageFacts();
  useDocumentTitle(t('title'));
  return (
    <OriginProvider>
      <PageHeader title={t('title')} beside={<ViewControls />} meta={query.data && factsOf(query.data)} />
      <ReadView query={query} skeleton={<OverviewSkeleton />}>
        {(overview) => <OverviewPanels overview={overview} />}
      </ReadView>
    </OriginProvider>
  );
}

function OverviewPanels({ overview }: { overview: Overview }) {
  const { completeness, lateReports, restatements, smallWins, month } = overview;
  const mayReadFollowUp = useCan('meeting.read');
  const hasStaffPanel = completeness !== null && lateReports !== null;
  return (
    <>
      <NoFiguresNotice overview={overview} />
      <IssueCards overview={overview} />
      <div className={hasStaffPanel ? classes.withSide : classes.alone}>
        <HeatPanel overview={overview} />
        {hasStaffPanel && <CompletenessPanel completeness={completeness} late={lateReports} month={month} />}
      </div>
      {mayReadFollowUp && (
        <div className={classes.alone}>
          <Suspense fallback={<CardSkeleton height={120} />}>
            <OverduePanel />
          </Suspense>
        </div>
      )}
      <div className={restatements ? classes.withNote : classes.alone}>
        <SmallWinList wins={smallWins} />
        {restatements && <RestatementPanel restatements={restatements} />}
      </div>
    </>
  );
}
