import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '#client/lib/text-link.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import { IssueName } from '#client/ui/issue-name.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { Decision } from '#shared/meeting.ts';
import classes from './meeting.module.css';

interface DecisionItemProps {
  decision: Decision;
  /** Says where it was decided; not on the page of that meeting. */
  showMeeting?: boolean;
  actions?: ReactNode;
}

export function DecisionItem({ decision, showMeeting = false, actions }: DecisionItemProps) {
  const { t } = useTranslation('meeting');
  const clock = useClock();
  const { meetingId, meetingTitle, meetingDate, slide, recordedByName, actionItemIds } = decision;
  const isOfMeeting = meetingId !== null && meetingTitle !== null && meetingDate !== null;
  const said = [
    !showMeeting && recordedByName ? t('decisions.by', { name: recordedByName }) : undefined,
    slide ? t('decisions.slide', slide) : undefined,
  ].filter(Boolean);
  return (
    <li className={classes.decision}>
      <div className={classes.decisionHead}>
        <p className={classes.decisionText}>{decision.text}</p>
        {actions}
      </div>
      <div className={classes.marks}>
        <Tag>{t(`decisions.kind.${decision.kind}`)}</Tag>
        {decision.issueId && !showMeeting && (
          <span className={classes.issue}>
            <IssueName issueId={decision.issueId} />
          </span>
        )}
        {actionItemIds.length > 0 && (
          <span className={classes.quiet}>{t('decisions.items', { count: actionItemIds.length })}</span>
        )}
        {decision.isSample && showMeeting && <Tag kind="sample" />}
      </div>
      {showMeeting && (
        <p className={classes.quiet}>
          {isOfMeeting ? (
            <TextLink to={`/koordinasi/${meetingId}`}>
              {t('decisions.from', { meeting: meetingTitle, date: clock.date(meetingDate) })}
            </TextLink>
          ) : (
            t('decisions.on', { date: clock.date(decision.decidedOn) })
          )}
        </p>
      )}
      {said.length > 0 && <p className={classes.quiet}>{said.join(', ')}</p>}
    </li>
  );
}
