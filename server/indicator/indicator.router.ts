import { z } from 'zod';
import { permitted, permittedPerson, router } from '#server/trpc.ts';
import {
  listIndicatorsOutput,
  setJuklakInput,
  updateIndicatorInput,
  updateRuleInput,
} from '#shared/indicator-admin.ts';
import { changeIndicator, changeRule, indicatorCatalogue, setJuklak } from './indicator.service.ts';

export const indicatorRouter = router({
  catalogue: permitted('manage.read')
    .output(listIndicatorsOutput)
    .query(({ ctx }) => indicatorCatalogue(ctx.database)),

  update: permittedPerson('indicator.manage')
    .input(updateIndicatorInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changeIndicator(ctx.database, ctx.actor, input)),

  updateRule: permittedPerson('indicator.manage')
    .input(updateRuleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changeRule(ctx.database, ctx.actor, input)),

  setJuklak: permittedPerson('indicator.manage')
    .input(setJuklakInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setJuklak(ctx.database, ctx.actor, input)),
});
