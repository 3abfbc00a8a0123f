import { clockOf } from '#server/report/report.service.ts';
import { checkedBy, permitted, router } from '#server/trpc.ts';
import { getImportInput, importContextSchema, importResultSchema, listImportsOutput } from '#shared/history-import.ts';
import { getImport, importContext, listImports } from './history-import.service.ts';

/** The dry run and the import itself have addresses of their own (`history-import.routes.ts`): they carry whole files. */
export const historyImportRouter = router({
  context: permitted('history.import')
    .output(checkedBy(importContextSchema))
    .query(({ ctx }) => importContext(ctx.database, clockOf(ctx.config))),
  list: permitted('history.import')
    .output(listImportsOutput)
    .query(({ ctx }) => listImports(ctx.database.db)),
  get: permitted('history.import')
    .input(getImportInput)
    .output(importResultSchema)
    .query(({ ctx, input }) => getImport(ctx.database.db, input.id)),
});
