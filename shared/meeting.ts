import { z } from 'zod';
import { actionItemStateSchema, briefedActionItemSchema } from '#shared/action-item-brief.ts';
import { attachmentSchema } from '#shared/attachment.ts';
import { issueIdSchema } from '#shared/indicator.ts';

export const meetingKinds = ['formal', 'informal'] as const;
/** Vertical: between levels of government; horizontal: between agencies of one level. */
export const meetingDirections = ['vertical', 'horizontal'] as const;
/** Primary determinations are procedural (how we work together), substantive ones are about the matter itself. */
export const decisionKinds = ['primary', 'substantive'] as const;

export const dateSchema = z.iso.date();
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const meetingSettingsSchema = z.object({
  title: z.string().trim().min(1).max(200),
  date: dateSchema,
  /** In the province's time zone. */
  startTime: timeSchema.nullable(),
  endTime: timeSchema.nullable(),
  place: z.string().trim().max(200),
  kind: z.enum(meetingKinds),
  direction: z.enum(meetingDirections),
  agenda: z.array(z.string().trim().min(1).max(300)).max(30),
  /** What was said, for the minutes. */
  summary: z.string().max(10_000),
  /** The deck or edition presented there. */
  editionId: z.string().nullable(),
});
export type MeetingSettings = z.infer<typeof meetingSettingsSchema>;

export const attendanceSchema = z.object({
  id: z.string(),
  /** Null for a guest of no agency in the register. */
  agencyId: z.string().nullable(),
  /** Who came or was invited: a name, a post, an organisation. */
  name: z.string().trim().min(1).max(160),
  isPresent: z.boolean(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export const decisionSettingsSchema = z.object({
  kind: z.enum(decisionKinds),
  text: z.string().trim().min(1).max(2000),
  issueId: issueIdSchema.nullable(),
});

export const decisionSchema = decisionSettingsSchema.extend({
  id: z.string(),
  meetingId: z.string().nullable(),
  meetingTitle: z.string().nullable(),
  meetingDate: z.string().nullable(),
  /** Where it was decided, when recorded while presenting. */
  slide: z
    .object({ editionId: z.string(), slideId: z.string(), number: z.number().int(), headline: z.string() })
    .nullable(),
  decidedOn: z.string(),
  recordedByName: z.string().nullable(),
  actionItemIds: z.array(z.string()),
  version: z.number().int(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const actionItemSettingsSchema = z.object({
  text: z.string().trim().min(1).max(1000),
  ownerAgencyId: z.string().min(1),
  dueDate: dateSchema,
  issueId: issueIdSchema.nullable(),
  /** The figure that should move. */
  figure: z.object({ indicatorId: z.string(), areaId: z.string() }).nullable(),
});
export type ActionItemSettings = z.infer<typeof actionItemSettingsSchema>;

export const actionItemNoteSchema = z.object({
  id: z.string(),
  from: actionItemStateSchema.nullable(),
  to: actionItemStateSchema,
  note: z.string(),
  byName: z.string().nullable(),
  at: z.string(),
});

export const actionItemSchema = briefedActionItemSchema.extend({
  meetingId: z.string().nullable(),
  decisionId: z.string().nullable(),
  decisionText: z.string().nullable(),
  slide: decisionSchema.shape.slide,
  /** Why it was dropped, how it was done. */
  closingNote: z.string().nullable(),
  closedOn: z.string().nullable(),
  notes: z.array(actionItemNoteSchema),
  mayProgress: z.boolean(),
  mayChange: z.boolean(),
  createdAt: z.string(),
  version: z.number().int(),
});
export type ActionItem = z.infer<typeof actionItemSchema>;

export const meetingBriefSchema = meetingSettingsSchema.omit({ agenda: true, summary: true }).extend({
  id: z.string(),
  version: z.number().int(),
  decisionCount: z.number().int(),
  actionItems: z.object({ total: z.number().int(), closed: z.number().int(), overdue: z.number().int() }),
  presentCount: z.number().int(),
  invitedCount: z.number().int(),
  isSample: z.boolean(),
});
export type MeetingBrief = z.infer<typeof meetingBriefSchema>;

export const meetingSchema = meetingBriefSchema.extend({
  agenda: meetingSettingsSchema.shape.agenda,
  summary: z.string(),
  attendance: z.array(attendanceSchema),
  decisions: z.array(decisionSchema),
  actionItems: z.object({ total: z.number().int(), closed: z.number().int(), overdue: z.number().int() }),
  items: z.array(actionItemSchema),
  /** Items of earlier meetings that were open when this one began, with whether their figure has moved. */
  carriedOver: z.array(actionItemSchema),
  /** Signed minutes and other papers. */
  documents: z.array(attachmentSchema),
  mayEdit: z.boolean(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Recorded at the slide, possibly sent later: ids come from the client, so that a repeated request writes once. */
export const recordAtSlideInput = z.object({
  editionId: z.string(),
  slideId: z.string(),
  meetingId: z.string().nullable(),
  decision: decisionSettingsSchema.extend({ id: z.uuid() }).nullable(),
  actionItem: actionItemSettingsSchema.extend({ id: z.uuid() }).nullable(),
});
export type RecordAtSlideInput = z.infer<typeof recordAtSlideInput>;

export const actionItemListInput = z.object({
  state: z.enum(['unfinished', 'overdue', 'closed', 'all']).default('unfinished'),
  issueId: issueIdSchema.optional(),
  agencyId: z.string().optional(),
});

/** Changing an action item's state: `dropped` needs a note that says why. */
export const progressActionItemInput = z.object({
  id: z.string(),
  version: z.number().int(),
  to: actionItemStateSchema,
  note: z.string().trim().max(1000),
});
