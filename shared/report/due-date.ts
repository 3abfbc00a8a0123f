import type { IssueId } from '#shared/indicator.ts';
import { dueDate, type Month } from '#shared/month.ts';

/** The day of the following month on which reports are due where nothing else is set. */
export const defaultDueDay = 5;

/** An exception to the default: for an issue, a month, or both. A date beats a day of the following month. */
export type DeadlineException = {
  issueId: IssueId | null;
  month: Month | null;
  dueDay: number | null;
  dueDate: string | null;
};

/**
 * The last day on which the report is on time, in the province's time zone. The most specific exception holds:
 * issue and month, then the month, then the issue; else the default day of the following month.
 */
export function dueDateFor(input: {
  issueId: IssueId;
  month: Month;
  deadlines: readonly DeadlineException[];
  defaultDay: number;
}): string {
  const { issueId, month, deadlines, defaultDay } = input;
  const find = (issue: IssueId | null, inMonth: Month | null) =>
    deadlines.find(
      (each) => each.issueId === issue && each.month === inMonth && (each.dueDate !== null || each.dueDay !== null),
    );
  const exception = find(issueId, month) ?? find(null, month) ?? find(issueId, null);
  return exception?.dueDate ?? dueDate(month, exception?.dueDay ?? defaultDay);
}
