import { linkRouter } from './auth/link.router.ts';
import { sessionRouter } from './auth/session.router.ts';
import { originRouter } from './origin/origin.router.ts';
import { reportRouter } from './report/report.router.ts';
import { smallWinRouter } from './small-win/small-win.router.ts';
import { router } from './trpc.ts';
import { userRouter } from './user/user.router.ts';

export const appRouter = router({
  link: linkRouter,
  origin: originRouter,
  report: reportRouter,
  session: sessionRouter,
  smallWin: smallWinRouter,
  user: userRouter,
});

export type AppRouter = typeof appRouter;
