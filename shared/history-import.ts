import { z } from 'zod';
import { entryKindSchema, entryStatusSchema } from '#shared/entry-schema.ts';
import { areaLevelSchema, indicatorWordsSchema, issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { scaledSchema } from '#shared/report.ts';
import { largestFigure } from '#shared/scale.ts';

/** The most figures that one import takes. */
export const mostImportRows = 20_000;
/** Room for that many rows with notes. */
export const mostImportBytes = 12_000_000;

export const dryRunPath = '/api/history-import/dry-run';
export const applyPath = '/api/history-import/apply';

const text = z.string().trim().min(1).max(2000).nullable();

export const importRowSchema = z.object({
  /** As the spreadsheet counts it. */
  row: z.int().min(1),
  month: monthSchema,
  areaId: z.string().min(1).max(20),
  indicatorId: z.string().min(1).max(60),
  kind: entryKindSchema,
  value: scaledSchema.min(-largestFigure).max(largestFigure).nullable(),
  note: text,
  source: text,
  /** Compared with the agency that is responsible; null: not named. */
  agencyId: z.string().min(1).max(100).nullable(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const dryRunInput = z.object({
  fileName: z.string().trim().min(1).max(200),
  /** Why verified figures are corrected; without it such rows are refused. */
  reason: text,
  rows: z.array(importRowSchema).min(1).max(mostImportRows),
});
export type DryRunInput = z.infer<typeof dryRunInput>;

export const applyInput = dryRunInput.extend({
  /** Made by the page: what is asked again with the same id is done once. */
  importId: z.uuid(),
  /** Of the dry run that the person has seen. */
  fingerprint: z.string().length(64),
});
export type ApplyInput = z.infer<typeof applyInput>;

/**
 * `on_desk` – the cell waits for a verifier with another figure; `duplicate` – the file has several figures for the cell;
 * `reason_required` – the figure is verified and no reason for its correction was given; `other_agency` – the row names
 * another agency than the one that was responsible.
 */
export const rowRefusals = [
  'future_month',
  'not_collected',
  'no_agency',
  'other_agency',
  'on_desk',
  'negative',
  'value_invalid',
  'reason_required',
  'duplicate',
] as const;
export const rowRefusalSchema = z.enum(rowRefusals);
export type RowRefusal = z.infer<typeof rowRefusalSchema>;

/** `same`: nothing would be written. */
export const rowOutcomes = ['new', 'changed', 'same', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const rowResultSchema = z.object({
  outcome: z.enum(rowOutcomes),
  refusal: rowRefusalSchema.nullable(),
  /** What the cell holds now; null where nobody has touched it. */
  from: z.object({ kind: entryKindSchema, value: scaledSchema.nullable(), status: entryStatusSchema }).nullable(),
  /** A verified figure that would be another one. */
  isCorrection: z.boolean(),
  /** Of `reports`; null where the figure belongs to none. */
  report: z.int().nullable(),
});
export type RowResult = z.infer<typeof rowResultSchema>;

export const importCountsSchema = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  /** Part of `changed`. */
  corrections: z.int(),
  same: z.int(),
  refused: z.int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const touchedReportSchema = z.object({
  reportKey: z.string(),
  month: monthSchema,
  issueId: issueIdSchema,
  agency: z.object({ id: z.string(), abbr: z.string(), name: z.string() }),
  /** `none`: all of its rows are as they are, or refused. */
  effect: z.enum(['begun', 'changed', 'none']),
  /** Begun before and not handed in yet: the import hands it in. */
  isHandedIn: z.boolean(),
  counts: importCountsSchema,
});
export type TouchedReport = z.infer<typeof touchedReportSchema>;

export const dryRunOutput = z.object({
  /** Of everything that the import would do: while it stays the same, so does what is shown here. */
  fingerprint: z.string(),
  counts: importCountsSchema,
  /** By month, issue and agency. */
  reports: z.array(touchedReportSchema),
  /** In the order of the rows that were sent. */
  rows: z.array(rowResultSchema),
});
export type DryRunOutput = z.infer<typeof dryRunOutput>;

export const importedReportSchema = z.object({
  reportKey: z.string(),
  month: monthSchema,
  issueId: issueIdSchema,
  agency: z.object({ id: z.string(), abbr: z.string(), name: z.string() }),
  new: z.int(),
  changed: z.int(),
});
export type ImportedReport = z.infer<typeof importedReportSchema>;

export const importResultSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  at: z.string(),
  byName: z.string().nullable(),
  fromMonth: monthSchema,
  toMonth: monthSchema,
  counts: importCountsSchema,
  reports: z.array(importedReportSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** `waiting` – for other writers; `saving` – until it is on disk. */
export const importSteps = ['waiting', 'checking', 'writing', 'summing', 'saving'] as const;
export type ImportStep = (typeof importSteps)[number];

const errorSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  fields: z.record(z.string(), z.string()),
});

/** The lines of the answer to `apply`, JSON each; the last is the result or the error. */
export const applyLineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), step: z.enum(importSteps), done: z.int(), total: z.int() }),
  /** `wasDone`: an earlier request with this id did it; this one has written nothing. */
  z.object({ type: z.literal('done'), wasDone: z.boolean(), result: importResultSchema }),
  z.object({ type: z.literal('error'), error: errorSchema }),
]);
export type ApplyLine = z.infer<typeof applyLineSchema>;

export const getImportInput = z.object({ id: z.uuid() });

export const listImportsOutput = z.array(importResultSchema.omit({ reports: true }).extend({ reportCount: z.int() }));
export type ListedImport = z.infer<typeof listImportsOutput>[number];

/** What files are read with (`HistoryContext`), and the last month that may be imported. */
export const importContextSchema = z.object({
  currentMonth: monthSchema,
  areas: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: areaLevelSchema,
      parentId: z.string().nullable(),
      bpsCode: z.string().nullable(),
      aliases: z.array(z.string()),
    }),
  ),
  indicators: z.array(
    indicatorWordsSchema.extend({
      issueId: issueIdSchema,
      allowsNegative: z.boolean(),
      levels: z.array(areaLevelSchema),
    }),
  ),
  issues: z.array(z.object({ id: issueIdSchema, slug: z.string(), nameId: z.string(), nameEn: z.string() })),
  agencies: z.array(z.object({ id: z.string(), abbr: z.string(), name: z.string() })),
});
export type ImportContext = z.infer<typeof importContextSchema>;
