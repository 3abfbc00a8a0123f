import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#server/context.ts';
import { tellSettled } from '#server/notification/settled-notice.service.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import { reportKeyOf } from '#shared/report.ts';
import type { Clock } from './clock.ts';
import { heirsOf } from './heirs.ts';
import type { ReportRow } from './report.queries.ts';

/** Tells those who entered and handed in a report, and their colleagues, that it was returned or verified. */
export function tellAuthors(
  trx: Transaction<Database>,
  reference: Reference,
  settled: {
    kind: 'returned' | 'verified';
    report: ReportRow;
    /** The cells it is about, as they were entered. */
    entries: readonly { enteredById: string | null }[];
    actor: Actor;
    at: string;
  },
  clock: Clock,
): Promise<void> {
  const { kind, report, entries, actor, at } = settled;
  const { month, issueId, agencyId } = report;
  return tellSettled(trx, {
    kind,
    at,
    reportKey: reportKeyOf(report),
    month,
    issueId,
    agencyId,
    cells: kind === 'returned' ? report.returnedCells : report.verifiedCells,
    byId: actor.id,
    authorIds: [report.submittedById, ...entries.map(({ enteredById }) => enteredById)],
    agencyIds: [agencyId, ...heirsOf(reference, report, clock)],
  });
}
