import { coordinatorOf } from '#server/assignment/assignment.service.ts';
import type { Actor } from '#server/context.ts';
import { predecessorsOf, type Reference } from '#server/reference/reference.service.ts';
import { isClosed } from '#shared/action-item.ts';
import { can } from '#shared/permissions.ts';
import type { ActionItemRow } from './action-item.queries.ts';

type Judged = Pick<ActionItemRow, 'ownerAgencyId' | 'issueId' | 'createdById' | 'state' | 'version'>;

/** Whoever keeps the meetings changes any item; others those they recorded. */
export function mayChange(actor: Actor, item: Judged): boolean {
  return can(actor.role, 'decision.record') && (can(actor.role, 'meeting.write') || item.createdById === actor.id);
}

/** The owner's people (also of the agency that took over from it), the issue's coordinator, and whoever may change it. */
export function mayProgress(reference: Reference, actor: Actor, item: Judged, today: string): boolean {
  if (!can(actor.role, 'action_item.progress')) return false;
  if (mayChange(actor, item)) return true;
  const { agencyId } = actor;
  if (agencyId === null) return false;
  if (agencyId === item.ownerAgencyId || predecessorsOf(reference, agencyId).includes(item.ownerAgencyId)) return true;
  const coordinates = item.issueId !== null && coordinatorOf(reference, item.issueId, today) === agencyId;
  return actor.role === 'issue_coordinator' && coordinates;
}

/** Only what was recorded by mistake a moment ago: once something has happened to an item it is dropped, with a reason. */
export function mayRemove(actor: Actor, item: Judged, today: string, dueDate: string): boolean {
  return mayChange(actor, item) && !isClosed(item.state) && item.version === 1 && dueDate >= today;
}
