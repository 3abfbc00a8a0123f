import { z } from 'zod';
import { followUpScene } from '#server/action-item/action-item.service.ts';
import { removeAttachment } from '#server/attachment/attachment.service.ts';
import { checkedBy, permittedPerson, router } from '#server/trpc.ts';
import { issueIdSchema } from '#shared/indicator.ts';
import {
  changeDecisionInput,
  changeMeetingInput,
  decisionSchema,
  inviteeSchema,
  meetingBriefSchema,
  meetingListInput,
  meetingSchema,
  meetingSettingsSchema,
  recordAtSlideInput,
  recordDecisionInput,
  setAttendanceInput,
} from '#shared/meeting.ts';
import { calendarDateSchema, rowIdSchema, rowVersionSchema } from '#shared/text.ts';
import { meetingDocumentGuard } from './document-guard.ts';
import { getMeeting, latestDecisions, listInvitees, listMeetings } from './meeting.service.ts';
import { recordAtSlide } from './record-at-slide.ts';
import { changeDecision, recordDecision, removeDecision } from './save-decision.ts';
import { changeMeeting, createMeeting, removeMeeting, setAttendance } from './save-meeting.ts';

const made = z.object({ id: z.string() });
const changed = z.object({ version: z.number().int() });
const versioned = z.object({ id: rowIdSchema, version: rowVersionSchema });

export const meetingRouter = router({
  list: permittedPerson('meeting.read')
    .input(meetingListInput)
    .output(checkedBy(z.array(meetingBriefSchema)))
    .query(({ ctx, input }) => listMeetings(followUpScene(ctx), input.span)),

  get: permittedPerson('meeting.read')
    .input(z.object({ id: rowIdSchema }))
    .output(checkedBy(meetingSchema))
    .query(({ ctx, input }) => getMeeting(followUpScene(ctx), input.id)),

  invitees: permittedPerson('meeting.read')
    .input(z.object({ date: calendarDateSchema }))
    .output(checkedBy(z.array(inviteeSchema)))
    .query(({ ctx, input }) => listInvitees(followUpScene(ctx), input.date)),

  decisions: permittedPerson('meeting.read')
    .input(z.object({ issueId: issueIdSchema.optional() }))
    .output(checkedBy(z.array(decisionSchema)))
    .query(({ ctx, input }) => latestDecisions(followUpScene(ctx), input.issueId)),

  create: permittedPerson('meeting.write')
    .input(meetingSettingsSchema)
    .output(checkedBy(made))
    .mutation(({ ctx, input }) => createMeeting(followUpScene(ctx), input)),

  change: permittedPerson('meeting.write')
    .input(changeMeetingInput)
    .output(checkedBy(changed))
    .mutation(({ ctx, input }) => changeMeeting(followUpScene(ctx), input)),

  remove: permittedPerson('meeting.write')
    .input(versioned)
    .output(checkedBy(z.void()))
    .mutation(({ ctx, input }) => removeMeeting(followUpScene(ctx), input)),

  setAttendance: permittedPerson('meeting.write')
    .input(setAttendanceInput)
    .output(checkedBy(changed))
    .mutation(({ ctx, input }) => setAttendance(followUpScene(ctx), input)),

  removeDocument: permittedPerson('meeting.write')
    .input(z.object({ attachmentId: rowIdSchema }))
    .output(checkedBy(z.void()))
    .mutation(({ ctx, input }) =>
      removeAttachment(ctx.database, ctx.config.dataDir, ctx.actor, input.attachmentId, {
        meeting: meetingDocumentGuard,
      }),
    ),

  recordDecision: permittedPerson('decision.record')
    .input(recordDecisionInput)
    .output(checkedBy(made))
    .mutation(({ ctx, input }) => recordDecision(followUpScene(ctx), input)),

  changeDecision: permittedPerson('decision.record')
    .input(changeDecisionInput)
    .output(checkedBy(changed))
    .mutation(({ ctx, input }) => changeDecision(followUpScene(ctx), input)),

  removeDecision: permittedPerson('decision.record')
    .input(versioned)
    .output(checkedBy(z.void()))
    .mutation(({ ctx, input }) => removeDecision(followUpScene(ctx), input)),

  recordAtSlide: permittedPerson('decision.record')
    .input(recordAtSlideInput)
    .output(checkedBy(z.object({ decisionId: z.string().nullable(), actionItemId: z.string().nullable() })))
    .mutation(({ ctx, input }) => recordAtSlide(followUpScene(ctx), input)),
});
