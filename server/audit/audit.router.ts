import { checkAuditChainAfter } from '#server/audit-chain.ts';
import { permitted, router } from '#server/trpc.ts';
import {
  auditPeopleOutput,
  checkChainInput,
  checkChainOutput,
  listAuditInput,
  listAuditOutput,
} from '#shared/audit-log.ts';
import { auditPeople, listAudit } from './audit.service.ts';

export const auditRouter = router({
  list: permitted('audit.read')
    .input(listAuditInput)
    .output(listAuditOutput)
    .query(({ ctx, input }) => listAudit(ctx.database, input, ctx.config.timeZone)),

  people: permitted('audit.read')
    .output(auditPeopleOutput)
    .query(({ ctx }) => auditPeople(ctx.database)),

  /** One slice of the check; the caller goes on from `checkedTo` until `isDone`. */
  checkChain: permitted('audit.read')
    .input(checkChainInput)
    .output(checkChainOutput)
    .query(({ ctx, input }) => checkAuditChainAfter(ctx.database.db, input.after)),
});
