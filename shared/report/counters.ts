import type { EntryState } from '#shared/entry.ts';
import type { ReportCounters } from '#shared/report.ts';

/** What one cell adds to its report's counters. A cell said to be not reported is missing, whatever its status. */
export type CounterPart = Omit<ReportCounters, 'expected'>;

export function counterPart(entry: EntryState | undefined): CounterPart {
  const isHeld = entry !== undefined && entry.kind !== 'not_reported';
  return {
    filled: entry?.kind === 'number' ? 1 : 0,
    notApplicable: entry?.kind === 'not_applicable' ? 1 : 0,
    verified: isHeld && entry.status === 'verified' ? 1 : 0,
    returned: entry?.status === 'returned' ? 1 : 0,
    edited: entry?.status === 'draft' ? 1 : 0,
  };
}

export function counterDelta(before: EntryState | undefined, after: EntryState | undefined): CounterPart {
  const [from, to] = [counterPart(before), counterPart(after)];
  return {
    filled: to.filled - from.filled,
    notApplicable: to.notApplicable - from.notApplicable,
    verified: to.verified - from.verified,
    returned: to.returned - from.returned,
    edited: to.edited - from.edited,
  };
}

export function addCounters(counters: ReportCounters, part: CounterPart): ReportCounters {
  return {
    expected: counters.expected,
    filled: counters.filled + part.filled,
    notApplicable: counters.notApplicable + part.notApplicable,
    verified: counters.verified + part.verified,
    returned: counters.returned + part.returned,
    edited: counters.edited + part.edited,
  };
}

/** The slow truth that the stored counters must equal. */
export function countCells(entries: Iterable<EntryState>, expected: number): ReportCounters {
  let counters: ReportCounters = { expected, filled: 0, notApplicable: 0, verified: 0, returned: 0, edited: 0 };
  for (const entry of entries) counters = addCounters(counters, counterPart(entry));
  return counters;
}
