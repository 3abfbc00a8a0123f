import { z } from 'zod';
import { calendarDateSchema } from '#shared/text.ts';

/** The nouns that events are named after: the first choice of the filter. */
export const auditNouns = [
  'entry',
  'report',
  'history',
  'small_win',
  'attachment',
  'deck',
  'slide',
  'edition',
  'export',
  'meeting',
  'decision',
  'action_item',
  'calendar_feed',
  'notification',
  'agency',
  'assignment',
  'indicator',
  'issue',
  'target',
  'deadline',
  'setting',
  'user',
  'link',
  'session',
  'data',
] as const;

export const auditFilterSchema = z.object({
  /** `report`, or one event: `report.submitted`. */
  event: z
    .string()
    .max(60)
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional(),
  actorId: z.string().max(100).optional(),
  subjectType: z.string().max(40).optional(),
  subjectId: z.string().max(200).optional(),
  /** Calendar days in the province's time zone, both included. */
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const listAuditInput = auditFilterSchema.extend({
  /** Events before this number: where the page before ended. */
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(500).default(50),
});
export type ListAuditInput = z.output<typeof listAuditInput>;

export const auditLineSchema = z.object({
  seq: z.int(),
  at: z.string(),
  event: z.string(),
  actorId: z.string().nullable(),
  /** Null: the system, or somebody who was not signed in. */
  actorName: z.string().nullable(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** A name for a subject whose id says nothing: a person, a small win. */
  subjectName: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type AuditLine = z.infer<typeof auditLineSchema>;

export const listAuditOutput = z.object({
  lines: z.array(auditLineSchema),
  /** The `before` of the next page; null at the end. */
  next: z.int().nullable(),
  /** Names of the agencies, assignments and people that the data of the lines refer to, by id. */
  names: z.record(z.string(), z.string()),
});

export const auditPeopleOutput = z.array(z.object({ id: z.string(), name: z.string() }));

export const checkChainInput = z.object({ after: z.int().min(0) });
export const checkChainOutput = z.object({
  /** The chain fits up to this event. */
  checkedTo: z.int(),
  /** The first event that does not fit: changed, missing or surplus. */
  brokenAt: z.int().nullable(),
  /** The last event of the log. */
  end: z.int(),
  isDone: z.boolean(),
});
