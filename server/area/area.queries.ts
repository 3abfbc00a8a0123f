import { preparedQuery } from '#db/prepared-query.ts';
import type { Assignment } from '#shared/assignment.ts';
import type { Confidence } from '#shared/indicator.ts';

export interface AssignedAgencyRow extends Assignment {
  abbr: string;
  name: string;
  legalBasis: string | null;
  source: string | null;
  confidence: Confidence | null;
  isSample: 0 | 1;
}

/** Every assignment that is valid on a day, with its agency. */
export const listAssignedAgencies = preparedQuery<{ date: string; lastDay: string }, AssignedAgencyRow>((db, p) =>
  db
    .selectFrom('assignment as s')
    .innerJoin('agency as a', 'a.id', 's.agencyId')
    .select([
      's.id',
      's.agencyId',
      's.issueId',
      's.areaId',
      's.role',
      's.validFrom',
      's.validTo',
      's.legalBasis',
      's.source',
      's.confidence',
      's.isSample',
      'a.abbr',
      'a.name',
    ])
    .where('s.validFrom', '<=', p.date)
    .where((eb) => eb.or([eb('s.validTo', 'is', null), eb('s.validTo', '>=', p.lastDay)])),
);

export const listAliases = preparedQuery<{ areaId: string }, { alias: string }>((db, p) =>
  db.selectFrom('area_alias').select('alias').where('areaId', '=', p.areaId).orderBy('alias'),
);
