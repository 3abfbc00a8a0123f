import type { ToVerifyReport } from '#shared/report/due.ts';

export const deskViews = ['all', 'late'] as const;
export type DeskView = (typeof deskViews)[number];

export const deskOrders = ['verifyBy', 'agency', 'month'] as const;
export type DeskOrder = (typeof deskOrders)[number];

/** The verifiers' deadline has passed: also on the days off that follow it, which are no working days. */
export function isPastVerifyBy(report: ToVerifyReport, today: string): boolean {
  return report.verifyBy < today;
}

const bySubmission = (a: ToVerifyReport, b: ToVerifyReport) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? '');

const comparisons: Record<DeskOrder, (a: ToVerifyReport, b: ToVerifyReport) => number> = {
  verifyBy: (a, b) => a.verifyBy.localeCompare(b.verifyBy),
  agency: (a, b) => a.agency.name.localeCompare(b.agency.name, 'id'),
  month: (a, b) => a.month.localeCompare(b.month),
};

/** In any order, what waits longest comes first among equals. */
export function orderDesk(reports: readonly ToVerifyReport[], order: DeskOrder): ToVerifyReport[] {
  return reports.toSorted((a, b) => comparisons[order](a, b) || bySubmission(a, b));
}
