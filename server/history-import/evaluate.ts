import { responsibilityFor } from '#server/assignment/assignment.service.ts';
import { type EntryRow, stateOfEntry } from '#server/entry/entry.service.ts';
import { type Reference, successorsOf } from '#server/reference/reference.service.ts';
import type { Clock, ReportRow } from '#server/report/report.service.ts';
import { type EntryState, entryTransitions } from '#shared/entry.ts';
import type { ImportRow, RowOutcome, RowRefusal } from '#shared/history-import.ts';
import { monthOfDate } from '#shared/month.ts';
import { type ReportSubject, reportKeyOf } from '#shared/report.ts';

/** What the database holds of everything that an import may touch. */
export interface Scene {
  reference: Reference;
  clock: Clock;
  /** By `cellId`. */
  entries: ReadonlyMap<string, EntryRow>;
  reportById: ReadonlyMap<string, ReportRow>;
  reportByKey: ReadonlyMap<string, ReportRow>;
  /** Why verified figures are corrected. */
  reason: string | null;
}

/** What would become of one row. */
export interface Verdict {
  row: ImportRow;
  outcome: RowOutcome;
  refusal: RowRefusal | null;
  before: EntryRow | undefined;
  /** The state of the cell afterwards; set exactly where something would be written. */
  after: EntryState | undefined;
  reason: string | null;
  isCorrection: boolean;
  /** The report that holds the cell, or would; null where none does. */
  subject: ReportSubject | null;
}

export function cellId({ indicatorId, month, areaId }: Pick<ImportRow, 'indicatorId' | 'month' | 'areaId'>): string {
  return `${indicatorId} ${month} ${areaId}`;
}

/** Cells for which the file has several figures that are not the same. */
export function findContradictions(rows: readonly ImportRow[]): ReadonlySet<string> {
  const first = new Map<string, ImportRow>();
  const found = new Set<string>();
  for (const row of rows) {
    const id = cellId(row);
    const known = first.get(id);
    if (!known) first.set(id, row);
    else if (known.kind !== row.kind || known.value !== row.value) found.add(id);
  }
  return found;
}

/**
 * Decides on one row; nothing is written. The rules are those of a typed figure that is handed in at once
 * (`entryTransitions`), less the deadline: a history is late by its nature.
 * @param seen cells that earlier rows of the file have decided; the row's own is added
 */
export function evaluateRow(
  scene: Scene,
  row: ImportRow,
  contradictions: ReadonlySet<string>,
  seen: Set<string>,
): Verdict {
  const id = cellId(row);
  const before = scene.entries.get(id);
  const subject = subjectOf(scene, row, before);
  const base = { row, before, subject, after: undefined, reason: null, isCorrection: false };
  const refuse = (refusal: RowRefusal): Verdict => ({ ...base, outcome: 'refused', refusal });
  const same: Verdict = { ...base, outcome: 'same', refusal: null };

  if (row.month > monthOfDate(scene.clock.today)) return refuse('future_month');
  const indicator = scene.reference.indicatorById.get(row.indicatorId);
  if (!indicator) return refuse('not_collected');
  if (
    !before &&
    !responsibilityFor(scene.reference, indicator.issueId, row.month).isCollected(row.indicatorId, row.areaId)
  )
    return refuse('not_collected');
  if (subject === null) return refuse('no_agency');
  if (row.agencyId !== null && !isKin(scene.reference, row.agencyId, subject.agencyId)) return refuse('other_agency');
  if ((row.kind === 'number') !== (row.value !== null)) return refuse('value_invalid');
  if (row.value !== null && row.value < 0 && indicator.allowsNegative === 0) return refuse('negative');
  if (contradictions.has(id)) return refuse('duplicate');
  if (seen.has(id)) return same;
  seen.add(id);

  const isEqual = before?.kind === row.kind && before.value === row.value;
  if (before?.status === 'submitted') return isEqual ? same : refuse('on_desk');
  if (before?.status === 'verified' && isEqual) return same;

  const reason = scene.reason ?? (before?.status === 'verified' ? null : (before?.reason ?? null));
  const saved = entryTransitions.save(before && stateOfEntry(before), { kind: row.kind, value: row.value, reason });
  if (!saved.ok) return refuse(saved.code === 'ENTRY_REASON_REQUIRED' ? 'reason_required' : 'value_invalid');
  const isTakenBack = saved.state.status === 'verified';
  const isCorrection = saved.state.verifiedKind !== null && !isTakenBack;
  if (isCorrection && reason === null) return { ...refuse('reason_required'), isCorrection };
  const submitted = isTakenBack ? saved : entryTransitions.submit(saved.state);
  if (!submitted.ok) return refuse('value_invalid');
  return {
    ...base,
    outcome: before ? 'changed' : 'new',
    refusal: null,
    after: submitted.state,
    reason: isCorrection ? reason : (before?.reason ?? null),
    isCorrection,
  };
}

/** A cell stays in the report that holds it; a new one goes to the agency that was responsible in its month. */
function subjectOf(
  { reference, reportById }: Scene,
  row: ImportRow,
  before: EntryRow | undefined,
): ReportSubject | null {
  if (before) {
    const report = reportById.get(before.reportId);
    return report ? { month: report.month, issueId: report.issueId, agencyId: report.agencyId } : null;
  }
  const issueId = reference.indicatorById.get(row.indicatorId)?.issueId;
  if (issueId === undefined) return null;
  const responsible = responsibilityFor(reference, issueId, row.month).responsibleFor(row.areaId);
  return responsible ? { month: row.month, issueId, agencyId: responsible.agencyId } : null;
}

/** The agency itself, or one that took over from it, or that it took over from. */
function isKin(reference: Reference, named: string, responsible: string): boolean {
  return (
    named === responsible ||
    successorsOf(reference, named).has(responsible) ||
    successorsOf(reference, responsible).has(named)
  );
}

export function subjectKey(verdict: Pick<Verdict, 'subject'>): string | null {
  return verdict.subject && reportKeyOf(verdict.subject);
}
