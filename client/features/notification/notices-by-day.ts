import type { Notification } from '#shared/notification.ts';

/** Notices in the order in which they come, gathered under the day on which they were told. */
export function noticesByDay(
  notices: readonly Notification[],
  dayOf: (instant: string) => string,
): { day: string; notices: Notification[] }[] {
  const days: { day: string; notices: Notification[] }[] = [];
  for (const notice of notices) {
    const day = dayOf(notice.createdAt);
    const last = days.at(-1);
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}
