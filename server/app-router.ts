import { actionItemRouter } from './action-item/action-item.router.ts';
import { agencyRouter } from './agency/agency.router.ts';
import { assignmentRouter } from './assignment/assignment.router.ts';
import { auditRouter } from './audit/audit.router.ts';
import { linkRouter } from './auth/link.router.ts';
import { sessionRouter } from './auth/session.router.ts';
import { briefingRouter } from './briefing/briefing.router.ts';
import { calendarRouter } from './calendar/calendar.router.ts';
import { deadlineRouter } from './deadline/deadline.router.ts';
import { exportRouter } from './export/export.router.ts';
import { historyImportRouter } from './history-import/history-import.router.ts';
import { indicatorRouter } from './indicator/indicator.router.ts';
import { meetingRouter } from './meeting/meeting.router.ts';
import { notificationRouter } from './notification/notification.router.ts';
import { originRouter } from './origin/origin.router.ts';
import { reportRouter } from './report/report.router.ts';
import { smallWinRouter } from './small-win/small-win.router.ts';
import { targetRouter } from './target/target.router.ts';
import { router } from './trpc.ts';
import { userRouter } from './user/user.router.ts';

export const appRouter = router({
  actionItem: actionItemRouter,
  agency: agencyRouter,
  assignment: assignmentRouter,
  audit: auditRouter,
  briefing: briefingRouter,
  calendar: calendarRouter,
  deadline: deadlineRouter,
  export: exportRouter,
  historyImport: historyImportRouter,
  indicator: indicatorRouter,
  link: linkRouter,
  meeting: meetingRouter,
  notification: notificationRouter,
  origin: originRouter,
  report: reportRouter,
  session: sessionRouter,
  smallWin: smallWinRouter,
  target: targetRouter,
  user: userRouter,
});

export type AppRouter = typeof appRouter;
