import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { coordinatorOf } from '#server/assignment/assignment.service.ts';
import type { Config } from '#server/config.ts';
import type { Actor } from '#server/context.ts';
import { type Reference, referenceOf } from '#server/reference/reference.service.ts';
import { groupBy } from '#shared/group-by.ts';
import { daysBetween, type Month } from '#shared/month.ts';
import type { CompletenessCell } from '#shared/report/completeness.ts';
import { type Reminder, type ReminderItem, reminderText, whatsappUrl } from '#shared/report/reminder.ts';
import type { Clock } from './clock.ts';
import { stillOwed } from './completeness.ts';
import { askedAgencyOf } from './heirs.ts';
import { openMonths } from './report-months.ts';

/**
 * A letter for everybody whose agency still owes a report of that month or an earlier one. A coordinator writes only
 * about its own issues. An agency without an account gets a letter without a name, so that it is seen.
 */
export async function remindersOf(
  handle: DatabaseHandle,
  actor: Actor,
  month: Month,
  config: Pick<Config, 'publicUrl'>,
  clock: Clock,
): Promise<Reminder[]> {
  const reference = await referenceOf(handle);
  const months = (await openMonths(handle.db, reference, clock)).filter((each) => each <= month);
  if (months.length === 0) return [];
  const owed = await stillOwed(handle, months, clock);
  const open = owed.filter((cell) => mayRemind(reference, actor, cell, clock));
  const owedByAgency = groupBy(open, (cell) => askedAgencyOf(reference, cell, clock));
  if (owedByAgency.size === 0) return [];
  const people = await listReporters(handle.db, [...owedByAgency.keys()]);
  const peopleByAgency = groupBy(people, (person) => person.agencyId);

  const reminders = [...owedByAgency].flatMap(([agencyId, cells]) => {
    const addressed = peopleByAgency.get(agencyId) ?? [{ id: null, name: null, phone: null }];
    const items = cells
      .toSorted((left, right) => (left.dueDate < right.dueDate ? -1 : 1))
      .map((cell) => toItem(cell, clock));
    return addressed.map((person) => toReminder(reference, agencyId, person, items, month, config.publicUrl));
  });
  return reminders.toSorted((left, right) => mostOverdue(right) - mostOverdue(left));
}

function mayRemind(reference: Reference, actor: Actor, cell: CompletenessCell, clock: Clock): boolean {
  if (actor.role !== 'issue_coordinator') return true;
  return actor.agencyId !== null && coordinatorOf(reference, cell.issueId, clock.today) === actor.agencyId;
}

type Person = { id: string | null; name: string | null; phone: string | null };

function listReporters(db: Kysely<Database>, agencyIds: readonly string[]) {
  return db
    .selectFrom('user')
    .select(['id', 'name', 'phone', 'agencyId'])
    .where('agencyId', 'in', [...agencyIds])
    .where('role', 'in', ['focal_point', 'issue_coordinator'])
    .where('isDisabled', '=', 0)
    .orderBy('name')
    .execute();
}

function toItem(cell: CompletenessCell, clock: Clock): ReminderItem {
  const { expected, filled, notApplicable, returned } = cell.counters;
  return {
    reportKey: cell.reportKey,
    issueId: cell.issueId,
    month: cell.month,
    state: cell.state,
    dueDate: cell.dueDate,
    daysOverdue: Math.max(0, daysBetween(cell.dueDate, clock.today)),
    missing: Math.max(0, expected - filled - notApplicable),
    returned,
  };
}

function toReminder(
  reference: Reference,
  agencyId: string,
  person: Person,
  items: ReminderItem[],
  month: Month,
  url: string,
): Reminder {
  const agency = reference.agencyById.get(agencyId);
  const agencyName = agency?.name ?? agencyId;
  const issueNames = new Map(reference.issues.map((issue) => [issue.id, issue.nameId]));
  const named = items.map((item) => ({ ...item, issueName: issueNames.get(item.issueId) ?? item.issueId }));
  const text = reminderText({ name: person.name, agencyName, month, items: named, url });
  return {
    agencyId,
    agencyAbbr: agency?.abbr ?? agencyId,
    agencyName,
    userId: person.id,
    name: person.name,
    phone: person.phone,
    text,
    whatsappUrl: whatsappUrl(person.phone, text),
    items,
  };
}

function mostOverdue({ items }: Reminder): number {
  return Math.max(0, ...items.map((item) => item.daysOverdue));
}
