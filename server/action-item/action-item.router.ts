import { z } from 'zod';
import { checkedBy, permittedPerson, router } from '#server/trpc.ts';
import {
  actionItemListInput,
  actionItemSchema,
  changeActionItemInput,
  progressActionItemInput,
  recordActionItemInput,
} from '#shared/meeting.ts';
import { rowIdSchema, rowVersionSchema } from '#shared/text.ts';
import { followUpScene, getActionItem, listActionItems } from './action-item.service.ts';
import { changeActionItem, progressActionItem, recordActionItem, removeActionItem } from './save-action-item.ts';

const changed = z.object({ version: z.number().int() });

export const actionItemRouter = router({
  list: permittedPerson('meeting.read')
    .input(actionItemListInput)
    .output(checkedBy(z.array(actionItemSchema)))
    .query(({ ctx, input }) => listActionItems(followUpScene(ctx), input)),

  get: permittedPerson('meeting.read')
    .input(z.object({ id: rowIdSchema }))
    .output(checkedBy(actionItemSchema))
    .query(({ ctx, input }) => getActionItem(followUpScene(ctx), input.id)),

  record: permittedPerson('decision.record')
    .input(recordActionItemInput)
    .output(checkedBy(z.object({ id: z.string() })))
    .mutation(({ ctx, input }) => recordActionItem(followUpScene(ctx), input)),

  change: permittedPerson('decision.record')
    .input(changeActionItemInput)
    .output(checkedBy(changed))
    .mutation(({ ctx, input }) => changeActionItem(followUpScene(ctx), input)),

  progress: permittedPerson('action_item.progress')
    .input(progressActionItemInput)
    .output(checkedBy(changed))
    .mutation(({ ctx, input }) => progressActionItem(followUpScene(ctx), input)),

  remove: permittedPerson('decision.record')
    .input(z.object({ id: rowIdSchema, version: rowVersionSchema }))
    .output(checkedBy(z.void()))
    .mutation(({ ctx, input }) => removeActionItem(followUpScene(ctx), input)),
});
