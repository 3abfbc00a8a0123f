import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { SubjectNotFound } from '#client/features/figure/not-found.tsx';
import { PageSkeleton } from '#client/features/figure/page-skeleton.tsx';
import { ReadView } from '#client/features/figure/read-view.tsx';
import { SmallWinList } from '#client/features/figure/small-win-list.tsx';
import { ViewControls } from '#client/features/figure/view-controls.tsx';
import { CascadePanel } from '#client/features/issue/cascade-panel.tsx';
import { CompletenessNote } from '#client/features/issue/completeness-note.tsx';
import { GoalSection } from '#client/features/issue/goal-section.tsx';
import { IssueHero } from '#client/features/issue/issue-hero.tsx';
import { Question, QuestionNav } from '#client/features/issue/question.tsx';
import { SupportingPanel } from '#client/features/issue/supporting-panel.tsx';
import { TrackSection } from '#client/features/issue/track-section.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';
import { loadWords } from '#client/i18n/index.ts';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { useMonthParam } from '#client/lib/month-param.ts';
import { readQuery } from '#client/lib/read.ts';
import { useCan } from '#client/lib/session.ts';
import { issueColor } from '#client/theme.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { type IssuePage as IssuePageData, issuePageSchema } from '#shared/issue-page.ts';
import classes from './issue-page.module.css';

/** For staff alone: the public does not wait for it, nor for its words. */
const IssueDecisions = lazy(async () => {
  const [{ IssueDecisions }] = await Promise.all([
    import('#client/features/meeting/issue-decisions.tsx'),
    loadWords(['meeting']),
  ]);
  return { default: IssueDecisions };
});

/** One issue by the four questions: what for, what was done, is it enough, and what if not. */
export function IssuePage() {
  const { slug = '' } = useParams();
  const { month, scope } = useMonthParam();
  const text = useFigureText();
  const query = useQuery({
    ...readQuery(`/issue/${encodeURIComponent(slug)}`, issuePageSchema, { month, data: scope }),
    // Another month of this issue may stand in while waiting; another issue may not.
    placeholderData: (previous) => (previous?.issue.slug === slug ? previous : undefined),
  });
  const issue = query.data?.issue;
  const title = issue && text.name(issue);
  useDocumentTitle(title);
  return (
    <OriginProvider>
      <PageHeader
        title={
          issue ? (
            <span className={classes.title}>
              <span className={classes.square} style={{ background: issueColor(issue.id) }} aria-hidden />
              {title}
            </span>
          ) : (
            slug
          )
        }
        beside={<ViewControls />}
      />
      <ReadView query={query} skeleton={<PageSkeleton />} notFound={<SubjectNotFound subject="issue" />}>
        {(page) => <IssueSections page={page} />}
      </ReadView>
    </OriginProvider>
  );
}

function IssueSections({ page }: { page: IssuePageData }) {
  const { t } = useTranslation('issue');
  const mayReadDecisions = useCan('meeting.read');
  const { issue, cascade, smallWins, completeness, province, month, inflation } = page;
  // What inflation is stands in its own table; here belongs what was done about it.
  const supporting = page.supporting.filter(({ indicator }) => !inflation || indicator.aggregation === 'sum');
  return (
    <>
      <IssueHero page={page} />
      <QuestionNav />
      <Question id="goal">
        <GoalSection page={page} />
      </Question>
      <Question id="done">
        <div className={cascade && supporting.length > 0 ? classes.withSide : classes.alone}>
          {!inflation && <CascadePanel cascade={cascade} issueId={issue.id} areaId={province.id} />}
          {supporting.length > 0 && (
            <SupportingPanel
              title={t(inflation ? 'supporting.inflationTitle' : 'supporting.title')}
              rows={supporting}
            />
          )}
        </div>
      </Question>
      <Question id="track">
        <TrackSection page={page} />
      </Question>
      <Question id="next">
        <div className={completeness ? classes.withSide : classes.alone}>
          <SmallWinList wins={smallWins} showIssue={false} />
          {completeness && <CompletenessNote completeness={completeness} month={month} />}
        </div>
        {mayReadDecisions && (
          <div className={classes.below}>
            <Suspense fallback={<CardSkeleton height={160} />}>
              <IssueDecisions issueId={issue.id} />
            </Suspense>
          </div>
        )}
      </Question>
    </>
  );
}
