import { useTranslation } from 'react-i18next';
import { issueColor } from '#client/theme.ts';
import type { IssueId } from '#shared/indicator.ts';
import classes from './issue-name.module.css';

/** The issue's name with its colour; the name says it, the colour repeats it. */
export function IssueName({ issueId }: { issueId: IssueId }) {
  const { t } = useTranslation('common');
  return (
    <span className={classes.issue}>
      <span className={classes.dot} style={{ background: issueColor(issueId) }} aria-hidden />
      {t(`issue.${issueId.toLowerCase()}`)}
    </span>
  );
}
