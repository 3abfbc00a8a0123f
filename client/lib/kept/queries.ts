import { trpc, trpcClient } from '#client/lib/trpc.ts';
import { keptQuery } from './kept-query.ts';

/** The reports that this person owes. */
export function dueQuery() {
  return keptQuery('report.due', {
    queryKey: trpc.report.due.queryKey({}),
    queryFn: () => trpcClient.report.due.query({}),
  });
}

export function dueCountQuery() {
  return keptQuery('report.dueCount', {
    queryKey: trpc.report.dueCount.queryKey(),
    queryFn: () => trpcClient.report.dueCount.query(),
  });
}

/** One report with its cells, last month's and its rules. */
export function reportQuery(reportKey: string) {
  return keptQuery(keptReport(reportKey), {
    queryKey: trpc.report.get.queryKey({ reportKey }),
    queryFn: () => trpcClient.report.get.query({ reportKey }),
  });
}

export function keptReport(reportKey: string): string {
  return `report.get ${reportKey}`;
}
