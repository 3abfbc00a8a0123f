import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Reference } from '#server/reference/reference.service.ts';
import type { AssignmentEffect } from '#shared/assignment-admin.ts';
import { countCells } from './assignment-admin.queries.ts';
import { type AssignmentPlan, assignmentsAfter, reachOf } from './assignment-plan.ts';
import { responsibilityFor } from './responsibility.ts';

/** What a plan would do to cells that are filled in; nothing is written. The same rule as the report's reassignment. */
export async function effectOf(
  db: Kysely<Database>,
  reference: Reference,
  plan: AssignmentPlan,
): Promise<AssignmentEffect> {
  const after: Reference = { ...reference, assignments: assignmentsAfter(reference.assignments, plan) };
  const reach = reachOf(plan);
  const moves = new Map<string, AssignmentEffect['moves'][number]>();
  const judged = new Set<string>();
  let staying = 0;
  for (const scope of reach) {
    for (const count of await countCells(db, scope)) {
      const key = `${count.agencyId} ${count.issueId} ${count.month} ${count.areaId}`;
      if (judged.has(key)) continue;
      judged.add(key);
      const responsible = responsibilityFor(after, count.issueId, count.month).responsibleFor(count.areaId)?.agencyId;
      if (responsible === undefined || responsible === count.agencyId) continue;
      staying += count.cells - count.open;
      if (count.open === 0) continue;
      const pair = `${count.agencyId} ${responsible}`;
      const known = moves.get(pair);
      if (known) known.cells += count.open;
      else moves.set(pair, { fromAgencyId: count.agencyId, toAgencyId: responsible, cells: count.open });
    }
  }
  const fromMonth = reach.map((each) => each.fromMonth).sort()[0] ?? null;
  return { fromMonth, moves: [...moves.values()].toSorted((left, right) => right.cells - left.cells), staying };
}
