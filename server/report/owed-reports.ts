import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { currentDate } from '#shared/month.ts';
import type { OwedReport } from '#shared/notification/who-is-told.ts';
import { showsLock } from '#shared/report/lock.ts';
import { reportKeyOf } from '#shared/report.ts';
import type { Clock } from './clock.ts';
import { stillOwed } from './completeness.ts';
import { askedAgencyOf } from './heirs.ts';
import { openMonths } from './report-months.ts';

/** Every report that is not handed in or was returned, whichever month it is of, and which agency is asked for it. */
export async function owedReports(handle: DatabaseHandle, clock: Clock): Promise<OwedReport[]> {
  const reference = await referenceOf(handle);
  const months = await openMonths(handle.db, reference, clock);
  if (months.length === 0) return [];
  const returnedOn = await listReturnDays(handle.db, clock);
  return (await stillOwed(handle, months, clock)).map((cell) => {
    const { expected, filled, notApplicable, returned } = cell.counters;
    return {
      reportKey: cell.reportKey,
      issueId: cell.issueId,
      month: cell.month,
      agencyId: cell.agencyId,
      askedAgencyId: askedAgencyOf(reference, cell, clock),
      dueDate: cell.dueDate,
      state: cell.state,
      missing: Math.max(0, expected - filled - notApplicable),
      returned,
      returnedOn: returnedOn.get(cell.reportKey) ?? null,
      isClosed: showsLock(cell),
    };
  });
}

async function listReturnDays(db: Kysely<Database>, clock: Clock): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('report')
    .select(['month', 'issueId', 'agencyId', 'returnedAt'])
    .where('state', '=', 'returned')
    .execute();
  return new Map(
    rows.flatMap((row) =>
      row.returnedAt === null ? [] : [[reportKeyOf(row), currentDate(new Date(row.returnedAt), clock.timeZone)]],
    ),
  );
}
