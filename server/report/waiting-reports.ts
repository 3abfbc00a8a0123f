import type { DatabaseHandle } from '#db/connection.ts';
import type { Actor } from '#server/context.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { currentDate } from '#shared/month.ts';
import type { StoredWaiting } from '#shared/notification/stored.ts';
import { workingDaysBetween } from '#shared/report/verification-clock.ts';
import { reportKeyOf } from '#shared/report.ts';
import { whyNotVerify } from './access.ts';
import type { Clock } from './clock.ts';
import { listReportsToVerify } from './report.queries.ts';
import { verifyByOf } from './verification-clock.ts';

type Person = Pick<Actor, 'id' | 'role' | 'agencyId'>;

export interface Desk {
  /** Every report with cells that wait for verification, the longest waiting first. */
  all: StoredWaiting[];
  /** Those that this person may verify. */
  of(person: Person): StoredWaiting[];
}

/** What waits for verification, and for whom. */
export async function verificationDesk(handle: DatabaseHandle, clock: Clock): Promise<Desk> {
  const reference = await referenceOf(handle);
  const rows = (await listReportsToVerify(handle.db)).map(({ report, submittedCells }) => {
    const submittedOn = report.submittedAt ? currentDate(new Date(report.submittedAt), clock.timeZone) : clock.today;
    const verifyBy = verifyByOf(reference, submittedOn);
    const { month, issueId, agencyId } = report;
    const days = workingDaysBetween(verifyBy, clock.today);
    const key = reportKeyOf(report);
    return {
      report,
      waiting: { reportKey: key, issueId, month, agencyId, submittedOn, verifyBy, days, cells: submittedCells },
    };
  });
  return {
    all: rows.map(({ waiting }) => waiting),
    of: (person) =>
      rows
        .filter(({ report }) => whyNotVerify(reference, person, report, report, clock) === null)
        .map(({ waiting }) => waiting),
  };
}
