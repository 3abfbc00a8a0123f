import type { Generated } from 'kysely';
import type { EntryKind, EntryStatus } from '#shared/entry.ts';
import type {
  Aggregation,
  AreaLevel,
  Confidence,
  Direction,
  IssueId,
  Measure,
  Periodicity,
  Stage,
} from '#shared/indicator.ts';
import type {
  ActionItemNoteTable,
  ActionItemTable,
  CalendarFeedTable,
  DecisionTable,
  DeckSlideTable,
  DeckTable,
  EditionPictureTable,
  EditionTable,
  ExportJobTable,
  MeetingAgendaItemTable,
  MeetingAttendanceTable,
  MeetingTable,
} from './schema-briefing.ts';

/**
 * The tables, one interface each. Rules that hold everywhere:
 * ids are text (UUIDv7, or a code where the field has one); instants and dates are ISO text; booleans are 0 | 1;
 * a figure is a scaled integer, `real value × 10^indicator.decimals`; a missing figure is NULL, never 0.
 */
export interface Database {
  issue: IssueTable;
  indicator: IndicatorTable;
  indicator_area: IndicatorAreaTable;
  consistency_rule: ConsistencyRuleTable;
  area: AreaTable;
  area_alias: AreaAliasTable;
  agency: AgencyTable;
  agency_successor: AgencySuccessorTable;
  assignment: AssignmentTable;
  series: SeriesTable;
  published_figure: PublishedFigureTable;
  series_break: SeriesBreakTable;
  target: TargetTable;
  report: ReportTable;
  entry: EntryTable;
  entry_revision: EntryRevisionTable;
  entry_comment: EntryCommentTable;
  restatement: RestatementTable;
  rollup: RollupTable;
  small_win: SmallWinTable;
  small_win_area: SmallWinAreaTable;
  attachment: AttachmentTable;
  deadline: DeadlineTable;
  setting: SettingTable;
  one_time_link: OneTimeLinkTable;
  audit_event: AuditEventTable;
  audit_head: AuditHeadTable;
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  twoFactor: TwoFactorTable;
  rateLimit: RateLimitTable;
  deck: DeckTable;
  deck_slide: DeckSlideTable;
  edition: EditionTable;
  edition_picture: EditionPictureTable;
  meeting: MeetingTable;
  meeting_agenda_item: MeetingAgendaItemTable;
  meeting_attendance: MeetingAttendanceTable;
  decision: DecisionTable;
  action_item: ActionItemTable;
  action_item_note: ActionItemNoteTable;
  calendar_feed: CalendarFeedTable;
  export_job: ExportJobTable;
}

export type Flag = 0 | 1;

export interface IssueTable {
  id: IssueId;
  slug: string;
  nameId: string;
  nameEn: string;
  sortOrder: number;
  /** The monthly figure the task force steers by. */
  headlineIndicatorId: string;
  /** The official outcome that stands beside it, where there is one. */
  outcomeIndicatorId: string | null;
  juklakState: 'none' | 'drafting' | 'issued';
  juklakNote: string | null;
}

export interface IndicatorTable {
  id: string;
  issueId: IssueId;
  nameId: string;
  nameEn: string;
  /** Column heading in the grid and label on charts. */
  shortNameId: string;
  shortNameEn: string;
  unitId: string;
  unitEn: string;
  decimals: number;
  definitionId: string;
  definitionEn: string;
  source: string;
  periodicity: Periodicity;
  /** '' = every month; else the months in which a figure is due, e.g. '03' or '02,08'. */
  expectedMonths: string;
  collectLevel: AreaLevel;
  direction: Direction;
  measure: Measure;
  aggregation: Aggregation;
  /** Set where aggregation is 'ratio': value = numerator / denominator × factor. */
  numeratorId: string | null;
  denominatorId: string | null;
  factor: number | null;
  stage: Stage | null;
  /** 1: a column of the monthly report. 0: only published figures or derived. */
  isReported: Flag;
  allowsNegative: Flag;
  /** Scaled bounds outside which a figure is questioned. */
  plausibleMin: number | null;
  plausibleMax: number | null;
  /** Status thresholds on the share of the planned way, in thousandths. */
  onTrackPermille: number;
  attentionPermille: number;
  sortOrder: number;
  confidence: Confidence;
  isActive: Flag;
  version: number;
}

/** Where an indicator is collected at some areas only (CPI cities); no rows = every area of its level. */
export interface IndicatorAreaTable {
  indicatorId: string;
  areaId: string;
}

export interface ConsistencyRuleTable {
  id: string;
  issueId: IssueId;
  /** Indicator ids joined by '+'. */
  leftIds: string;
  operator: '<=' | '>=' | '==' | '<' | '>';
  rightIds: string;
  rightMonth: 'same' | 'previous';
  severity: 'block' | 'warn';
  requiresReason: Flag;
  messageId: string;
  messageEn: string;
  isActive: Flag;
}

export interface AreaTable {
  /** Kemendagri code, dotted: '76.04.12'. 'ID' is the nation, for comparison only. */
  id: string;
  /** NULL for the nation and for a province: sums stop at the province. */
  parentId: string | null;
  level: AreaLevel;
  name: string;
  /** BPS code without dots, kept apart from the Kemendagri code: the two collide when stripped. */
  bpsCode: string | null;
  kind: 'kabupaten' | 'kota' | 'desa' | 'kelurahan' | null;
  formerName: string | null;
  population: number | null;
  male: number | null;
  female: number | null;
  /** Square metres ÷ 1000, so that 2901.704 km² is exact. */
  areaKm2Milli: number | null;
  regencyCount: number;
  districtCount: number;
  villageCount: number;
  tileRow: number | null;
  tileColumn: number | null;
  isCpiCity: Flag;
  codeVersion: string;
}

export interface AreaAliasTable {
  areaId: string;
  alias: string;
  /** Lower case, letters and digits only. */
  normalized: string;
}

export interface AgencyTable {
  id: string;
  abbr: string;
  name: string;
  type: string;
  validFrom: string;
  /** Last day of existence. */
  validTo: string | null;
  source: string | null;
  confidence: Confidence | null;
  note: string | null;
  version: number;
}

export interface AgencySuccessorTable {
  agencyId: string;
  successorId: string;
  note: string | null;
}

export interface AssignmentTable {
  id: string;
  agencyId: string;
  /** NULL: all issues. */
  issueId: IssueId | null;
  /** NULL: the whole province (an issue's coordinator). */
  areaId: string | null;
  role: 'issue_coordinator' | 'area_owner';
  legalBasis: string | null;
  source: string | null;
  confidence: Confidence | null;
  isSample: Flag;
  validFrom: string;
  /** Last day of validity. */
  validTo: string | null;
  version: number;
  createdAt: string;
}

/** One source's line of one indicator: a survey and a routine count are two series, never one. */
export interface SeriesTable {
  id: string;
  indicatorId: string;
  nameId: string;
  nameEn: string;
  source: string;
  sortOrder: number;
}

export interface PublishedFigureTable {
  id: string;
  seriesId: string;
  indicatorId: string;
  areaId: string;
  month: string;
  /** As the source labels the period: 'Maret 2023', 'SSGI 2022', 'minggu II Agustus 2023'. */
  periodLabel: string;
  value: number | null;
  source: string;
  cutOff: string | null;
  confidence: Confidence | null;
  note: string | null;
  isSample: Flag;
}

export interface SeriesBreakTable {
  id: string;
  indicatorId: string;
  month: string;
  labelId: string;
  labelEn: string;
}

/** A point of the planned path of an indicator for an area; the trajectory is the line through the points. */
export interface TargetTable {
  id: string;
  indicatorId: string;
  areaId: string;
  month: string;
  kind: 'baseline' | 'target';
  value: number;
  /** Band limits, where the direction is 'band'. */
  low: number | null;
  high: number | null;
  legalBasis: string | null;
  source: string | null;
  confidence: Confidence | null;
  isSample: Flag;
  version: number;
  createdAt: string;
  updatedAt: string;
}

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
  action: 'entered' | 'changed' | 'corrected' | 'submitted' | 'verified' | 'returned' | 'moved';
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

/** An exception to the default due day: for an issue, a month, or both. */
export interface DeadlineTable {
  id: string;
  issueId: IssueId | null;
  month: string | null;
  dueDay: number | null;
  dueDate: string | null;
  note: string | null;
  version: number;
  createdAt: string;
}

export interface SettingTable {
  key: string;
  value: string;
  updatedAt: string;
}

export interface OneTimeLinkTable {
  id: string;
  kind: 'setup' | 'invitation' | 'password_reset';
  tokenHash: string;
  email: string | null;
  name: string | null;
  role: string | null;
  agencyId: string | null;
  userId: string | null;
  createdById: string | null;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
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

/** The tables below belong to better-auth, which fixes their column names. */
export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  username: string | null;
  displayUsername: string | null;
  role: string;
  agencyId: string | null;
  locale: string;
  isDisabled: Flag;
  isSample: Flag;
  phone: string | null;
  twoFactorEnabled: Flag | null;
  createdAt: string;
  updatedAt: string;
}

export interface SessionTable {
  id: string;
  token: string;
  userId: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

export interface TwoFactorTable {
  id: string;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: Flag | null;
  failedVerificationCount: number | null;
  lockedUntil: string | null;
}

export interface RateLimitTable {
  id: string;
  key: string;
  count: number;
  lastRequest: number;
}
