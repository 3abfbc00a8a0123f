import type { Selectable } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import type { AgencyTable, AreaTable } from '#db/schema.ts';

/** Areas down to the district of one province; `within` is its code with a dot and a wildcard. */
export const listAreasWithin = preparedQuery<{ id: string; within: string; nationId: string }, Selectable<AreaTable>>(
  (db, p) =>
    db
      .selectFrom('area')
      .selectAll()
      .where('level', 'in', ['nation', 'province', 'regency', 'district'])
      .where((eb) => eb.or([eb('id', '=', p.id), eb('id', 'like', p.within), eb('id', '=', p.nationId)]))
      .orderBy('id'),
);

export const listAliasesWithin = preparedQuery<{ within: string }, { areaId: string; alias: string }>((db, p) =>
  db.selectFrom('area_alias').select(['areaId', 'alias']).where('areaId', 'like', p.within).orderBy('alias'),
);

export const listAgencies = preparedQuery<
  Record<string, never>,
  Pick<Selectable<AgencyTable>, 'id' | 'abbr' | 'name' | 'type' | 'validFrom' | 'validTo'>
>((db) => db.selectFrom('agency').select(['id', 'abbr', 'name', 'type', 'validFrom', 'validTo']).orderBy('name'));
