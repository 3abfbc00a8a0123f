import { AppError } from '#server/app-error.ts';
import { coordinatorOf } from '#server/assignment/assignment.service.ts';
import type { Actor } from '#server/context.ts';
import { type Reference, successorsOf } from '#server/reference/reference.service.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { monthOfDate } from '#shared/month.ts';
import { can } from '#shared/permissions.ts';
import { isClosed } from '#shared/report/lock.ts';
import type { ReportPermissions, ReportSubject } from '#shared/report.ts';
import type { Clock } from './clock.ts';
import { heirsOf } from './heirs.ts';
import type { ReportRow } from './report.queries.ts';
import { isLockedNow } from './report-head.ts';

/** Whether the actor's agency answers for a report: it is its own, or that of an agency it took over. */
export function answersFor(reference: Reference, actor: Actor, subject: ReportSubject, clock: Clock): boolean {
  if (actor.agencyId === null) return false;
  return actor.agencyId === subject.agencyId || heirsOf(reference, subject, clock).has(actor.agencyId);
}

/** Two agencies that are one, or of which one took over the other, at first or second hand. */
function isKin(reference: Reference, left: string, right: string): boolean {
  return left === right || successorsOf(reference, left).has(right) || successorsOf(reference, right).has(left);
}

/** Why the actor may not enter figures in a report; null when they may. Which cells are open is decided cell by cell. */
export function whyNotEnter(
  reference: Reference,
  actor: Actor,
  subject: ReportSubject,
  clock: Clock,
): ErrorCode | null {
  if (!can(actor.role, 'report.enter')) return 'NOT_ALLOWED';
  if (!reference.agencyById.has(subject.agencyId)) return 'REPORT_NOT_FOUND';
  if (!answersFor(reference, actor, subject, clock)) return 'REPORT_NOT_YOURS';
  return subject.month > monthOfDate(clock.today) ? 'REPORT_MONTH_NOT_OPEN' : null;
}

/** Why the actor may not verify or return cells of a report; null when they may. */
export function whyNotVerify(
  reference: Reference,
  actor: Pick<Actor, 'id' | 'role' | 'agencyId'>,
  subject: ReportSubject,
  report: Pick<ReportRow, 'submittedById'> | undefined,
  clock: Clock,
): ErrorCode | null {
  if (!can(actor.role, 'report.verify')) return 'NOT_ALLOWED';
  const isOwn =
    (actor.agencyId !== null && isKin(reference, actor.agencyId, subject.agencyId)) ||
    report?.submittedById === actor.id;
  if (isOwn) return 'REPORT_OWN_AGENCY';
  const isCoordinators =
    actor.role !== 'issue_coordinator' ||
    (actor.agencyId !== null && coordinatorOf(reference, subject.issueId, clock.today) === actor.agencyId);
  return isCoordinators ? null : 'REPORT_NOT_YOURS';
}

/** @throws AppError with the reason, when there is one */
export function assertNone(reason: ErrorCode | null): void {
  if (reason !== null) throw new AppError(reason);
}

/**
 * Why nothing of a report is taken any more; null while something is. Cells that a verifier has returned were asked for:
 * they may always be corrected and handed in.
 */
export function whyClosed(
  reference: Reference,
  subject: ReportSubject,
  report: Pick<ReportRow, 'state' | 'returnedCells'> | undefined,
  clock: Clock,
): ErrorCode | null {
  const isLocked = isLockedNow(reference, subject, clock);
  const state = report?.state ?? 'not_started';
  return isClosed({ isLocked, state, returnedCells: report?.returnedCells ?? 0 }) ? 'REPORT_LOCKED' : null;
}

/** Everything at once, for the page: the same rules that guard the writes. */
export function permissionsOf(
  reference: Reference,
  actor: Actor,
  subject: ReportSubject,
  report: ReportRow | undefined,
  clock: Clock,
): ReportPermissions {
  const mayNotEnter = whyNotEnter(reference, actor, subject, clock);
  const whyNotEdit = mayNotEnter ?? whyClosed(reference, subject, report, clock);
  const mayNotVerify = whyNotVerify(reference, actor, subject, report, clock);
  const isOnDesk = report?.state === 'submitted' || report?.state === 'returned';
  const notSubmitted = mayNotVerify === null && !isOnDesk ? 'REPORT_NOT_SUBMITTED' : null;
  const whyNotSubmit = whyNotEdit ?? nothingToSubmit(report);
  return {
    canEdit: whyNotEdit === null,
    whyNotEdit,
    canSubmit: whyNotSubmit === null,
    whyNotSubmit,
    canVerify: mayNotVerify === null && notSubmitted === null,
    whyNotVerify: mayNotVerify ?? notSubmitted,
    canReply: report !== undefined && (mayNotEnter === null || mayNotVerify === null),
  };
}

function nothingToSubmit(report: ReportRow | undefined): ErrorCode | null {
  if (!report || report.filledCells + report.notApplicableCells === 0) return 'REPORT_IS_EMPTY';
  return report.draftCells + report.returnedCells === 0 ? 'ENTRY_NOT_EDITED' : null;
}
