import { z } from 'zod';
import { briefedActionItemSchema } from '#shared/action-item-brief.ts';
import {
  areaBriefSchema,
  dataScopeSchema,
  figureBasisSchema,
  headlineSchema,
  indicatorBriefSchema,
  issueBriefSchema,
  smallWinBriefSchema,
  statusAnswerSchema,
} from '#shared/figure.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import {
  cascadeAnswerSchema,
  inflationSchema,
  issuePageSchema,
  trajectorySchema,
  twoTruthsSchema,
} from '#shared/issue-page.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { issueCardSchema, lateReportSchema, overviewSchema } from '#shared/overview.ts';
import { figureChangeSchema } from './change.ts';
import { slideFilterSchema, slideKindSchema } from './slide.ts';

/**
 * Everything a slide shows, self-contained: names, units, targets and statuses are copied in, so that nothing that is
 * renamed, reassigned or corrected later reaches a frozen slide. Values are real numbers; null is missing, never 0.
 */
const situation = z.object({
  kind: z.literal('situation'),
  area: areaBriefSchema,
  /** Of a regency the sparkline may be empty. */
  cards: z.array(issueCardSchema),
});
const issue = z.object({
  kind: z.literal('issue'),
  area: areaBriefSchema,
  issue: issueBriefSchema,
  headline: headlineSchema.extend({ trajectory: trajectorySchema }),
  outcome: headlineSchema.nullable(),
  cascade: cascadeAnswerSchema.nullable(),
  /** Agency that answers for the issue here, as it was named. */
  coordinator: z.object({ abbr: z.string(), name: z.string() }).nullable(),
});
const regencies = z.object({
  kind: z.literal('regencies'),
  issue: issueBriefSchema,
  headline: headlineSchema,
  regencies: issuePageSchema.shape.regencies,
});
const heatMap = z.object({
  kind: z.literal('heat_map'),
  issues: z.array(issueBriefSchema),
  indicators: overviewSchema.shape.heatIndicators,
  regions: overviewSchema.shape.regions,
});
const tileMap = z.object({
  kind: z.literal('tile_map'),
  issue: issueBriefSchema,
  indicator: indicatorBriefSchema,
  regions: overviewSchema.shape.regions,
});
const inflation = z.object({
  kind: z.literal('inflation'),
  issue: issueBriefSchema,
  headline: headlineSchema,
  inflation: inflationSchema.nullable(),
});
const twoTruths = z.object({ kind: z.literal('two_truths'), issue: issueBriefSchema, pairs: z.array(twoTruthsSchema) });
const briefedSmallWin = smallWinBriefSchema.extend({
  story: z.string(),
  pictureSha256: z.string().nullable(),
  pictureAlt: z.string(),
});
const smallWins = z.object({ kind: z.literal('small_wins'), items: z.array(briefedSmallWin) });
/** Bad news from the field, what is critical, and who has not reported. */
const obstacles = z.object({
  kind: z.literal('obstacles'),
  items: z.array(briefedSmallWin),
  critical: z.array(
    z.object({
      issue: issueBriefSchema,
      area: areaBriefSchema,
      indicator: indicatorBriefSchema,
      figure: overviewSchema.shape.regions.element.shape.cells.element.shape.figure,
      status: statusAnswerSchema,
    }),
  ),
  lateReports: z.array(lateReportSchema),
});
const completeness = z.object({
  kind: z.literal('completeness'),
  total: overviewSchema.shape.completeness,
  issues: z.array(z.object({ issue: issueBriefSchema, completeness: overviewSchema.shape.completeness })),
  lateReports: z.array(lateReportSchema),
});
const actionItems = z.object({
  kind: z.literal('action_items'),
  asOf: z.string(),
  items: z.array(briefedActionItemSchema),
});
const changes = z.object({
  kind: z.literal('changes'),
  /** The edition compared with; null when the deck was never frozen. */
  since: z
    .object({ number: z.number().int(), frozenAt: z.string(), month: monthSchema, sha256: z.string() })
    .nullable(),
  changes: z.array(figureChangeSchema),
});
const cover = z.object({
  kind: z.literal('cover'),
  province: areaBriefSchema,
  subtitle: z.string(),
  pictureSha256: z.string().nullable(),
  pictureAlt: z.string(),
});
const text = z.object({
  kind: z.literal('text'),
  body: z.string(),
  pictureSha256: z.string().nullable(),
  pictureAlt: z.string(),
});
/** A slide whose subject is gone or not chosen: it says so and holds its place. */
const unavailable = z.object({
  kind: z.literal('unavailable'),
  wanted: slideKindSchema,
  reason: z.enum([
    'issue_not_chosen',
    'issue_gone',
    'area_gone',
    'indicator_gone',
    'month_not_open',
    /** Of an edition whose kept text was altered, or has a form that this release does not know. */
    'unreadable',
  ]),
});

export const slideBodySchema = z.discriminatedUnion('kind', [
  cover,
  situation,
  issue,
  regencies,
  heatMap,
  tileMap,
  inflation,
  twoTruths,
  smallWins,
  obstacles,
  completeness,
  actionItems,
  changes,
  text,
  unavailable,
]);
export type SlideBody = z.infer<typeof slideBodySchema>;
export type SlideBodyOf<K extends SlideBody['kind']> = Extract<SlideBody, { kind: K }>;

export const bilingualSchema = z.object({ id: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** A number in an overwritten headline that the slide's data do not bear out, as it was written. */
export const contradictionSchema = z.object({ written: z.string(), held: bilingualSchema.nullable() });
export type Contradiction = z.infer<typeof contradictionSchema>;

export const slideContentSchema = z.object({
  id: z.string(),
  filter: slideFilterSchema,
  /** The month the slide was made for. */
  month: monthSchema,
  /** Proposed from the numbers, in both languages. */
  proposed: bilingualSchema,
  /** In the person's own words; shown instead of the proposed one. */
  written: z.string().nullable(),
  contradictions: z.array(contradictionSchema),
  notes: z.string(),
  /** No data: the slide says so, and "hide empty" skips it. */
  isEmpty: z.boolean(),
  /** "Sumber: …": who the figures come from and how far they go. */
  source: bilingualSchema,
  /** What must be said below the figures ("58 dari 69 kecamatan", sample data, a series break). */
  footnotes: z.array(bilingualSchema),
  /** The weakest basis among the slide's figures; null where it shows none. */
  basis: figureBasisSchema.nullable(),
  holdsSample: z.boolean(),
  body: slideBodySchema,
});
export type SlideContent = z.infer<typeof slideContentSchema>;

/** The monthly recap's table: regencies and the province, the stages of each issue. */
export const recapSchema = z.object({
  month: monthSchema,
  columns: z.array(
    z.object({
      issueId: issueIdSchema,
      issueNameId: z.string(),
      issueNameEn: z.string(),
      indicators: z.array(indicatorBriefSchema),
    }),
  ),
  rows: z.array(
    z.object({
      area: areaBriefSchema,
      isTotal: z.boolean(),
      figures: z.array(overviewSchema.shape.regions.element.shape.cells.element.shape.figure),
    }),
  ),
  signatories: z.array(z.object({ role: z.string(), name: z.string(), identity: z.string() })),
});
export type Recap = z.infer<typeof recapSchema>;

/** What a deck holds at a moment: shown while it is edited, kept when it is frozen. */
export const deckContentSchema = z.object({
  format: z.literal(1),
  deckId: z.string(),
  title: z.string(),
  province: areaBriefSchema,
  month: monthSchema,
  data: dataScopeSchema,
  asOf: z.string(),
  timeZone: z.string(),
  slides: z.array(slideContentSchema),
  recap: recapSchema,
});
export type DeckContent = z.infer<typeof deckContentSchema>;
