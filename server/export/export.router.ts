import { z } from 'zod';
import { permittedPerson, router } from '#server/trpc.ts';
import { exportJobSchema, startExportInput } from '#shared/briefing/export.ts';
import { findExports, getExport, startExport } from './export.service.ts';

export const exportRouter = router({
  start: permittedPerson('briefing.read')
    .input(startExportInput)
    .output(exportJobSchema)
    .mutation(({ ctx, input }) => startExport({ handle: ctx.database, config: ctx.config, actor: ctx.actor }, input)),

  get: permittedPerson('briefing.read')
    .input(z.object({ id: z.string() }))
    .output(exportJobSchema)
    .query(({ ctx, input }) => getExport(ctx.database.db, input.id)),

  list: permittedPerson('briefing.read')
    .input(z.object({ editionId: z.string() }))
    .output(z.array(exportJobSchema))
    .query(({ ctx, input }) => findExports(ctx.database.db, input.editionId)),
});
