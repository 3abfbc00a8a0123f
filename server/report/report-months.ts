import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import { currentDate, type Month, monthOfDate, monthRange, previousMonth } from '#shared/month.ts';
import { monthSchema } from '#shared/month-schema.ts';
import type { Clock } from './clock.ts';
import { findFirstEventAt, findFirstReportMonth } from './report.queries.ts';

/**
 * The first month for which reports are owed: the setting `reporting.firstMonth`; without it the month of the oldest
 * report, and at the latest the month before this database came into use, so that a month never slips out of sight.
 */
async function firstMonthOf(db: Kysely<Database>, reference: Reference, clock: Clock): Promise<Month> {
  const set = monthSchema.safeParse(reference.settings.get('reporting.firstMonth'));
  if (set.success) return set.data;
  const firstReport = await findFirstReportMonth(db);
  const firstEventAt = await findFirstEventAt(db);
  const begun = firstEventAt ? currentDate(new Date(firstEventAt), clock.timeZone) : clock.today;
  const beforeBegin = previousMonth(monthOfDate(begun));
  return firstReport !== undefined && firstReport < beforeBegin ? firstReport : beforeBegin;
}

/** Every month for which reports are owed, up to the current one. */
export async function openMonths(db: Kysely<Database>, reference: Reference, clock: Clock): Promise<Month[]> {
  return monthRange(await firstMonthOf(db, reference, clock), monthOfDate(clock.today));
}
