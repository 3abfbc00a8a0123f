import { checkedBy, permitted, permittedPerson, router } from '#server/trpc.ts';
import {
  assignmentGapsInput,
  assignmentGapsOutput,
  completenessInput,
  completenessOutput,
} from '#shared/report/completeness.ts';
import { dueCountOutput, dueInput, dueOutput, toVerifyOutput } from '#shared/report/due.ts';
import { remindersInput, remindersOutput } from '#shared/report/reminder.ts';
import { restatementsInput, restatementsOutput } from '#shared/report/restatement.ts';
import {
  cellCommentSchema,
  figuresAtInput,
  figuresAtOutput,
  getReportInput,
  replyInput,
  reportGridSchema,
  reportProgressSchema,
  reportSummarySchema,
  returnCellsInput,
  returnOutput,
  saveEntryInput,
  saveEntryOutput,
  setAsideInput,
  setAsideOutput,
  setCutOffInput,
  submitReportInput,
  submitReportOutput,
  verifyAllInput,
  verifyCellsInput,
  verifyOutput,
} from '#shared/report.ts';
import {
  assignmentGaps,
  clockOf,
  completenessOf,
  countDue,
  dueReports,
  figuresAt,
  getReport,
  listRestatements,
  previewReport,
  remindersOf,
  replyToCell,
  reportsToVerify,
  returnCells,
  saveEntry,
  setAside,
  setCutOff,
  submitReport,
  verifyAll,
  verifyCells,
} from './report.service.ts';

export const reportRouter = router({
  due: permittedPerson('report.read')
    .input(dueInput)
    .output(checkedBy(dueOutput))
    .query(({ ctx, input }) => dueReports(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  dueCount: permittedPerson('report.read')
    .output(checkedBy(dueCountOutput))
    .query(({ ctx }) => countDue(ctx.database, ctx.actor, clockOf(ctx.config))),

  toVerify: permittedPerson('report.verify')
    .output(checkedBy(toVerifyOutput))
    .query(({ ctx }) => reportsToVerify(ctx.database, ctx.actor, clockOf(ctx.config))),

  get: permittedPerson('report.read')
    .input(getReportInput)
    .output(checkedBy(reportGridSchema))
    .query(({ ctx, input }) => getReport(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  saveEntry: permittedPerson('report.enter')
    .input(saveEntryInput)
    .output(checkedBy(saveEntryOutput))
    .mutation(({ ctx, input }) => saveEntry(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  figuresAt: permittedPerson('report.read')
    .input(figuresAtInput)
    .output(checkedBy(figuresAtOutput))
    .query(({ ctx, input }) => figuresAt(ctx.database, input)),

  setAside: permittedPerson('report.enter')
    .input(setAsideInput)
    .output(checkedBy(setAsideOutput))
    .mutation(({ ctx, input }) => setAside(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  setCutOff: permittedPerson('report.enter')
    .input(setCutOffInput)
    .output(checkedBy(reportProgressSchema))
    .mutation(({ ctx, input }) => setCutOff(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  preview: permittedPerson('report.read')
    .input(getReportInput)
    .output(checkedBy(reportSummarySchema))
    .query(({ ctx, input }) => previewReport(ctx.database, input)),

  submit: permittedPerson('report.enter')
    .input(submitReportInput)
    .output(checkedBy(submitReportOutput))
    .mutation(({ ctx, input }) => submitReport(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  verifyCells: permittedPerson('report.verify')
    .input(verifyCellsInput)
    .output(checkedBy(verifyOutput))
    .mutation(({ ctx, input }) => verifyCells(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  verifyAll: permittedPerson('report.verify')
    .input(verifyAllInput)
    .output(checkedBy(verifyOutput))
    .mutation(({ ctx, input }) => verifyAll(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  returnCells: permittedPerson('report.verify')
    .input(returnCellsInput)
    .output(checkedBy(returnOutput))
    .mutation(({ ctx, input }) => returnCells(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  reply: permittedPerson('report.read')
    .input(replyInput)
    .output(checkedBy(cellCommentSchema))
    .mutation(({ ctx, input }) => replyToCell(ctx.database, ctx.actor, input, clockOf(ctx.config))),

  restatements: permitted('restatement.read')
    .input(restatementsInput)
    .output(checkedBy(restatementsOutput))
    .query(({ ctx, input }) => listRestatements(ctx.database, input)),

  completeness: permitted('completeness.read')
    .input(completenessInput)
    .output(checkedBy(completenessOutput))
    .query(({ ctx, input }) =>
      completenessOf(ctx.database, 'months' in input ? input.months : [input.month], clockOf(ctx.config)),
    ),

  assignmentGaps: permitted('completeness.read')
    .input(assignmentGapsInput)
    .output(checkedBy(assignmentGapsOutput))
    .query(({ ctx, input }) => assignmentGaps(ctx.database, input.month)),

  reminders: permittedPerson('reminder.read')
    .input(remindersInput)
    .output(checkedBy(remindersOutput))
    .query(({ ctx, input }) => remindersOf(ctx.database, ctx.actor, input.month, ctx.config, clockOf(ctx.config))),
});
