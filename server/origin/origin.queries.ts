import type { Kysely, Selectable } from 'kysely';
import { preparedQuery } from '#db/prepared-query.ts';
import type {
  Database,
  EntryCommentTable,
  EntryRevisionTable,
  EntryTable,
  ReportTable,
  RestatementTable,
} from '#db/schema.ts';

export interface CellKey {
  indicatorId: string;
  areaId: string;
  month: string;
}

export type CellRow = Selectable<EntryTable> &
  Pick<Selectable<ReportTable>, 'agencyId' | 'cutOffDate' | 'cutOffLabel'> & { agencyAbbr: string; agencyName: string };

export const findCell = preparedQuery<CellKey, CellRow>((db, p) =>
  db
    .selectFrom('entry as e')
    .innerJoin('report as r', 'r.id', 'e.reportId')
    .innerJoin('agency as a', 'a.id', 'r.agencyId')
    .selectAll('e')
    .select(['r.agencyId', 'r.cutOffDate', 'r.cutOffLabel', 'a.abbr as agencyAbbr', 'a.name as agencyName'])
    .where('e.indicatorId', '=', p.indicatorId)
    .where('e.month', '=', p.month)
    .where('e.areaId', '=', p.areaId),
);

export const listRevisions = preparedQuery<CellKey, Selectable<EntryRevisionTable>>((db, p) =>
  db
    .selectFrom('entry_revision')
    .selectAll()
    .where('indicatorId', '=', p.indicatorId)
    .where('month', '=', p.month)
    .where('areaId', '=', p.areaId)
    .orderBy('version')
    // A figure that was set aside carries the version that the cell had then.
    .orderBy('at')
    .orderBy('id'),
);

export const listComments = preparedQuery<CellKey, Selectable<EntryCommentTable>>((db, p) =>
  db
    .selectFrom('entry_comment')
    .selectAll()
    .where('indicatorId', '=', p.indicatorId)
    .where('month', '=', p.month)
    .where('areaId', '=', p.areaId)
    .orderBy('at')
    .orderBy('id'),
);

export const listRestatements = preparedQuery<CellKey, Selectable<RestatementTable>>((db, p) =>
  db
    .selectFrom('restatement')
    .selectAll()
    .where('indicatorId', '=', p.indicatorId)
    .where('month', '=', p.month)
    .where('areaId', '=', p.areaId)
    .orderBy('at')
    .orderBy('id'),
);

export async function listPeople(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
