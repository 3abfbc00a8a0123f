import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DatabaseHandle } from '#db/connection.ts';
import type { Database } from '#db/schema.ts';
import { breathe, type EntryRow } from '#server/entry/entry.service.ts';
import { type Reference, referenceOf } from '#server/reference/reference.service.ts';
import type { Clock, ReportRow } from '#server/report/report.service.ts';
import type { DryRunInput, DryRunOutput, ImportCounts, RowResult, TouchedReport } from '#shared/history-import.ts';
import { reportKeyOf } from '#shared/report.ts';
import { cellId, evaluateRow, findContradictions, type Scene, subjectKey, type Verdict } from './evaluate.ts';
import { listMonthEntries, listMonthReports } from './history-import.queries.ts';

/** What an import would do, with everything that doing it needs. */
export interface Assessment extends DryRunOutput {
  reference: Reference;
  reportByKey: ReadonlyMap<string, ReportRow>;
  verdicts: readonly Verdict[];
}

const ROWS_PER_TURN = 1000;

/** Decides on every row against what `db` holds now; nothing is written. */
export async function assess(
  handle: DatabaseHandle,
  db: Kysely<Database>,
  input: DryRunInput,
  clock: Clock,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Assessment> {
  const reference = await referenceOf(handle, db);
  const scene = await loadScene(db, reference, input, clock);
  const contradictions = findContradictions(input.rows);
  const seen = new Set<string>();
  const verdicts: Verdict[] = [];
  for (const row of input.rows) {
    verdicts.push(evaluateRow(scene, row, contradictions, seen));
    if (verdicts.length % ROWS_PER_TURN !== 0) continue;
    onProgress(verdicts.length, input.rows.length);
    await breathe();
  }
  return { ...summarize(scene, verdicts), verdicts, reference, reportByKey: scene.reportByKey };
}

async function loadScene(
  db: Kysely<Database>,
  reference: Reference,
  { rows, reason }: DryRunInput,
  clock: Clock,
): Promise<Scene> {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const indicatorIds = [...new Set(rows.map(({ indicatorId }) => indicatorId))].sort();
  const wanted = new Set(rows.map(cellId));
  const entries = new Map<string, EntryRow>();
  const reports: ReportRow[] = [];
  for (const month of months) {
    reports.push(...(await listMonthReports(db, { month })));
    for (const entry of await listMonthEntries(db, { indicatorIds }, { month })) {
      const id = cellId(entry);
      if (wanted.has(id)) entries.set(id, entry);
    }
    await breathe();
  }
  return {
    ...{ reference, clock, entries, reason },
    reportById: new Map(reports.map((report) => [report.id, report])),
    reportByKey: new Map(reports.map((report) => [reportKeyOf(report), report])),
  };
}

const noCounts = (): ImportCounts => ({ rows: 0, new: 0, changed: 0, corrections: 0, same: 0, refused: 0 });

function countInto(counts: ImportCounts, { outcome, isCorrection }: Verdict): void {
  counts.rows += 1;
  counts[outcome] += 1;
  if (outcome === 'changed' && isCorrection) counts.corrections += 1;
}

function summarize({ reference, reportByKey }: Scene, verdicts: readonly Verdict[]): DryRunOutput {
  const counts = noCounts();
  const byKey = new Map<string, TouchedReport>();
  for (const verdict of verdicts) {
    countInto(counts, verdict);
    const { subject } = verdict;
    const key = subjectKey(verdict);
    if (subject === null || key === null) continue;
    const known = reportByKey.get(key);
    const agency = reference.agencyById.get(subject.agencyId);
    const touched = byKey.get(key) ?? {
      reportKey: key,
      month: subject.month,
      issueId: subject.issueId,
      agency: {
        id: subject.agencyId,
        abbr: agency?.abbr ?? subject.agencyId,
        name: agency?.name ?? subject.agencyId,
      },
      effect: 'none',
      isHandedIn: false,
      counts: noCounts(),
    };
    countInto(touched.counts, verdict);
    if (verdict.after) {
      touched.effect = known ? 'changed' : 'begun';
      touched.isHandedIn ||= known?.state === 'draft' && verdict.after.status === 'submitted';
    }
    byKey.set(key, touched);
  }
  const reports = [...byKey.values()].sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  const indexOf = new Map(reports.map(({ reportKey }, index) => [reportKey, index]));
  const rows = verdicts.map((verdict): RowResult => {
    const { outcome, refusal, before, isCorrection } = verdict;
    const from = before ? { kind: before.kind, value: before.value, status: before.status } : null;
    return { outcome, refusal, from, isCorrection, report: indexOf.get(subjectKey(verdict) ?? '') ?? null };
  });
  return { fingerprint: fingerprintOf(verdicts, reports), counts, reports, rows };
}

function orderOf({ month, issueId, agency }: TouchedReport): string {
  return `${month} ${issueId} ${agency.abbr} ${agency.id}`;
}

/** SHA-256 over every row with what would become of it, from what: another state of the data gives another one. */
function fingerprintOf(verdicts: readonly Verdict[], reports: readonly TouchedReport[]): string {
  const hash = createHash('sha256');
  for (const { row, outcome, refusal, before, after, reason, subject } of verdicts) {
    const { month, areaId, indicatorId, kind, value, note, source } = row;
    const from = before && [before.kind, before.value, before.status, before.verifiedKind, before.verifiedValue];
    const line = [month, areaId, indicatorId, kind, value, note, source, outcome, refusal, from ?? null];
    hash.update(`${JSON.stringify([...line, after?.status ?? null, reason, subject?.agencyId ?? null])}\n`);
  }
  for (const { reportKey, effect, isHandedIn } of reports) {
    hash.update(`${JSON.stringify([reportKey, effect, isHandedIn])}\n`);
  }
  return hash.digest('hex');
}
