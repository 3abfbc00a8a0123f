import { z } from 'zod';
import { permitted, permittedPerson, router } from '#server/trpc.ts';
import {
  agencyAdminSchema,
  agencyRefInput,
  closeAgencyInput,
  createAgencyInput,
  updateAgencyInput,
} from '#shared/agency.ts';
import { changeAgency, closeAgency, createAgency, listAgencies, removeAgency, reopenAgency } from './agency.service.ts';

export const agencyRouter = router({
  list: permitted('manage.read')
    .output(z.array(agencyAdminSchema))
    .query(({ ctx }) => listAgencies(ctx.database)),

  create: permittedPerson('agency.manage')
    .input(createAgencyInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => createAgency(ctx.database, ctx.actor, input)),

  update: permittedPerson('agency.manage')
    .input(updateAgencyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changeAgency(ctx.database, ctx.actor, input)),

  close: permittedPerson('agency.manage')
    .input(closeAgencyInput)
    .output(z.object({ movedCells: z.int() }))
    .mutation(({ ctx, input }) => closeAgency(ctx.database, ctx.actor, input)),

  reopen: permittedPerson('agency.manage')
    .input(agencyRefInput)
    .output(z.void())
    .mutation(({ ctx, input }) => reopenAgency(ctx.database, ctx.actor, input)),

  remove: permittedPerson('agency.manage')
    .input(agencyRefInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeAgency(ctx.database, ctx.actor, input)),
});
