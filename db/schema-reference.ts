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
import type { Flag } from './schema.ts';

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
