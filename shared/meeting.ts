import { z } from 'zod';
import { actionItemStateSchema, briefedActionItemSchema } from '#shared/action-item-brief.ts';
import { attachmentSchema } from '#shared/attachment.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import { calendarDateSchema, requiredText, rowIdSchema, rowVersionSchema } from '#shared/text.ts';

export const meetingKinds = ['formal', 'informal'] as const;
/** Vertical: between levels of government; horizontal: between agencies of one level. */
export const meetingDirections = ['vertical', 'horizontal'] as const;
/** Primary determinations are procedural (how we work together), substantive ones are about the matter itself. */
export const decisionKinds = ['primary', 'substantive'] as const;

export const decisionKindSchema = z.enum(decisionKinds);

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'TIME_INVALID');
const uuidSchema = z.uuid();

const meetingFields = z.object({
  title: requiredText(200),
  date: calendarDateSchema,
  /** In the province's time zone. */
  startTime: timeSchema.nullable(),
  endTime: timeSchema.nullable(),
  place: z.string().trim().max(200, 'TEXT_TOO_LONG'),
  kind: z.enum(meetingKinds),
  direction: z.enum(meetingDirections),
  agenda: z.array(requiredText(300)).max(30, 'LIST_TOO_LONG'),
  /** What was said, for the minutes. */
  summary: z.string().max(10_000, 'TEXT_TOO_LONG'),
  /** The edition presented there. */
  editionId: z.string().nullable(),
});

function endsAfterItBegins({ startTime, endTime }: z.output<typeof meetingFields>, context: z.RefinementCtx): void {
  if (startTime !== null && endTime !== null && endTime <= startTime)
    context.addIssue({ code: 'custom', path: ['endTime'], message: 'TIME_BEFORE_START' });
}

export const meetingSettingsSchema = meetingFields.superRefine(endsAfterItBegins);
export type MeetingSettings = z.infer<typeof meetingSettingsSchema>;

export const changeMeetingInput = meetingFields
  .extend({ id: rowIdSchema, version: rowVersionSchema })
  .superRefine(endsAfterItBegins);
export type ChangeMeetingInput = z.output<typeof changeMeetingInput>;

export const attendanceSchema = z.object({
  id: uuidSchema,
  /** Null for a guest of no agency in the register. */
  agencyId: z.string().nullable(),
  /** Who came or was invited: a name, a post, an organisation. */
  name: requiredText(160),
  isPresent: z.boolean(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export const setAttendanceInput = z.object({
  id: rowIdSchema,
  version: rowVersionSchema,
  attendance: z.array(attendanceSchema).max(200, 'LIST_TOO_LONG'),
});
export type SetAttendanceInput = z.infer<typeof setAttendanceInput>;

/** An agency that exists on a meeting's day, and the issues it has a task in then. */
export const inviteeSchema = z.object({
  agencyId: z.string(),
  abbr: z.string(),
  name: z.string(),
  issueIds: z.array(issueIdSchema),
});
export type Invitee = z.infer<typeof inviteeSchema>;

export const decisionSettingsSchema = z.object({
  kind: decisionKindSchema,
  text: requiredText(2000),
  issueId: issueIdSchema.nullable(),
});
export type DecisionSettings = z.infer<typeof decisionSettingsSchema>;

export const recordDecisionInput = decisionSettingsSchema.extend({ id: uuidSchema, meetingId: rowIdSchema.nullable() });
export type RecordDecisionInput = z.infer<typeof recordDecisionInput>;

export const changeDecisionInput = decisionSettingsSchema.extend({ id: rowIdSchema, version: rowVersionSchema });
export type ChangeDecisionInput = z.infer<typeof changeDecisionInput>;

/** A slide of an edition, as it was called when something was recorded at it. */
export const recordedSlideSchema = z.object({
  editionId: z.string(),
  slideId: z.string(),
  number: z.number().int(),
  headline: z.string(),
});
export type RecordedSlide = z.infer<typeof recordedSlideSchema>;

export const decisionSchema = decisionSettingsSchema.extend({
  id: z.string(),
  meetingId: z.string().nullable(),
  meetingTitle: z.string().nullable(),
  meetingDate: z.string().nullable(),
  /** Where it was decided, when recorded while presenting. */
  slide: recordedSlideSchema.nullable(),
  decidedOn: z.string(),
  recordedByName: z.string().nullable(),
  actionItemIds: z.array(z.string()),
  mayChange: z.boolean(),
  isSample: z.boolean(),
  version: z.number().int(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const actionItemSettingsSchema = z.object({
  text: requiredText(1000),
  ownerAgencyId: rowIdSchema,
  dueDate: calendarDateSchema,
  issueId: issueIdSchema.nullable(),
  /** The figure that should move. */
  figure: z.object({ indicatorId: rowIdSchema, areaId: rowIdSchema }).nullable(),
});
export type ActionItemSettings = z.infer<typeof actionItemSettingsSchema>;

export const recordActionItemInput = actionItemSettingsSchema.extend({
  id: uuidSchema,
  meetingId: rowIdSchema.nullable(),
  decisionId: rowIdSchema.nullable(),
});
export type RecordActionItemInput = z.infer<typeof recordActionItemInput>;

/** A due date that is moved asks for a note that says why. */
export const changeActionItemInput = actionItemSettingsSchema.extend({
  id: rowIdSchema,
  version: rowVersionSchema,
  note: z.string().trim().max(1000, 'TEXT_TOO_LONG'),
});
export type ChangeActionItemInput = z.infer<typeof changeActionItemInput>;

/** A step of an item's life: its state, a remark (both states alike), or its due date moved. */
export const actionItemNoteSchema = z.object({
  id: z.string(),
  from: actionItemStateSchema.nullable(),
  to: actionItemStateSchema,
  note: z.string(),
  /** Set where the due date was moved. */
  dueDate: z.object({ from: z.string(), to: z.string() }).nullable(),
  byName: z.string().nullable(),
  at: z.string(),
});
export type ActionItemNote = z.infer<typeof actionItemNoteSchema>;

export const actionItemSchema = briefedActionItemSchema.extend({
  meetingId: z.string().nullable(),
  decisionId: z.string().nullable(),
  decisionText: z.string().nullable(),
  slide: recordedSlideSchema.nullable(),
  /** Why it was dropped, how it was done. */
  closingNote: z.string().nullable(),
  closedOn: z.string().nullable(),
  notes: z.array(actionItemNoteSchema),
  mayProgress: z.boolean(),
  mayChange: z.boolean(),
  /** Nothing has happened to it yet: recorded by mistake, it can still be taken away. */
  mayRemove: z.boolean(),
  createdAt: z.string(),
  version: z.number().int(),
});
export type ActionItem = z.infer<typeof actionItemSchema>;

export const meetingBriefSchema = meetingFields.omit({ agenda: true, summary: true }).extend({
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
  agenda: meetingFields.shape.agenda,
  summary: z.string(),
  attendance: z.array(attendanceSchema),
  decisions: z.array(decisionSchema),
  items: z.array(actionItemSchema),
  /** Items of earlier meetings that were open when this one began, with whether their figure has moved. */
  carriedOver: z.array(actionItemSchema),
  /** What was presented. */
  edition: z.object({ id: z.string(), number: z.number().int(), title: z.string() }).nullable(),
  /** Signed minutes and other papers. */
  documents: z.array(attachmentSchema),
  mayEdit: z.boolean(),
  mayRecord: z.boolean(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Recorded at the slide, possibly sent later: ids come from the client, so that a repeated request writes once. */
export const recordAtSlideInput = z.object({
  editionId: z.string(),
  slideId: z.string(),
  meetingId: z.string().nullable(),
  decision: decisionSettingsSchema.extend({ id: uuidSchema }).nullable(),
  actionItem: actionItemSettingsSchema.extend({ id: uuidSchema }).nullable(),
});
export type RecordAtSlideInput = z.infer<typeof recordAtSlideInput>;

export const actionItemFilters = ['unfinished', 'overdue', 'closed', 'all'] as const;

export const actionItemListInput = z.object({
  state: z.enum(actionItemFilters).default('unfinished'),
  issueId: issueIdSchema.optional(),
  agencyId: z.string().optional(),
});
export type ActionItemListInput = z.infer<typeof actionItemListInput>;

/** Changing an action item's state: `dropped` needs a note that says why. */
export const progressActionItemInput = z.object({
  id: rowIdSchema,
  version: rowVersionSchema,
  to: actionItemStateSchema,
  note: z.string().trim().max(1000, 'TEXT_TOO_LONG'),
});
export type ProgressActionItemInput = z.infer<typeof progressActionItemInput>;

export const meetingSpans = ['upcoming', 'past', 'all'] as const;
export const meetingListInput = z.object({ span: z.enum(meetingSpans).default('all') });
