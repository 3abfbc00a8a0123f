import { Button } from '@mantine/core';
import { IconInfoCircle, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppClientError } from '#client/lib/app-error.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import classes from './entry-page.module.css';
import { useReport, useSheet } from './sheet-context.ts';

type ReportNoticeProps = { isCorrecting: boolean; onCorrect: () => void };

/** Why the report cannot be typed in or decided on, and what to do: silence would look like a fault. */
export function ReportNotice({ isCorrecting, onCorrect }: ReportNoticeProps) {
  const { t } = useTranslation('entry');
  const { grid } = useReport();
  const { mode } = useSheet();
  const errorText = useErrorText();
  const clock = useClock();
  const { report, permissions } = grid;
  const time = (instant: string | null) => (instant === null ? '' : clock.time(instant));

  if (report.state === 'verified' && permissions.canEdit && !report.hasPendingCorrections) {
    return (
      <Notice>
        <span>
          {t(isCorrecting ? 'notice.correcting' : 'notice.verified', {
            name: report.verifiedByName ?? t('conflict.somebody'),
            time: time(report.verifiedAt),
          })}
        </span>
        {!isCorrecting && (
          <Button size="compact-sm" variant="default" onClick={onCorrect}>
            {t('notice.correct')}
          </Button>
        )}
      </Notice>
    );
  }
  if (report.state === 'submitted' && mode !== 'review') {
    const why =
      permissions.whyNotVerify === 'REPORT_OWN_AGENCY' ? ` ${errorText(new AppClientError('REPORT_OWN_AGENCY'))}` : '';
    return (
      <Notice>
        {t('notice.submitted', {
          name: report.submittedByName ?? t('conflict.somebody'),
          time: time(report.submittedAt),
        })}
        {why}
      </Notice>
    );
  }
  if (report.state === 'returned' && mode === 'enter') {
    const returned = t('notice.returned', { count: report.counters.returned });
    return <Notice>{report.isLocked ? `${returned} ${t('notice.returnedLocked')}` : returned}</Notice>;
  }
  if (mode === 'read' && permissions.whyNotEdit) {
    return <Notice>{errorText(new AppClientError(permissions.whyNotEdit))}</Notice>;
  }
  return null;
}

function Notice({ children }: { children: ReactNode }) {
  const { mode } = useSheet();
  return (
    <div className={classes.notice}>
      {mode === 'enter' ? <IconInfoCircle size={18} aria-hidden /> : <IconLock size={18} aria-hidden />}
      {children}
    </div>
  );
}
