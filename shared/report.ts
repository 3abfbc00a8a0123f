import { z } from 'zod';
import { entryKindSchema, entryStatusSchema } from '#shared/entry-schema.ts';
import { errorCodes } from '#shared/error-codes.ts';
import {
  aggregationSchema,
  areaLevelSchema,
  directionSchema,
  type IssueId,
  indicatorWordsSchema,
  issueIdSchema,
  issueIds,
  measureSchema,
  stageSchema,
} from '#shared/indicator.ts';
import type { Month } from '#shared/month.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { reportFindingSchema } from '#shared/report/finding.ts';
import { largestFigure } from '#shared/scale.ts';

export const reportStates = ['draft', 'submitted', 'verified', 'returned'] as const;
export const reportStateSchema = z.enum(reportStates);
export type ReportState = z.infer<typeof reportStateSchema>;

/** What a list shows: a report that nobody has opened has no row, and is due all the same. */
export const listedReportStates = ['not_started', ...reportStates] as const;
export const listedReportStateSchema = z.enum(listedReportStates);
export type ListedReportState = z.infer<typeof listedReportStateSchema>;

const reportKeyPattern = new RegExp(`^(\\d{4}-(?:0[1-9]|1[0-2]))_(${issueIds.join('|')})_(.+)$`);

/** A report by what it is about, `2023-08_ST_biro-hukum`: it names a report that nobody has started, too. */
export const reportKeySchema = z.string().max(200).regex(reportKeyPattern);

export type ReportSubject = { month: Month; issueId: IssueId; agencyId: string };

export function reportKeyOf({ month, issueId, agencyId }: ReportSubject): string {
  return `${month}_${issueId}_${agencyId}`;
}

/** @throws RangeError when the text is not a report key */
export function parseReportKey(reportKey: string): ReportSubject {
  const [, month, issueId, agencyId] = reportKeyPattern.exec(reportKey) ?? [];
  const issue = issueIdSchema.safeParse(issueId);
  if (month === undefined || agencyId === undefined || !issue.success) throw new RangeError('not a report key');
  return { month, issueId: issue.data, agencyId };
}

export const dateSchema = z.iso.date();
/** A scaled integer: real value × 10^decimals of its indicator. */
export const scaledSchema = z.int();
export const errorCodeSchema = z.enum(Object.keys(errorCodes) as [keyof typeof errorCodes]);

export const cellRefSchema = z.object({ indicatorId: z.string().min(1), areaId: z.string().min(1) });
export type CellRef = z.infer<typeof cellRefSchema>;

/** Counted from the cells. Missing = expected − filled − notApplicable; a draft figure is filled. */
export const reportCountersSchema = z.object({
  expected: z.int(),
  /** Cells that hold a number, 0 included. */
  filled: z.int(),
  notApplicable: z.int(),
  verified: z.int(),
  returned: z.int(),
  /** Drafts: changed and not yet handed in. */
  edited: z.int(),
});
export type ReportCounters = z.infer<typeof reportCountersSchema>;

export const agencyRefSchema = z.object({ id: z.string(), abbr: z.string(), name: z.string() });
export type AgencyRef = z.infer<typeof agencyRefSchema>;

export const reportHeadSchema = z.object({
  reportKey: z.string(),
  agency: agencyRefSchema,
  issueId: issueIdSchema,
  month: monthSchema,
  state: listedReportStateSchema,
  /** 0 while the report has no row. Grows with every change of the report or of one of its cells. */
  version: z.int(),
  dueDate: dateSchema,
  /** Days past the deadline without a submission; 0 when submitted, verified or not yet due. */
  daysOverdue: z.int(),
  /** The deadline lies back further than figures are taken (`#shared/report/lock.ts`). */
  isLocked: z.boolean(),
  cutOffDate: z.string().nullable(),
  cutOffLabel: z.string().nullable(),
  counters: reportCountersSchema,
  /** A submitted or verified report holds drafts: late figures or corrections that are not yet handed in. */
  hasPendingCorrections: z.boolean(),
  firstSubmittedAt: z.string().nullable(),
  submittedAt: z.string().nullable(),
  submittedByName: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  verifiedByName: z.string().nullable(),
  returnedAt: z.string().nullable(),
  returnedByName: z.string().nullable(),
  isSample: z.boolean(),
});
export type ReportHead = z.infer<typeof reportHeadSchema>;

/** What this person may do with this report now; where not, the error code whose sentence says why. */
export const reportPermissionsSchema = z.object({
  canEdit: z.boolean(),
  whyNotEdit: errorCodeSchema.nullable(),
  canSubmit: z.boolean(),
  whyNotSubmit: errorCodeSchema.nullable(),
  canVerify: z.boolean(),
  whyNotVerify: errorCodeSchema.nullable(),
  canReply: z.boolean(),
});
export type ReportPermissions = z.infer<typeof reportPermissionsSchema>;

export const gridAreaSchema = z.object({
  id: z.string(),
  name: z.string(),
  level: areaLevelSchema,
  parentId: z.string().nullable(),
  parentName: z.string().nullable(),
  /** Other spellings, for matching pasted rows. */
  aliases: z.array(z.string()),
  /** The cells of this row that belong to the report; every other column is not collected here, or not by this agency. */
  indicatorIds: z.array(z.string()),
});
export type GridArea = z.infer<typeof gridAreaSchema>;

export const gridIndicatorSchema = indicatorWordsSchema.extend({
  definitionId: z.string(),
  definitionEn: z.string(),
  source: z.string(),
  measure: measureSchema,
  aggregation: aggregationSchema,
  direction: directionSchema,
  stage: stageSchema.nullable(),
  allowsNegative: z.boolean(),
  /** Scaled. Outside it a figure is questioned, never refused. */
  plausibleMin: z.number().nullable(),
  plausibleMax: z.number().nullable(),
});
export type GridIndicator = z.infer<typeof gridIndicatorSchema>;

/** A column that nobody types. `remaining` and `share` name a formula of `#shared/cascade.ts`. */
export const derivedColumnSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remaining'), formula: z.string() }),
  z.object({ kind: z.literal('share'), formula: z.string() }),
  z.object({
    kind: z.literal('ratio'),
    indicator: gridIndicatorSchema,
    numeratorId: z.string(),
    denominatorId: z.string(),
    factor: z.number(),
  }),
]);
export type DerivedColumn = z.infer<typeof derivedColumnSchema>;

export const gridCellSchema = cellRefSchema.extend({
  kind: entryKindSchema,
  value: scaledSchema.nullable(),
  status: entryStatusSchema,
  verifiedKind: entryKindSchema.nullable(),
  verifiedValue: scaledSchema.nullable(),
  version: z.int(),
  note: z.string().nullable(),
  source: z.string().nullable(),
  reason: z.string().nullable(),
  isSample: z.boolean(),
  enteredAt: z.string(),
  enteredByName: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  verifiedByName: z.string().nullable(),
});
export type GridCell = z.infer<typeof gridCellSchema>;

/** Last month's cell beside this month's, whoever was responsible then. */
export const previousCellSchema = cellRefSchema.extend({
  kind: entryKindSchema,
  value: scaledSchema.nullable(),
  status: entryStatusSchema,
});
export type PreviousCell = z.infer<typeof previousCellSchema>;

/** The last figure before last month, of a cumulative cell that has none then: what a fall is measured against. */
export const earlierCellSchema = cellRefSchema.extend({ month: monthSchema, value: scaledSchema });
export type EarlierCell = z.infer<typeof earlierCellSchema>;

export const cellCommentSchema = cellRefSchema.extend({
  id: z.string(),
  kind: z.enum(['return', 'reply']),
  text: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  at: z.string(),
});
export type CellComment = z.infer<typeof cellCommentSchema>;

export const gridRuleSchema = z.object({
  id: z.string(),
  issueId: issueIdSchema,
  left: z.array(z.string()),
  operator: z.enum(['<=', '>=', '==', '<', '>']),
  right: z.array(z.string()),
  rightMonth: z.enum(['same', 'previous']),
  severity: z.enum(['block', 'warn']),
  requiresReason: z.boolean(),
  messageId: z.string(),
  messageEn: z.string(),
});

export const getReportInput = z.object({ reportKey: reportKeySchema });

export const reportGridSchema = z.object({
  report: reportHeadSchema,
  permissions: reportPermissionsSchema,
  previousMonth: monthSchema,
  /** Rows in the order of their codes, wide areas first. */
  areas: z.array(gridAreaSchema),
  /** Columns in the order of the cascade, then of the indicators. */
  indicators: z.array(gridIndicatorSchema),
  derived: z.array(derivedColumnSchema),
  /** Only cells that somebody has filled; a cell without one has never been touched (version 0). */
  cells: z.array(gridCellSchema),
  previousCells: z.array(previousCellSchema),
  earlierCells: z.array(earlierCellSchema),
  comments: z.array(cellCommentSchema),
  rules: z.array(gridRuleSchema),
  /** What `submit` would find now. */
  findings: z.array(reportFindingSchema),
  /** A figure within this share of last month's may be verified in bulk. */
  inRangePercent: z.number(),
});
export type ReportGrid = z.infer<typeof reportGridSchema>;

/** Left out: kept as it is. Null or empty: taken away. */
const cellText = z.string().trim().max(2000).nullable().optional();

const figureInput = scaledSchema.min(-largestFigure, 'TOO_LARGE').max(largestFigure, 'TOO_LARGE');

export const saveEntryInput = cellRefSchema.extend({
  reportKey: reportKeySchema,
  kind: entryKindSchema,
  value: figureInput.nullable(),
  note: cellText,
  source: cellText,
  reason: cellText,
  /** The version of the cell that the person saw; 0 for a cell that was never touched. */
  baseVersion: z.int().min(0),
  /** Made when it was typed: what has one id is written once, however often it is sent. */
  changeId: z.uuid().optional(),
});
export type SaveEntryInput = z.infer<typeof saveEntryInput>;

/** A figure that lost a conflict: the cell stays as it is, and the figure is kept among its revisions. */
export const setAsideInput = cellRefSchema.extend({
  reportKey: reportKeySchema,
  kind: entryKindSchema,
  value: figureInput.nullable(),
  note: cellText,
  source: cellText,
  reason: cellText,
  changeId: z.uuid(),
});
export type SetAsideInput = z.infer<typeof setAsideInput>;

/** The cell as it stands. */
export const setAsideOutput = z.object({ cell: gridCellSchema.nullable() });
export type SetAsideOutput = z.infer<typeof setAsideOutput>;

/** What cells held at an earlier version: what two people who changed them had both seen. */
export const figuresAtInput = z.object({
  reportKey: reportKeySchema,
  cells: z
    .array(cellRefSchema.extend({ version: z.int().min(1) }))
    .min(1)
    .max(500),
});
export type FiguresAtInput = z.infer<typeof figuresAtInput>;

/** A version that no revision tells of is left out. */
export const figuresAtOutput = z.array(
  cellRefSchema.extend({ version: z.int(), kind: entryKindSchema, value: scaledSchema.nullable() }),
);
export type FigureAt = z.infer<typeof figuresAtOutput>[number];

/** The part of a report's head that changes with a cell. */
export const reportProgressSchema = reportHeadSchema.pick({
  state: true,
  version: true,
  counters: true,
  hasPendingCorrections: true,
});
export type ReportProgress = z.infer<typeof reportProgressSchema>;

export const saveEntryOutput = z.object({
  cell: gridCellSchema,
  /** All findings of the cell's row after the save. */
  findings: z.array(reportFindingSchema),
  report: reportProgressSchema,
});
export type SaveEntryOutput = z.infer<typeof saveEntryOutput>;

const versioned = { reportKey: reportKeySchema, expectedVersion: z.int().min(0) };

export const setCutOffInput = z.object({
  ...versioned,
  cutOffDate: dateSchema.nullable(),
  cutOffLabel: z.string().trim().max(200).nullable(),
});
export type SetCutOffInput = z.infer<typeof setCutOffInput>;

export const submitReportInput = z.object({
  ...versioned,
  /** The person has seen what is missing and hands the report in without it. */
  acceptMissing: z.boolean().default(false),
  /** Made when "submit" was pressed: what has one id is handed in once, however often it is sent. */
  submissionId: z.uuid().optional(),
});
export type SubmitReportInput = z.infer<typeof submitReportInput>;

export const reportSummarySchema = z.object({
  counters: reportCountersSchema,
  /** Cells of the report without a number and not marked as not applicable. */
  missing: z.array(cellRefSchema),
  /** Cells that would be handed in. */
  toSubmit: z.int(),
  /** Of these, corrections of verified figures. */
  corrections: z.int(),
  /** Rules that must hold before submission. */
  blocked: z.array(reportFindingSchema),
  /** Findings that are accepted once the cell says why. */
  reasonMissing: z.array(reportFindingSchema),
  /** Findings that a reason explains. */
  explained: z.array(reportFindingSchema),
  warned: z.array(reportFindingSchema),
  /** Whether `submit` would accept it; missing cells alone do not prevent it. */
  canSubmit: z.boolean(),
});
export type ReportSummary = z.infer<typeof reportSummarySchema>;

export const submitReportOutput = z.object({ report: reportProgressSchema, summary: reportSummarySchema });

const seenCell = cellRefSchema.extend({
  /** The version that the verifier saw. */
  version: z.int().min(1),
});

export const verifyCellsInput = z.object({ reportKey: reportKeySchema, cells: z.array(seenCell).min(1).max(5000) });
export type VerifyCellsInput = z.infer<typeof verifyCellsInput>;

export const verifyAllInput = z.object({ ...versioned });
export type VerifyAllInput = z.infer<typeof verifyAllInput>;

export const verifyOutput = z.object({
  report: reportProgressSchema,
  verified: z.int(),
  /** Submitted cells that still wait for a look. */
  left: z.array(cellRefSchema),
});

export const returnCellsInput = z.object({
  reportKey: reportKeySchema,
  cells: z
    .array(seenCell.extend({ reason: z.string().trim().min(1).max(2000) }))
    .min(1)
    .max(5000),
});
export type ReturnCellsInput = z.infer<typeof returnCellsInput>;

export const returnOutput = z.object({ report: reportProgressSchema, returned: z.int() });

export const replyInput = cellRefSchema.extend({
  reportKey: reportKeySchema,
  text: z.string().trim().min(1).max(2000),
});
export type ReplyInput = z.infer<typeof replyInput>;
