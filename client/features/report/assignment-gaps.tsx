import { useTranslation } from 'react-i18next';
import { useClock } from '#client/lib/use-clock.ts';
import { StatusBadge } from '#client/ui/status-badge.tsx';
import type { AssignmentGaps } from '#shared/report/completeness.ts';
import classes from './completeness.module.css';

/** Areas that nobody owns (they fall to the coordinator) and areas that two agencies own. */
export function AssignmentGapsView({ gaps }: { gaps: AssignmentGaps }) {
  const { t } = useTranslation('completeness');
  const clock = useClock();
  if (gaps.gaps.length === 0 && gaps.overlaps.length === 0) {
    return <StatusBadge tone="on_track" label={t('gaps.none')} />;
  }
  return (
    <div className={classes.gaps}>
      {gaps.overlaps.length > 0 && (
        <div>
          <StatusBadge tone="critical" label={t('gaps.overlaps', { count: gaps.overlaps.length })} />
          <ul>
            {gaps.overlaps.map((overlap) => (
              <li key={overlap.assignmentIds.join(' ')}>
                <strong>{overlap.areaName ?? t('gaps.province')}</strong> ·{' '}
                {overlap.issueId ? t(`common:issue.${overlap.issueId.toLowerCase()}`) : t('gaps.allIssues')}:{' '}
                {overlap.agencies.map(({ name }) => name).join(' – ')} (
                {t('gaps.since', { date: clock.date(overlap.from) })})
              </li>
            ))}
          </ul>
        </div>
      )}
      {gaps.gaps.length > 0 && (
        <div>
          <StatusBadge tone="attention" label={t('gaps.gaps', { count: gaps.gaps.length })} />
          <p className={classes.detail}>{t('gaps.gapsHint')}</p>
          <ul>
            {gaps.gaps.map((gap) => (
              <li key={gap.areaId}>
                <strong>{gap.areaName}</strong>
                {gap.regencyName && `, ${gap.regencyName}`}:{' '}
                {gap.issues
                  .map(
                    ({ issueId, fallbackAgency }) =>
                      `${t(`common:issue.${issueId.toLowerCase()}`)} → ${fallbackAgency?.abbr ?? t('gaps.nobody')}`,
                  )
                  .join('; ')}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
