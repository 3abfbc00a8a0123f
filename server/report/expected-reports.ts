import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import type { Month } from '#shared/month.ts';
import { type ReportSubject, reportKeyOf } from '#shared/report.ts';

export interface ExpectedReport {
  key: string;
  subject: ReportSubject;
}

/** Kept with the reference data that they follow from: reminders look through every month. */
const keptByReference = new WeakMap<Reference, Map<Month, readonly ExpectedReport[]>>();

/** The reports that a month's assignments ask for, begun or not, issue by issue. */
export function expectedReports(reference: Reference, month: Month): readonly ExpectedReport[] {
  const kept = keptByReference.get(reference) ?? new Map<Month, readonly ExpectedReport[]>();
  keptByReference.set(reference, kept);
  const known = kept.get(month);
  if (known) return known;
  const found = reference.issues.flatMap(({ id: issueId }) =>
    [...responsibilityFor(reference, issueId, month).expectedByAgency().keys()].map((agencyId) => {
      const subject = { month, issueId, agencyId };
      return { key: reportKeyOf(subject), subject };
    }),
  );
  kept.set(month, found);
  return found;
}
