import { z } from 'zod';
import { attachmentSchema } from '#shared/attachment.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { type Figure, figureSchema, indicatorBriefSchema } from '#shared/figure.ts';
import { areaLevelSchema, issueIdSchema } from '#shared/indicator.ts';
import { monthSchema } from '#shared/month-schema.ts';
import type { Role } from '#shared/permissions.ts';
import { fromScaled, largestFigure, toScaled } from '#shared/scale.ts';

/** "Kabar baik" and "kabar buruk" from the field. */
export const newsKinds = ['good', 'bad'] as const;
export const newsSchema = z.enum(newsKinds);
export type News = z.infer<typeof newsSchema>;

export const smallWinStates = ['draft', 'submitted', 'returned', 'verified', 'published'] as const;
export const smallWinStateSchema = z.enum(smallWinStates);
export type SmallWinState = z.infer<typeof smallWinStateSchema>;

export const smallWinActions = ['edit', 'remove', 'submit', 'verify', 'return', 'publish', 'unpublish'] as const;
export const smallWinActionSchema = z.enum(smallWinActions);
export type SmallWinAction = z.infer<typeof smallWinActionSchema>;

type Transition = { from: readonly SmallWinState[]; to: SmallWinState | 'same' | 'gone' };

/** The life of a record. What was verified can be sent back until it is published; what is published is withdrawn first. */
const transitions: Record<SmallWinAction, Transition> = {
  edit: { from: ['draft', 'returned'], to: 'same' },
  remove: { from: ['draft'], to: 'gone' },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  verify: { from: ['submitted'], to: 'verified' },
  return: { from: ['submitted', 'verified'], to: 'returned' },
  publish: { from: ['verified'], to: 'published' },
  unpublish: { from: ['published'], to: 'verified' },
};

/** Where an action leads from a state; `null` when the record is gone after it, undefined when it is not possible. */
export function nextState(action: SmallWinAction, state: SmallWinState): SmallWinState | null | undefined {
  const { from, to } = transitions[action];
  if (!from.includes(state)) return undefined;
  if (to === 'gone') return null;
  return to === 'same' ? state : to;
}

/** How a person stands to one record. */
export type SmallWinStanding = {
  role: Role;
  /** Sees what is verified before it is published. */
  isStaff: boolean;
  /** The record is the person's own or their agency's. */
  isAuthor: boolean;
  /** Author, or of an agency that took over from the author's or that it took over from: no judge in their own cause. */
  isRelated: boolean;
  /** The person's agency coordinates the record's issue today. */
  coordinatesIssue: boolean;
};

const authorRoles: readonly Role[] = ['secretariat', 'issue_coordinator', 'focal_point'];

function isVerifierOf({ role, coordinatesIssue }: SmallWinStanding): boolean {
  return role === 'secretariat' || (role === 'issue_coordinator' && coordinatesIssue);
}

export function maySeeSmallWin(standing: SmallWinStanding, state: SmallWinState): boolean {
  if (state === 'published' || standing.isAuthor) return true;
  if (state === 'verified') return standing.isStaff;
  return state !== 'draft' && isVerifierOf(standing);
}

/** Why a person may not do this to a record in that state; null when they may. */
export function whyNotAct(
  action: SmallWinAction,
  standing: SmallWinStanding,
  state: SmallWinState,
): Extract<ErrorCode, 'NOT_ALLOWED' | `SMALL_WIN_${string}`> | null {
  if (!maySeeSmallWin(standing, state)) return 'SMALL_WIN_NOT_FOUND';
  const refusal = whyNotPerson(action, standing);
  if (refusal !== null) return refusal;
  return nextState(action, state) === undefined ? 'SMALL_WIN_WRONG_STATE' : null;
}

function whyNotPerson(action: SmallWinAction, standing: SmallWinStanding) {
  const { role, isAuthor, isRelated } = standing;
  switch (action) {
    case 'edit':
    case 'remove':
    case 'submit':
      if (!authorRoles.includes(role)) return 'NOT_ALLOWED';
      return isAuthor ? null : 'SMALL_WIN_NOT_YOURS';
    case 'verify':
    case 'return':
      if (role !== 'secretariat' && role !== 'issue_coordinator') return 'NOT_ALLOWED';
      if (isRelated) return 'SMALL_WIN_OWN_AGENCY';
      return isVerifierOf(standing) ? null : 'SMALL_WIN_NOT_YOURS';
    case 'publish':
    case 'unpublish':
      return role === 'secretariat' ? null : 'NOT_ALLOWED';
  }
}

export function allowedActions(standing: SmallWinStanding, state: SmallWinState): SmallWinAction[] {
  return smallWinActions.filter((action) => whyNotAct(action, standing, state) === null);
}

export const claimResults = ['matches', 'differs', 'no_figure'] as const;
export type ClaimResult = (typeof claimResults)[number];

/**
 * A claimed figure beside the one that is held for the same indicator, area and month. They are compared as they are
 * written, with the indicator's decimals; neither replaces the other.
 * @returns the difference claimed − held, null where there is nothing to subtract
 */
export function compareClaim(
  claimed: number,
  held: number | null,
  decimals: number,
): { result: ClaimResult; difference: number | null } {
  if (held === null) return { result: 'no_figure', difference: null };
  const difference = toScaled(claimed, decimals) - toScaled(held, decimals);
  return { result: difference === 0 ? 'matches' : 'differs', difference: fromScaled(difference, decimals) };
}

export const titleLength = { min: 5, max: 160 } as const;
export const storyLength = { min: 20, max: 8000 } as const;
export const reasonLength = { min: 5, max: 1000 } as const;
export const maxSmallWinAreas = 20;

// A field's message is a code of the client's `smallWins.problem` dictionary.
const idSchema = z.string().min(1).max(60);
const areaCode = z.string().regex(/^\d{2}(\.\d{2,4}){0,2}$/, 'AREA_INVALID');

export const claimInput = z.object({
  indicatorId: z.string().min(1, 'CLAIM_INDICATOR_REQUIRED').max(60),
  areaId: areaCode,
  month: monthSchema,
  /** Scaled by the indicator's decimals. */
  value: z
    .int('CLAIM_VALUE_REQUIRED')
    .min(-largestFigure, 'CLAIM_VALUE_REQUIRED')
    .max(largestFigure, 'CLAIM_VALUE_REQUIRED'),
});
export type ClaimInput = z.infer<typeof claimInput>;

export const saveSmallWinInput = z.object({
  /** Null: a new record. */
  id: idSchema.nullable(),
  /** The version the form was opened with; null for a new record. */
  version: z.int().nullable(),
  title: z.string().trim().min(titleLength.min, 'TITLE_SHORT').max(titleLength.max, 'TITLE_LONG'),
  /** May still be short in a draft; see `storyLength`. */
  story: z.string().trim().max(storyLength.max, 'STORY_LONG'),
  date: z.iso.date('DATE_INVALID'),
  issueId: issueIdSchema,
  areaIds: z.array(areaCode).min(1, 'AREAS_REQUIRED').max(maxSmallWinAreas, 'AREAS_MANY'),
  news: newsSchema,
  claim: claimInput.nullable(),
});
export type SaveSmallWinInput = z.infer<typeof saveSmallWinInput>;

export const versionedSmallWinInput = z.object({ id: idSchema, version: z.int() });
export type VersionedSmallWinInput = z.infer<typeof versionedSmallWinInput>;

export const returnSmallWinInput = versionedSmallWinInput.extend({
  reason: z.string().trim().min(reasonLength.min, 'REASON_SHORT').max(reasonLength.max, 'REASON_LONG'),
});
export type ReturnSmallWinInput = z.infer<typeof returnSmallWinInput>;

export const listSmallWinsInput = z.object({
  issueId: issueIdSchema.optional(),
  /** Small wins in this area or below it. */
  areaId: areaCode.optional(),
  news: newsSchema.optional(),
  state: smallWinStateSchema.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  text: z.string().trim().max(100).optional(),
  limit: z.int().min(1).max(50).default(20),
  /** Where the page before ended. */
  cursor: z
    .string()
    .max(80)
    .regex(/^\d{4}-\d{2}-\d{2}~.+$/)
    .nullish(),
});
export type ListSmallWinsInput = z.infer<typeof listSmallWinsInput>;

const placeSchema = z.object({ id: z.string(), name: z.string(), level: areaLevelSchema });

export const smallWinClaimSchema = z.object({
  indicator: indicatorBriefSchema,
  area: placeSchema,
  month: monthSchema,
  claimed: z.number(),
  result: z.enum(claimResults),
  /** Claimed − held. */
  difference: z.number().nullable(),
  /** What is held today, verified or published, with its source. */
  figure: figureSchema.nullable(),
});
export type SmallWinClaim = z.infer<typeof smallWinClaimSchema> & { figure: Figure | null };

export const smallWinCardSchema = z.object({
  id: z.string(),
  version: z.number(),
  issueId: issueIdSchema,
  title: z.string(),
  /** How the story begins. */
  excerpt: z.string(),
  date: z.string(),
  news: newsSchema,
  state: smallWinStateSchema,
  areas: z.array(placeSchema),
  agency: z.object({ id: z.string(), abbr: z.string(), name: z.string() }).nullable(),
  claim: smallWinClaimSchema.nullable(),
  photos: z.array(attachmentSchema),
  /** Files that are no photos. */
  fileCount: z.number(),
  isSample: z.boolean(),
});
export type SmallWinCard = z.infer<typeof smallWinCardSchema>;

export const smallWinListSchema = z.object({
  items: z.array(smallWinCardSchema),
  nextCursor: z.string().nullable(),
});

export const smallWinHistorySchema = z.object({
  event: z.enum(['created', 'changed', 'submitted', 'returned', 'verified', 'published', 'unpublished']),
  at: z.string(),
  /** Null where nobody is known, e.g. for what came with the reference data. */
  name: z.string().nullable(),
  reason: z.string().nullable(),
});
export type SmallWinHistoryItem = z.infer<typeof smallWinHistorySchema>;

export const smallWinDetailSchema = smallWinCardSchema.omit({ excerpt: true, photos: true, fileCount: true }).extend({
  story: z.string(),
  /** Why it came back; for those who can do something about it. */
  returnReason: z.string().nullable(),
  publishedAt: z.string().nullable(),
  attachments: z.array(attachmentSchema),
  /** What the person who asks may do now. */
  actions: z.array(smallWinActionSchema),
  /** True for a verifier who stands too near to the record: somebody else must verify it. */
  isForAnotherVerifier: z.boolean(),
  /** Empty for the public: names are for staff. */
  history: z.array(smallWinHistorySchema),
});
export type SmallWinDetail = z.infer<typeof smallWinDetailSchema>;

/** How many records a person sees in each state. */
export const smallWinCountsSchema = z.record(smallWinStateSchema, z.number());
export type SmallWinCounts = z.infer<typeof smallWinCountsSchema>;
