import type { EntryKind } from '#shared/entry.ts';
import type { AreaLevel, IssueId } from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import type { MatchArea } from './area-index.ts';
import type { UnreadableCode } from './cell-form.ts';
import type { LayoutProblem } from './history-layout.ts';
import type { MatchIndicator } from './match-columns.ts';
import type { CellReading, QuestionTopic, RawCell, Settlement } from './read-cells.ts';

export type HistoryIndicator = MatchIndicator & {
  issueId: IssueId;
  decimals: number;
  allowsNegative: boolean;
  /** Of the areas where it is collected. */
  levels: readonly AreaLevel[];
};

/** What a history may speak of. */
export type HistoryContext = {
  areas: readonly MatchArea[];
  indicators: readonly HistoryIndicator[];
  issues: readonly { id: IssueId; slug: string; nameId: string; nameEn: string }[];
  agencies: readonly { id: string; abbr: string; name: string }[];
};

/** A sheet as it comes from a file; hidden rows may be left out, so each row says which one it is. */
export type HistorySheet = { rows: readonly (readonly RawCell[])[]; rowNumbers?: readonly number[] };

export type HistoryFigure = {
  /** As the spreadsheet counts, from 1. */
  row: number;
  month: Month;
  areaId: string;
  indicatorId: string;
  kind: EntryKind;
  /** Scaled; a number exactly when `kind` is `number`. */
  value: number | null;
  note: string | null;
  source: string | null;
  /** The agency that the row names; only compared with the one that is responsible. */
  agencyId: string | null;
};

export const historyProblemCodes = [
  'month_missing',
  'month_unreadable',
  'month_without_year',
  'area_missing',
  'area_unknown',
  'total_row',
  'indicator_missing',
  'indicator_unknown',
  'indicator_contradiction',
  'issue_unknown',
  'agency_unknown',
  'left_out',
] as const;
export type HistoryProblemCode = (typeof historyProblemCodes)[number] | UnreadableCode;

/** A figure that cannot be imported as it stands; the others go on. */
export type HistoryProblem = { row: number; code: HistoryProblemCode; text: string };

/**
 * `area`, `code_scheme` – as for a pasted sheet; `indicator` – a name that several indicators have; `column` – a title
 * that several have; `sheet_indicator` – figures of an indicator that the file does not name; `month_order` – whether day
 * or month comes first; the others as `readCells` asks them.
 */
export type HistoryTopic =
  | 'area'
  | 'code_scheme'
  | 'indicator'
  | 'column'
  | 'sheet_indicator'
  | 'month_order'
  | QuestionTopic;

export type HistoryChoice =
  | { id: string; kind: 'area'; areaId: string }
  | { id: string; kind: 'scheme'; areaId: string | null }
  | { id: string; kind: 'indicator'; indicatorId: string }
  | { id: string; kind: 'month'; month: Month }
  | { id: string; kind: 'reading'; reading: CellReading }
  | { id: 'leave_out'; kind: 'leave_out' };

export type HistoryQuestion = {
  id: string;
  topic: HistoryTopic;
  /** As it is written in the file. */
  sample: string;
  sign: '.' | ',' | null;
  /** Of the sample, where it is a figure. */
  indicatorId: string | null;
  /** The first row that waits for the answer. */
  row: number;
  /** How many figures wait. */
  count: number;
  choices: HistoryChoice[];
};

export type HistoryPlan = {
  /** Set where nothing can be read; all lists are empty then. */
  fileProblem: LayoutProblem | null;
  figures: HistoryFigure[];
  questions: HistoryQuestion[];
  problems: HistoryProblem[];
  /** Titles of columns that are not imported. */
  unknownColumns: { column: number; title: string }[];
  settled: (Settlement & { indicatorId: string })[];
  /** The year taken from the titles, where the header names months alone. */
  titleYear: number | null;
  hasAgencyColumn: boolean;
  /** Figures that wait for an answer. */
  waiting: number;
  /** Rows below the header that hold no figure. */
  blankRows: number;
};

/** By question. */
export type HistoryAnswers = Readonly<Record<string, string>>;
