import type { Insertable } from 'kysely';
import type { EntryCommentTable, ReportTable, RestatementTable } from '#db/schema.ts';
import type { EntryState } from '#shared/entry.ts';
import type { IssueId } from '#shared/indicator.ts';
import { addMonths } from '#shared/month.ts';
import { countCells } from '#shared/report/counters.ts';
import {
  type CellPlace,
  corrections,
  falls,
  findPlace,
  notApplicable,
  pendingCorrections,
  resubmissions,
  returns,
  type SampleState,
  surprises,
} from './blemishes.ts';
import { CellHistory, type EntryRow, type RevisionRow } from './cell-history.ts';
import { randomFor } from './random.ts';
import { daysLater, type ReportSubject, type ReportTimes, stateOfReport, timesOfReport } from './report-plan.ts';
import type { SampleFigures } from './sample-figures.ts';

/** Ids of accounts; who is not named leaves the actor of an event unknown. */
export interface SampleUserIds {
  verifierByIssue?: Partial<Record<IssueId, string>>;
  focalByAgency?: Record<string, string>;
  secretariat?: string;
}

export interface SampleCell {
  indicatorId: string;
  areaId: string;
  /** An official figure that is published already is not reported again. */
  isPublished: boolean;
}

export interface ReportRows {
  report: Insertable<ReportTable>;
  entries: EntryRow[];
  revisions: RevisionRow[];
  comments: Insertable<EntryCommentTable>[];
  /** Without the province's totals, which need all reports of the month. */
  restatements: Insertable<RestatementTable>[];
}

interface Making {
  subject: ReportSubject;
  state: SampleState;
  times: ReportTimes;
  reportId: string;
  figures: SampleFigures;
  author: string | null;
  verifier: string | null;
  makeId: (at: string) => string;
  rows: Pick<ReportRows, 'comments' | 'restatements'>;
}

const anHour = 1 / 24;
/** Cells that somebody forgot, in reports of earlier months. */
const forgottenShare = 0.003;
/** How much of a draft is filled. */
const draftedShare = 0.6;

/** One report with its cells and their history; null where it was never started. */
export function sampleReport(
  subject: ReportSubject,
  cells: readonly SampleCell[],
  setting: { figures: SampleFigures; userIds: SampleUserIds; makeId: (at: string) => string },
): ReportRows | null {
  const state = stateOfReport(subject);
  if (state === 'missing') return null;
  const times = timesOfReport(subject);
  const { makeId, figures, userIds } = setting;
  const coordinator = userIds.verifierByIssue?.[subject.issueId] ?? null;
  const secretariat = userIds.secretariat ?? null;
  const making: Making = {
    subject,
    state,
    times,
    figures,
    makeId,
    reportId: makeId(times.enteredAt),
    author: userIds.focalByAgency?.[subject.agencyId] ?? (subject.isCoordinator ? coordinator : null),
    verifier: subject.isCoordinator ? secretariat : (coordinator ?? secretariat),
    rows: { comments: [], restatements: [] },
  };
  const histories = cells.flatMap((cell) => makeCell(making, cell) ?? []);
  if (histories.length === 0) return null;
  return {
    report: makeReport(making, histories, cells.length),
    entries: histories.map((history) => history.entry),
    revisions: histories.flatMap((history) => history.revisions),
    ...making.rows,
  };
}

function makeCell(making: Making, cell: SampleCell): CellHistory | null {
  const { subject, state, times, author, verifier } = making;
  const { indicatorId, areaId } = cell;
  const start = startOf(making, cell);
  if (!start) return null;
  const place: CellPlace = { indicatorId, areaId, monthsAgo: subject.monthsAgo };
  const value = making.figures.get(indicatorId, areaId, subject.month);
  const correction = findPlace(corrections, place);
  const resubmission = findPlace(resubmissions, place);
  const firstValue = start.kind === 'number' && value !== undefined ? valueAtFirst(making, place, value) : null;
  const history = new CellHistory(
    {
      indicatorId,
      areaId,
      month: subject.month,
      reportId: making.reportId,
      kind: start.kind,
      value: firstValue,
      note: start.note,
      reason: findPlace(falls, place)?.reason ?? null,
      actorId: author,
      at: times.enteredAt,
    },
    making.makeId,
  );
  if (state === 'draft') return history;
  history.submit(author, times.submittedAt);
  if (state === 'submitted') return history;

  const sentBack = findPlace(returns, place);
  if (state === 'returned' && sentBack) {
    history.return(verifier, times.verifiedAt, sentBack.question);
    discuss(making, place, sentBack);
    return history;
  }
  if (resubmission && value !== undefined) resubmit(making, history, value, resubmission);
  history.verify(verifier, resubmission ? daysLater(times.verifiedAt, 4) : times.verifiedAt);
  if (correction && value !== undefined) restate(making, history, value, correction.reason);
  const pending = findPlace(pendingCorrections, place);
  if (pending && value !== undefined) {
    history.change(value + pending.by, author, daysLater(times.verifiedAt, 3), pending.reason);
  }
  return history;
}

const plannedPlaces: readonly (readonly CellPlace[])[] = [
  falls,
  corrections,
  pendingCorrections,
  resubmissions,
  returns,
  surprises,
];

/** What is entered in a cell, or nothing where nobody filled it in. */
function startOf(
  { subject, state, figures }: Making,
  { indicatorId, areaId, isPublished }: SampleCell,
): { kind: 'number' | 'not_applicable'; note: string | null } | null {
  if (isPublished) {
    return { kind: 'not_applicable', note: 'Sudah tersedia sebagai angka terbit; tidak dilaporkan ulang (contoh).' };
  }
  const exempt = notApplicable.find((each) => each.areaId === areaId && each.indicatorIds.includes(indicatorId));
  if (exempt) return { kind: 'not_applicable', note: exempt.note };
  if (figures.get(indicatorId, areaId, subject.month) === undefined) return null;
  const place: CellPlace = { indicatorId, areaId, monthsAgo: subject.monthsAgo };
  const isPlanned = plannedPlaces.some((list) => findPlace(list, place));
  const chance = randomFor(`filled ${indicatorId} ${areaId} ${subject.month}`)();
  if (!isPlanned && (state === 'draft' ? chance > draftedShare : chance < forgottenShare)) return null;
  return { kind: 'number', note: findPlace(surprises, place)?.note ?? null };
}

/** Before its correction a figure lay between last month's and the right one, so that no rule was broken. */
function valueAtFirst({ figures, subject }: Making, place: CellPlace, value: number): number {
  const resubmission = findPlace(resubmissions, place);
  if (resubmission) return value + resubmission.by;
  if (!findPlace(corrections, place)) return value;
  const before = figures.get(place.indicatorId, place.areaId, addMonths(subject.month, -1)) ?? value;
  return Math.min(value - 1, Math.floor((before + value) / 2));
}

function resubmit(
  making: Making,
  history: CellHistory,
  value: number,
  talk: CellPlace & { question: string; answer: string },
): void {
  const { times, author, verifier } = making;
  history.return(verifier, times.verifiedAt, talk.question);
  discuss(making, talk, talk);
  history.change(value, author, daysLater(times.verifiedAt, 2), null);
  history.submit(author, daysLater(times.verifiedAt, 3));
}

function restate(making: Making, history: CellHistory, value: number, reason: string): void {
  const { times, author, verifier, subject } = making;
  const from = history.entry.value ?? null;
  const at = daysLater(times.verifiedAt, 10);
  history.change(value, author, daysLater(times.verifiedAt, 8), reason);
  history.submit(author, daysLater(times.verifiedAt, 9));
  history.verify(verifier, at);
  making.rows.restatements.push({
    id: making.makeId(at),
    indicatorId: history.entry.indicatorId,
    month: subject.month,
    areaId: history.entry.areaId,
    issueId: subject.issueId,
    fromKind: 'number',
    fromValue: from,
    toKind: 'number',
    toValue: value,
    reason,
    actorId: author,
    verifiedById: verifier,
    at,
    provinceBefore: null,
    provinceAfter: null,
  });
}

function discuss(
  { makeId, times, reportId, subject, author, verifier, rows }: Making,
  { indicatorId, areaId }: CellPlace,
  { question, answer }: { question: string; answer: string | null },
): void {
  const say = (kind: 'return' | 'reply', text: string, actorId: string | null, at: string) =>
    rows.comments.push({
      id: makeId(at),
      indicatorId,
      month: subject.month,
      areaId,
      reportId,
      kind,
      text,
      actorId,
      at,
    });
  say('return', question, verifier, times.verifiedAt);
  if (answer) say('reply', answer, author, daysLater(times.verifiedAt, subject.monthsAgo > 1 ? 2 : anHour));
}

function makeReport(making: Making, histories: readonly CellHistory[], expected: number): Insertable<ReportTable> {
  const { subject, state, times, reportId, author, verifier } = making;
  const counters = countCells(
    histories.map((history) => stateOf(history.entry)),
    expected,
  );
  const isSubmitted = state !== 'draft';
  const wasResubmitted = histories.some(({ revisions }) => revisions.some((revision) => revision.action === 'changed'));
  const submittedAt = wasResubmitted ? daysLater(times.verifiedAt, 3) : times.submittedAt;
  const verifiedAt = wasResubmitted ? daysLater(times.verifiedAt, 4) : times.verifiedAt;
  return {
    id: reportId,
    agencyId: subject.agencyId,
    issueId: subject.issueId,
    month: subject.month,
    state: state === 'missing' ? 'draft' : state,
    dueDate: times.dueDate,
    cutOffDate: times.cutOffDate,
    cutOffLabel: null,
    expectedCells: counters.expected,
    filledCells: counters.filled,
    notApplicableCells: counters.notApplicable,
    verifiedCells: counters.verified,
    returnedCells: counters.returned,
    draftCells: counters.edited,
    firstSubmittedAt: isSubmitted ? times.submittedAt : null,
    submittedAt: isSubmitted ? submittedAt : null,
    submittedById: isSubmitted ? author : null,
    verifiedAt: state === 'verified' ? verifiedAt : null,
    verifiedById: state === 'verified' ? verifier : null,
    returnedAt: state === 'returned' ? times.verifiedAt : null,
    returnedById: state === 'returned' ? verifier : null,
    version: Math.max(...histories.map((history) => history.entry.version)),
    isSample: 1,
    createdAt: times.enteredAt,
    updatedAt: isSubmitted ? verifiedAt : times.enteredAt,
  };
}

export function stateOf({ kind, value, status, verifiedKind, verifiedValue }: EntryRow): EntryState {
  return {
    kind,
    value: value ?? null,
    status,
    verifiedKind: verifiedKind ?? null,
    verifiedValue: verifiedValue ?? null,
  };
}
