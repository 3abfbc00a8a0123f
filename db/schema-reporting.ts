import type { Generated } from 'kysely';
import type { EntryKind, EntryStatus } from '#shared/entry.ts';
import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import type { Flag } from './schema.ts';

export interface ReportTable {
  id: string;
  agencyId: string;
  issueId: IssueId;
  month: string;
  state: 'draft' | 'submitted' | 'verified' | 'returned';
  dueDate: string;
  cutOffDate: string | null;
  cutOffLabel: string | null;
  /** Counters of the report's cells, kept in the same transaction as the cells. */
  expectedCells: number;
  filledCells: number;
  notApplicableCells: number;
  verifiedCells: number;
  returnedCells: number;
  /** Cells changed and not yet handed in (drafts). */
  draftCells: Generated<number>;
  firstSubmittedAt: string | null;
  submittedAt: string | null;
  submittedById: string | null;
  /** The id that the last submission was asked with. */
  submissionId: string | null;
  verifiedAt: string | null;
  verifiedById: string | null;
  returnedAt: string | null;
  returnedById: string | null;
  version: number;
  isSample: Flag;
  createdAt: string;
  updatedAt: string;
}

export interface EntryTable {
  indicatorId: string;
  month: string;
  areaId: string;
  reportId: string;
  kind: EntryKind;
  value: number | null;
  status: EntryStatus;
  /** What the last verification passed; NULL before the first. */
  verifiedKind: EntryKind | null;
  verifiedValue: number | null;
  version: number;
  note: string | null;
  source: string | null;
  /** Given where a rule asks for one, and for every correction. */
  reason: string | null;
  isSample: Flag;
  enteredById: string | null;
  enteredAt: string;
  verifiedById: string | null;
  verifiedAt: string | null;
}

/** Append-only. */
export interface EntryRevisionTable {
  id: string;
  indicatorId: string;
  month: string;
  areaId: string;
  version: number;
  action:
    | 'entered'
    | 'changed'
    | 'corrected'
    | 'submitted'
    | 'verified'
    | 'returned'
    | 'moved'
    | 'set_aside'
    | 'imported';
  fromKind: EntryKind | null;
  fromValue: number | null;
  toKind: EntryKind;
  toValue: number | null;
  reason: string | null;
  note: string | null;
  source: string | null;
  actorId: string | null;
  at: string;
}

export interface EntryCommentTable {
  id: string;
  indicatorId: string;
  month: string;
  areaId: string;
  reportId: string;
  kind: 'return' | 'reply';
  text: string;
  actorId: string | null;
  at: string;
}

/** A verified figure that was changed and verified again: what, by whom, why, and what it did to the province's total. */
export interface RestatementTable {
  id: string;
  indicatorId: string;
  month: string;
  areaId: string;
  issueId: IssueId;
  fromKind: EntryKind;
  fromValue: number | null;
  toKind: EntryKind;
  toValue: number | null;
  reason: string;
  actorId: string | null;
  verifiedById: string | null;
  at: string;
  /** Scaled province totals; NULL where the indicator is not additive. */
  provinceBefore: number | null;
  provinceAfter: number | null;
}

/** Kept in the entry's transaction; keyed in the order of the read: one indicator, the children of one area, a span of months. */
export interface RollupTable {
  indicatorId: string;
  /** '' for a province. */
  parentId: string;
  month: string;
  areaId: string;
  level: AreaLevel;
  verifiedSum: number;
  verifiedHeld: number;
  verifiedNa: number;
  submittedSum: number;
  submittedHeld: number;
  submittedNa: number;
  /** How many of the held cells are sample data. */
  sampleHeld: number;
  expected: number;
}

export interface SmallWinTable {
  id: string;
  issueId: IssueId;
  title: string;
  story: string;
  date: string;
  news: 'good' | 'bad';
  state: 'draft' | 'submitted' | 'returned' | 'verified' | 'published';
  /** The cell the claimed figure is about. */
  indicatorId: string | null;
  areaId: string | null;
  month: string | null;
  claimedValue: number | null;
  agencyId: string | null;
  returnReason: string | null;
  createdById: string | null;
  submittedAt: string | null;
  verifiedById: string | null;
  verifiedAt: string | null;
  publishedById: string | null;
  publishedAt: string | null;
  isSample: Flag;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface SmallWinAreaTable {
  smallWinId: string;
  areaId: string;
}

export interface AttachmentTable {
  id: string;
  subjectType: string;
  subjectId: string;
  fileName: string;
  contentType: string;
  byteSize: number;
  sha256: string;
  /** Path below the data folder's files/. */
  storageKey: string;
  width: number | null;
  height: number | null;
  createdById: string | null;
  createdAt: string;
}

/** Append-only; each row's hash covers the row and the hash before it. */
export interface AuditEventTable {
  seq: number;
  at: string;
  actorId: string | null;
  event: string;
  subjectType: string;
  subjectId: string;
  /** JSON text. */
  data: string;
  prevHash: string;
  hash: string;
}

/** One row: the end of the audit chain, and a number that grows with every change of the data people look at. */
export interface AuditHeadTable {
  id: number;
  seq: number;
  hash: string;
  dataVersion: number;
  updatedAt: string;
}
