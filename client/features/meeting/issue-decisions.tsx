import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '#client/lib/text-link.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { LoadedQuery } from '#client/ui/loaded-query.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import type { IssueId } from '#shared/indicator.ts';
import { DecisionItem } from './decision-item.tsx';
import classes from './meeting.module.css';

const mostShown = 5;

/** The latest decisions about an issue; for the issue's page, read by staff. */
export function IssueDecisions({ issueId }: { issueId: IssueId }) {
  const { t } = useTranslation('meeting');
  const errorText = useErrorText();
  const decisions = useQuery(trpc.meeting.decisions.queryOptions({ issueId }));
  const all = decisions.data ?? [];
  return (
    <LoadedQuery query={decisions} waiting={<CardSkeleton height={160} />} failed={t('failed')} errorText={errorText}>
      <Panel
        title={t('decisions.issueTitle')}
        actions={<TextLink to="/koordinasi">{t('decisions.all')}</TextLink>}
        footer={all.length > mostShown ? t('decisions.more', { count: all.length - mostShown }) : undefined}
      >
        {all.length === 0 && <p className={classes.quiet}>{t('decisions.issueNone')}</p>}
        <ul className={classes.decisions}>
          {all.slice(0, mostShown).map((decision) => (
            <DecisionItem key={decision.id} decision={decision} showMeeting />
          ))}
        </ul>
      </Panel>
    </LoadedQuery>
  );
}
