import { z } from 'zod';
import { clockOf } from '#server/report/report.service.ts';
import { permitted, permittedPerson, router } from '#server/trpc.ts';
import {
  assignmentChangeSchema,
  assignmentEffectSchema,
  closingEffectInput,
  closingEffectSchema,
  listAssignmentsInput,
  listAssignmentsOutput,
  responsibilityInput,
  responsibilityOutput,
} from '#shared/assignment-admin.ts';
import { changeAssignment, listAssignments, previewChange, previewClosing } from './assignment-admin.service.ts';
import { responsibilityOnDay } from './responsibility-view.service.ts';

export const assignmentRouter = router({
  list: permitted('manage.read')
    .input(listAssignmentsInput)
    .output(listAssignmentsOutput)
    .query(({ ctx, input }) => listAssignments(ctx.database, input)),

  responsibility: permitted('manage.read')
    .input(responsibilityInput)
    .output(responsibilityOutput)
    .query(({ ctx, input }) => responsibilityOnDay(ctx.database, input.date)),

  preview: permitted('assignment.manage')
    .input(assignmentChangeSchema)
    .output(assignmentEffectSchema)
    .query(({ ctx, input }) => previewChange(ctx.database, input, clockOf(ctx.config).today)),

  change: permittedPerson('assignment.manage')
    .input(assignmentChangeSchema)
    .output(z.object({ movedCells: z.int() }))
    .mutation(({ ctx, input }) => changeAssignment(ctx.database, ctx.actor, input, clockOf(ctx.config).today)),

  previewClosing: permitted('assignment.manage')
    .input(closingEffectInput)
    .output(closingEffectSchema)
    .query(({ ctx, input }) => previewClosing(ctx.database, input)),
});
