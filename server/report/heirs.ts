import { coordinatorOf } from '#server/assignment/assignment.service.ts';
import { type Reference, successorsOf } from '#server/reference/reference.service.ts';
import type { ReportSubject } from '#shared/report.ts';
import type { Clock } from './clock.ts';

/**
 * The agencies that finish what a merged agency left undone. Where its functions were split between several, the
 * issue went to the one that coordinates it now; if none of them does, any of them may.
 */
export function heirsOf(
  reference: Reference,
  { agencyId, issueId }: Pick<ReportSubject, 'agencyId' | 'issueId'>,
  clock: Clock,
): ReadonlySet<string> {
  const successors = successorsOf(reference, agencyId);
  if (successors.size < 2) return successors;
  const coordinator = coordinatorOf(reference, issueId, clock.today);
  return coordinator !== undefined && successors.has(coordinator) ? new Set([coordinator]) : successors;
}

/** The agency that is asked for a report: what a merged agency left undone is asked from its successor. */
export function askedAgencyOf(
  reference: Reference,
  subject: Pick<ReportSubject, 'agencyId' | 'issueId'>,
  clock: Clock,
): string {
  const hasEnded = (id: string) => (reference.agencyById.get(id)?.validTo ?? clock.today) < clock.today;
  if (!hasEnded(subject.agencyId)) return subject.agencyId;
  return [...heirsOf(reference, subject, clock)].find((id) => !hasEnded(id)) ?? subject.agencyId;
}
