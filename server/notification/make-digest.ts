import type { DatabaseHandle } from '#db/connection.ts';
import { countOverdueItems } from '#server/action-item/action-item.service.ts';
import { referenceOf } from '#server/reference/reference.service.ts';
import { type Clock, completenessOf, type Desk } from '#server/report/report.service.ts';
import { groupBy } from '#shared/group-by.ts';
import { daysBetween, monthOfDate, previousMonth } from '#shared/month.ts';
import type { OwedReport } from '#shared/notification/who-is-told.ts';
import type { Digest } from '#shared/notification.ts';
import type { CompletenessCell } from '#shared/report/completeness.ts';

/** Where reporting stands: the latest month that is over, and what earlier ones left. */
export async function makeDigest(
  handle: DatabaseHandle,
  clock: Clock,
  { owed, desk }: { owed: readonly OwedReport[]; desk: Pick<Desk, 'all'> },
): Promise<Digest> {
  const month = previousMonth(monthOfDate(clock.today));
  const { cells, agencies } = await completenessOf(handle, [month], clock);
  const reference = await referenceOf(handle);
  const order = new Map(reference.issues.map(({ id }, index) => [id, index]));
  const isMissing = (cell: CompletenessCell) => cell.firstSubmittedAt === null;
  const byAgency = groupBy(cells, (cell) => cell.agencyId);
  const owing = agencies.flatMap(({ id, abbr }) => {
    const missing = (byAgency.get(id) ?? []).filter(isMissing);
    if (missing.length === 0) return [];
    const issueIds = missing
      .map(({ issueId }) => issueId)
      .toSorted((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
    const days = Math.max(0, ...missing.map(({ dueDate }) => daysBetween(dueDate, clock.today)));
    return [{ agencyId: id, agencyAbbr: abbr, issueIds, days }];
  });
  const isOwing = new Set(owing.map(({ agencyId }) => agencyId));
  return {
    date: clock.today,
    month,
    expected: cells.length,
    received: cells.filter((cell) => !isMissing(cell)).length,
    verified: cells.filter(({ state }) => state === 'verified').length,
    reported: agencies.flatMap(({ id, abbr }) => (isOwing.has(id) ? [] : [{ agencyId: id, agencyAbbr: abbr }])),
    owing: owing.toSorted((left, right) => right.days - left.days),
    earlierOwed: owed.filter((report) => report.month < month && report.state !== 'returned').length,
    toVerify: desk.all.length,
    toVerifyLate: desk.all.filter(({ days }) => days > 0).length,
    returned: owed.filter(({ state }) => state === 'returned').length,
    overdueActionItems: await countOverdueItems(handle.db, clock.today),
  };
}
