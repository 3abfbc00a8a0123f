import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import type { RouterOutput } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { Deadline } from '#shared/deadline.ts';

export type DeadlineList = RouterOutput['deadline']['list'];

/** What an exception holds for, and what it says. */
export function useDeadlineWords() {
  const { t } = useTranslation(['deadlines', 'manage']);
  const locale = useLocale();
  const { issueName } = useChoices();
  return {
    scope: ({ issueId, month }: Pick<Deadline, 'issueId' | 'month'>) =>
      t('exceptions.scope', {
        issue: issueId === null ? t('manage:field.allIssues') : issueName(issueId),
        month: month === null ? t('exceptions.allMonths') : formatMonth(month, locale),
      }),
    due: ({ dueDay, dueDate }: Pick<Deadline, 'dueDay' | 'dueDate'>) =>
      dueDate === null ? t('exceptions.day', { day: dueDay ?? 0 }) : formatDate(dueDate, locale),
  };
}

/** Says that a change was saved, and how many reports it moved. */
export function useDeadlineDone(): (changed: { reports: number }) => void {
  const { t } = useTranslation('deadlines');
  return ({ reports }) => notifySuccess(reports > 0 ? t('doneReports', { count: reports }) : t('done'));
}
