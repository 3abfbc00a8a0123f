import { queryClient } from '#client/lib/query-client.ts';
import { referenceQuery } from '#client/lib/reference.ts';
import { sessionCan, sessionQuery } from '#client/lib/session.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { whenIdle } from '#client/lib/when-idle.ts';
import type { DueReport } from '#shared/report/due.ts';
import { buildId } from './build-id.ts';
import { keep, keptFrom, ownerOf } from './kept-answers.ts';
import { dueQuery, keptReport } from './queries.ts';

/** More than anybody owes in a year. */
const mostReports = 60;
/** Last month's figures beside a report change without it. */
const longestMs = 12 * 60 * 60_000;

/**
 * Fetches the reports that are due from this person, so that they open without a network although nobody has opened them
 * before: one after the other, when the browser is idle, and only those that have changed. Of several tabs, one does it.
 */
export async function keepDueReports(): Promise<void> {
  const session = queryClient.getQueryData(sessionQuery().queryKey);
  if (!session?.user || !sessionCan(session, 'report.enter')) return;
  await alone('satgas-keep-reports', async () => {
    await queryClient.prefetchQuery(referenceQuery());
    const due = await queryClient.fetchQuery({ ...dueQuery(), staleTime: 60_000, retry: false });
    for (const report of due.open.slice(0, mostReports)) {
      if (!(await isKept(report))) await fetchReport(report.reportKey);
    }
  });
}

async function isKept({ reportKey, version }: DueReport): Promise<boolean> {
  const row = await keptFrom(keptReport(reportKey));
  return (
    row !== undefined && row.build === buildId() && row.at > Date.now() - longestMs && versionOf(row.answer) === version
  );
}

async function fetchReport(reportKey: string): Promise<void> {
  await new Promise<void>((resolve) => {
    whenIdle(resolve);
  });
  const key = keptReport(reportKey);
  const userId = ownerOf(key);
  if (userId === undefined) return;
  const at = Date.now();
  await keep({ userId, key, answer: await trpcClient.report.get.query({ reportKey }), at });
}

function versionOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('report' in answer)) return undefined;
  const { report } = answer;
  return typeof report === 'object' && report !== null && 'version' in report ? report.version : undefined;
}

async function alone(name: string, work: () => Promise<void>): Promise<void> {
  // Only where the page comes over a safe connection.
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
