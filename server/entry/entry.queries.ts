import type { Kysely, Selectable } from 'kysely';
import { preparedListQuery, preparedQuery } from '#db/prepared-query.ts';
import type { Database, EntryCommentTable, EntryRevisionTable, EntryTable } from '#db/schema.ts';
import type { Month } from '#shared/month.ts';

export type EntryRow = Selectable<EntryTable>;
export type RevisionRow = Selectable<EntryRevisionTable>;
export type CommentRow = Selectable<EntryCommentTable>;

type RowParams = { areaId: string; month: Month; previousMonth: Month };

/** One compiled query per set of columns: an issue's indicators hardly ever change. */
const rowQueries = new Map<string, (db: Kysely<Database>, params: RowParams) => Promise<EntryRow[]>>();

/** One area's cells of this month and the one before, for the given indicators. */
export function listRowEntries(
  db: Kysely<Database>,
  indicatorIds: readonly string[],
  params: RowParams,
): Promise<EntryRow[]> {
  const key = indicatorIds.join(' ');
  let query = rowQueries.get(key);
  if (!query) {
    query = preparedQuery<RowParams, EntryRow>((compiler, p) =>
      compiler
        .selectFrom('entry')
        .selectAll()
        .where('indicatorId', 'in', [...indicatorIds])
        .where('month', 'in', [p.month, p.previousMonth])
        .where('areaId', '=', p.areaId),
    );
    rowQueries.set(key, query);
  }
  return query(db, params);
}

export const findEntry = preparedQuery<{ indicatorId: string; month: Month; areaId: string }, EntryRow>((db, p) =>
  db
    .selectFrom('entry')
    .selectAll()
    .where('indicatorId', '=', p.indicatorId)
    .where('month', '=', p.month)
    .where('areaId', '=', p.areaId),
);

export const listReportEntries = preparedQuery<{ reportId: string }, EntryRow>((db, p) =>
  db.selectFrom('entry').selectAll().where('reportId', '=', p.reportId).orderBy('areaId').orderBy('indicatorId'),
);

/** What of a cell is seen beside another month or report. */
export type NeighbourRow = Pick<
  EntryRow,
  'indicatorId' | 'month' | 'areaId' | 'reportId' | 'kind' | 'value' | 'status'
>;

const listNeighbours = preparedListQuery<'indicatorIds' | 'months' | 'areaIds', object, NeighbourRow>(
  ['indicatorIds', 'months', 'areaIds'],
  (db, lists) =>
    db
      .selectFrom('entry')
      .select(['indicatorId', 'month', 'areaId', 'reportId', 'kind', 'value', 'status'])
      .where('indicatorId', 'in', lists.indicatorIds)
      .where('month', 'in', lists.months)
      .where('areaId', 'in', lists.areaIds),
);

/** Below the fewest parameters that an engine allows in one statement. */
const AREAS_PER_QUERY = 256;

export async function listAreaEntries(
  db: Kysely<Database>,
  keys: { indicatorIds: readonly string[]; months: readonly Month[]; areaIds: readonly string[] },
): Promise<NeighbourRow[]> {
  const rows: NeighbourRow[] = [];
  for (let from = 0; from < keys.areaIds.length; from += AREAS_PER_QUERY) {
    const areaIds = keys.areaIds.slice(from, from + AREAS_PER_QUERY);
    rows.push(...(await listNeighbours(db, { ...keys, areaIds }, {})));
  }
  return rows;
}

export const insertEntry = preparedQuery<EntryRow, never>((db, p) =>
  db
    .insertInto('entry')
    .values({
      indicatorId: p.indicatorId,
      month: p.month,
      areaId: p.areaId,
      reportId: p.reportId,
      kind: p.kind,
      value: p.value,
      status: p.status,
      verifiedKind: p.verifiedKind,
      verifiedValue: p.verifiedValue,
      version: p.version,
      note: p.note,
      source: p.source,
      reason: p.reason,
      isSample: p.isSample,
      enteredById: p.enteredById,
      enteredAt: p.enteredAt,
      verifiedById: p.verifiedById,
      verifiedAt: p.verifiedAt,
    })
    .$castTo<never>(),
);

/** Updates the version that was read; no row comes back when somebody else was quicker. */
export const updateEntry = preparedQuery<EntryRow & { expectedVersion: number }, { version: number }>((db, p) =>
  db
    .updateTable('entry')
    .set({
      reportId: p.reportId,
      kind: p.kind,
      value: p.value,
      status: p.status,
      verifiedKind: p.verifiedKind,
      verifiedValue: p.verifiedValue,
      version: p.version,
      note: p.note,
      source: p.source,
      reason: p.reason,
      isSample: p.isSample,
      enteredById: p.enteredById,
      enteredAt: p.enteredAt,
      verifiedById: p.verifiedById,
      verifiedAt: p.verifiedAt,
    })
    .where('indicatorId', '=', p.indicatorId)
    .where('month', '=', p.month)
    .where('areaId', '=', p.areaId)
    .where('version', '=', p.expectedVersion)
    .returning('version'),
);

export const insertRevision = preparedQuery<RevisionRow, never>((db, p) =>
  db
    .insertInto('entry_revision')
    .values({
      id: p.id,
      indicatorId: p.indicatorId,
      month: p.month,
      areaId: p.areaId,
      version: p.version,
      action: p.action,
      fromKind: p.fromKind,
      fromValue: p.fromValue,
      toKind: p.toKind,
      toValue: p.toValue,
      reason: p.reason,
      note: p.note,
      source: p.source,
      actorId: p.actorId,
      at: p.at,
    })
    .$castTo<never>(),
);

/** Which cell a revision is of, and whose it is. */
export const findRevision = preparedQuery<
  { id: string },
  Pick<RevisionRow, 'indicatorId' | 'month' | 'areaId' | 'actorId'>
>((db, p) =>
  db.selectFrom('entry_revision').select(['indicatorId', 'month', 'areaId', 'actorId']).where('id', '=', p.id),
);

const revisionsOfCells = preparedListQuery<
  'indicatorIds' | 'areaIds',
  { month: Month },
  Pick<RevisionRow, 'indicatorId' | 'areaId' | 'version' | 'toKind' | 'toValue'>
>(['indicatorIds', 'areaIds'], (db, lists, p) =>
  db
    .selectFrom('entry_revision')
    .select(['indicatorId', 'areaId', 'version', 'toKind', 'toValue'])
    .where('month', '=', p.month)
    .where('indicatorId', 'in', lists.indicatorIds)
    .where('areaId', 'in', lists.areaIds)
    .where('action', '!=', 'set_aside'),
);

/** What these cells have held in one month, version by version; figures that were set aside they never held. */
export function listHeldFigures(
  db: Kysely<Database>,
  month: Month,
  cells: readonly { indicatorId: string; areaId: string }[],
) {
  const indicatorIds = [...new Set(cells.map(({ indicatorId }) => indicatorId))];
  const areaIds = [...new Set(cells.map(({ areaId }) => areaId))];
  return revisionsOfCells(db, { indicatorIds, areaIds }, { month });
}

/** The reason with which the figure in force was verified. */
export const findVerifiedReason = preparedQuery<
  { indicatorId: string; month: Month; areaId: string },
  { reason: string | null }
>((db, p) =>
  db
    .selectFrom('entry_revision')
    .select('reason')
    .where('indicatorId', '=', p.indicatorId)
    .where('month', '=', p.month)
    .where('areaId', '=', p.areaId)
    .where('action', '=', 'verified')
    .orderBy('version', 'desc')
    .limit(1),
);

export const insertComment = preparedQuery<CommentRow, never>((db, p) =>
  db
    .insertInto('entry_comment')
    .values({
      id: p.id,
      indicatorId: p.indicatorId,
      month: p.month,
      areaId: p.areaId,
      reportId: p.reportId,
      kind: p.kind,
      text: p.text,
      actorId: p.actorId,
      at: p.at,
    })
    .$castTo<never>(),
);

/** A cell's thread follows it into another report. */
export async function moveComments(trx: Kysely<Database>, entry: EntryRow, toReportId: string): Promise<void> {
  await trx
    .updateTable('entry_comment')
    .set({ reportId: toReportId })
    .where('indicatorId', '=', entry.indicatorId)
    .where('month', '=', entry.month)
    .where('areaId', '=', entry.areaId)
    .execute();
}
